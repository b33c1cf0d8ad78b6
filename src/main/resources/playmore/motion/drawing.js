// A picture that drawDot made. Its numbers can be replaced; they keep the format and the colours of drawDot.

class Drawing {

  // The ids of the values in the picture are the prefix and a number from 0 on.
  constructor(prefix, size) {
    this.values = Array.from({length: size}, (_, i) => {
      const node = document.getElementById(prefix + i);
      const texts = [...node.querySelectorAll("text")].slice(-2);
      const cells = [...node.querySelectorAll("polygon")].slice(-4);
      const cell = (text, outline) => {
        const room = outline.getBBox();
        return {text, room, fits: text.textContent.length};
      };
      return {node, data: cell(texts[0], cells[1]), grad: cell(texts[1], cells[3]), shade: cells[2],
        title: node.querySelector("title")};
    });
    this.box = this.values[0].node.closest(".picture");
  }

  // Whether a value is an input, a parameter, a constant, a result or the output.
  is(i, role) {
    return this.values[i].node.classList.contains(role);
  }

  // Shows the numbers of all values.
  show(data, grads) {
    const written = this.values.flatMap((value, i) => [
      Drawing.#write(value.data, "data " + Drawing.number(data[i])),
      Drawing.#write(value.grad, "grad " + Drawing.number(grads[i])),
    ]);
    this.values.forEach((value, i) => {
      value.shade.setAttribute("fill", Drawing.shade(Number(grads[i])));
      if (!value.title) return;
      const numbers = `data ${data[i]}, grad ${grads[i]}`;
      value.title.textContent = value.title.textContent.replace(/data \S+, grad \S+$/, numbers);
    });
    written.filter(cell => cell).forEach(Drawing.#squeeze);
  }

  mark(kind, places) {
    this.values.forEach((value, i) => value.node.classList.toggle(kind, places.includes(i)));
  }

  // Scrolls to this value if the picture is larger than its box.
  center(i) {
    const at = this.values[i].node.getBoundingClientRect(), room = this.box.getBoundingClientRect();
    this.box.scrollBy(at.x + at.width / 2 - room.x - room.width / 2, at.y + at.height / 2 - room.y - room.height / 2);
  }

  static number(x) {
    x = Number(x);
    if (x === 0) return "0.0000";
    if (!isFinite(x)) return String(x);
    const size = Math.abs(x);
    // This rounds 0.00125 up, as Java does.
    if (size >= 1e-4 && size < 1e5) return (Math.sign(x) * Math.round(size + "e4") / 1e4).toFixed(4);
    return x.toExponential(3).replace(/e([+-])(\d)$/, "e$10$2");
  }

  // The background of a gradient, as in Palette.java.
  static shade(grad) {
    if (Number.isNaN(grad)) return PALETTE.notANumber;
    const full = grad < 0 ? PALETTE.negative : PALETTE.positive, root = Math.sqrt(Math.abs(grad));
    const share = root === Infinity ? 1 : root / (1 + root);
    const tint = at => Math.round(255 + (parseInt(full.slice(at, at + 2), 16) - 255) * share)
      .toString(16).padStart(2, "0");
    return "#" + tint(1) + tint(3) + tint(5);
  }

  // Writes into a cell. Returns the cell if the text may be too long for it, else null.
  static #write(cell, content) {
    if (cell.text.textContent === content) return null;
    cell.text.textContent = content;
    cell.text.removeAttribute("textLength");
    cell.text.setAttribute("text-anchor", "middle");
    cell.text.setAttribute("x", cell.room.x + cell.room.width / 2);
    return content.length > cell.fits ? cell : null;
  }

  // Narrows a text that is too long. Called after all cells are written, because measuring makes the browser lay out
  // the page again.
  static #squeeze({text, room}) {
    if (text.getComputedTextLength() <= room.width - 4) return;
    text.setAttribute("textLength", room.width - 4);
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}
