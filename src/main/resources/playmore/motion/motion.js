"use strict";

// Steps through the pictures of a .motion. Its JSON says, for each picture, what is new at each step.

for (const figure of document.querySelectorAll(".motion")) {
  const pictures = JSON.parse(figure.querySelector("script").textContent).map(picture => ({
    states: picture.states,
    largest: Math.max(...picture.states.flatMap(s => s.numbers.map(n => Math.abs(n[2]))).filter(isFinite)),
    node: i => document.getElementById(picture.prefix + i),
    box: document.getElementById(picture.prefix + 0).closest(".picture"),
  }));
  const items = [...figure.querySelectorAll(".steps > li")];
  const list = figure.querySelector(".steps");
  const range = figure.querySelector("input");
  const play = figure.querySelector(".play");
  let timer = null;
  let step = 0;

  function show(next) {
    step = Math.min(Math.max(next, 0), items.length - 1);
    pictures.forEach(draw);
    items.forEach((item, i) => item.classList.toggle("now", i === step));
    items[step].classList.toggle("bad", pictures.some(p => p.states[step].wrong.length > 0));
    list.scrollTop = items[step].offsetTop - list.clientHeight / 3;
    range.value = step;
    figure.querySelector("output").textContent = step + " / " + (items.length - 1);
  }

  function draw({states, largest, node, box}) {
    const numbers = new Map(states.slice(0, step + 1).flatMap(s => s.numbers.map(n => [n[0], n])));
    for (const [i, data, grad] of numbers.values()) {
      const texts = node(i).querySelectorAll("text");
      const cells = node(i).querySelectorAll("polygon");
      write(texts[texts.length - 2], cells[cells.length - 3], "data " + number(data));
      write(texts[texts.length - 1], cells[cells.length - 1], "grad " + number(grad));
      const title = node(i).querySelector("title");
      if (title) title.textContent = title.textContent.replace(/data \S+, grad \S+$/, `data ${data}, grad ${grad}`);
      cells[cells.length - 2].setAttribute("fill", shade(Number(grad), largest));
      node(i).classList.toggle("changed", states[step].changed.includes(i));
      node(i).classList.toggle("wrong", states[step].wrong.includes(i));
    }
    if (states[step].changed.length > 0) center(node(states[step].changed[0]), box);
  }

  // A picture larger than its box is scrolled to what changed.
  function center(node, box) {
    const at = node.getBoundingClientRect(), room = box.getBoundingClientRect();
    box.scrollBy(at.x + at.width / 2 - room.x - room.width / 2, at.y + at.height / 2 - room.y - room.height / 2);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶ Play";
  }

  function go(next) {
    stop();
    show(next);
  }

  play.onclick = () => {
    if (timer) return stop();
    if (step === items.length - 1) show(0);
    play.textContent = "❚❚ Pause";
    timer = setInterval(() => {
      show(step + 1);
      if (step === items.length - 1) stop();
    }, 1500);
  };
  figure.querySelector(".back").onclick = () => go(step - 1);
  figure.querySelector(".forward").onclick = () => go(step + 1);
  range.oninput = () => go(Number(range.value));
  items.forEach((item, i) => item.querySelector("button").onclick = () => go(i));

  // The arrow keys belong to the picture that was touched last, or to the only one of a page.
  const keys = document.body.classList.contains("alone") && !figure.parentNode.querySelector(".motion ~ .motion")
    ? document : figure;
  keys.addEventListener("keydown", event => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    go(step + by);
    event.preventDefault();
    event.stopPropagation();
  });

  range.max = items.length - 1;
  figure.classList.add("ready");
  show(Number(figure.dataset.start));
}

// The same form, and the same shades, as in the pictures that drawDot makes.

function number(text) {
  const x = Number(text);
  if (x === 0) return "0.0000";
  if (!isFinite(x)) return text;
  const size = Math.abs(x);
  if (size >= 1e-4 && size < 1e5) return x.toFixed(4);
  return x.toExponential(3).replace(/e([+-])(\d)$/, "e$10$2");
}

function shade(grad, largest) {
  if (Number.isNaN(grad)) return "#d0d0d0";
  const full = grad < 0 ? [0x92, 0xc5, 0xde] : [0xf4, 0xa5, 0x82];
  const part = largest > 0 ? Math.sqrt(Math.min(1, Math.abs(grad) / largest)) : 0;
  return `rgb(${full.map(c => Math.round(255 + (c - 255) * part)).join()})`;
}

// A number that is wider than its cell is drawn narrower.
function write(text, cell, content) {
  text.textContent = content;
  text.removeAttribute("textLength");
  const room = cell.getBBox();
  text.setAttribute("text-anchor", "middle");
  text.setAttribute("x", room.x + room.width / 2);
  if (text.getComputedTextLength() > room.width - 4) {
    text.setAttribute("textLength", room.width - 4);
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}
