// Steps through the pictures of a .motion. Its JSON says, for each picture, what is new at each step.

for (const figure of document.querySelectorAll(".motion")) {
  const pictures = JSON.parse(figure.querySelector("script").textContent).map(({prefix, states}) => ({
    states,
    drawing: new Drawing(prefix, states[0].numbers.length),
  }));
  const items = [...figure.querySelectorAll(".steps > li")], list = figure.querySelector(".steps"), last = items.length - 1;
  let now;

  function draw({states, drawing}, step) {
    const numbers = new Map(states.slice(0, step + 1).flatMap(s => s.numbers.map(n => [n[0], n])));
    const all = drawing.values.map((_, i) => numbers.get(i));
    drawing.show(all.map(n => n[1]), all.map(n => n[2]));
    const {changed, wrong} = states[step];
    drawing.mark("changed", changed);
    drawing.mark("wrong", wrong);
    if (changed.length > 0) drawing.center(changed[0]);
  }

  const go = player(figure, {last, start: Number(figure.dataset.start), pause: 1500}, step => {
    now = step;
    pictures.forEach(picture => draw(picture, step));
    items.forEach((item, i) => item.classList.toggle("now", i === step));
    items[step].classList.toggle("bad", pictures.some(p => p.states[step].wrong.length > 0));
    list.scrollTop = items[step].offsetTop - list.clientHeight / 3;
    return `Step ${step} of ${last}: ${items[step].querySelector("button").textContent}`;
  });

  items.forEach((item, i) => item.querySelector("button").onclick = () => go.to(i));

  // Where the page has got another width, its pictures are at their roots again.
  pictures.forEach(picture => picture.drawing.box.addEventListener("placed", () => draw(picture, now)));

  // The arrow keys belong to the picture that was touched last, or to the only one of a page.
  const keys = document.body.classList.contains("alone") && !figure.parentNode.querySelector(".motion ~ .motion")
    ? document : figure;
  keys.addEventListener("keydown", event => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    go.by(by);
    event.preventDefault();
    event.stopPropagation();
  });
}
