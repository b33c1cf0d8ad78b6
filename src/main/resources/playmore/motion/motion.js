// Steps through the pictures of a figure of class "motion". Its JSON has, for each picture, the changes at each step.

for (const figure of document.querySelectorAll(".motion")) {
  const pictures = JSON.parse(figure.querySelector("script").textContent).map(({prefix, states}) => ({
    states,
    drawing: new Drawing(prefix, states[0].numbers.length),
  }));
  const list = figure.querySelector(".steps"), items = [...list.querySelectorAll(":scope > li")];
  const last = items.length - 1;
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

  // When the width of the page changes, picture.js scrolls the pictures to their roots, so they are drawn again.
  pictures.forEach(picture => picture.drawing.box.addEventListener("placed", () => draw(picture, now)));

  // The arrow keys work in the figure that has the focus. If it is the only one of the page, they work everywhere.
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
