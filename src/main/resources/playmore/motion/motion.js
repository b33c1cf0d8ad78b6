// Steps through the pictures of a .motion. Its JSON says, for each picture, what is new at each step.

for (const figure of document.querySelectorAll(".motion")) {
  const pictures = JSON.parse(figure.querySelector("script").textContent).map(({prefix, states}) => ({
    states,
    drawing: new Drawing(prefix, states[0].numbers.length),
  }));
  const items = [...figure.querySelectorAll(".steps > li")];
  const list = figure.querySelector(".steps");
  const range = figure.querySelector("input");
  const play = figure.querySelector(".play");
  const spoken = figure.querySelector(".spoken");
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
    range.setAttribute("aria-valuetext", "Step " + step + " of " + (items.length - 1) + ": " + items[step].querySelector("button").textContent);
  }

  function tell() {
    spoken.textContent = range.getAttribute("aria-valuetext");
  }

  function draw({states, drawing}) {
    const numbers = new Map(states.slice(0, step + 1).flatMap(s => s.numbers.map(n => [n[0], n])));
    const all = drawing.values.map((_, i) => numbers.get(i));
    drawing.show(all.map(n => n[1]), all.map(n => n[2]));
    const {changed, wrong} = states[step];
    drawing.mark("changed", changed);
    drawing.mark("wrong", wrong);
    if (changed.length > 0) drawing.center(changed[0]);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.lastChild.data = " Play";
    play.firstChild.textContent = "▶";
  }

  function go(next) {
    stop();
    show(next);
    tell();
  }

  play.onclick = () => {
    if (timer) return stop();
    if (step === items.length - 1) show(0);
    play.lastChild.data = " Pause";
    play.firstChild.textContent = "❚❚";
    timer = setInterval(() => {
      show(step + 1);
      tell();
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

  // On paper nothing moves: there the end is shown.
  let shown = null;
  addEventListener("beforeprint", () => {
    shown ??= step;
    show(items.length - 1);
  });
  addEventListener("afterprint", () => {
    show(shown);
    shown = null;
  });

  range.max = items.length - 1;
  figure.classList.add("ready");
  show(Number(figure.dataset.start));
}
