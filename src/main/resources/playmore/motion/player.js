// If the user prefers reduced motion, the pages play more slowly.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Connects the buttons and the slider of a figure to its steps. draw(step) draws a step and returns its description.
// While it plays, it goes on by `by` steps every `pause` milliseconds. Returns two functions: to(step) goes to a step,
// by(steps) goes that many steps on.
function player(figure, {last, start, pause, by = 1}, draw) {
  const find = css => figure.querySelector(css), range = find("input"), play = find(".play");
  let step, timer = null;

  function show(next) {
    step = Math.min(Math.max(next, 0), last);
    range.setAttribute("aria-valuetext", draw(step));
    range.value = step;
    find("output").textContent = `${step} / ${last}`;
  }

  function tell() {
    find(".spoken").textContent = range.getAttribute("aria-valuetext");
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.firstChild.textContent = "▶";
    play.lastChild.data = " Play";
  }

  function go(next) {
    stop();
    show(next);
    tell();
  }

  play.onclick = () => {
    if (timer) return go(step);
    if (step === last) show(0);
    play.firstChild.textContent = "❚❚";
    play.lastChild.data = " Pause";
    timer = setInterval(() => {
      show(step + by);
      if (pause >= 1000) tell();    // faster than that, a screen reader could not keep up
      if (step === last) go(last);
    }, pause);
  };
  find(".back").onclick = () => go(step - 1);
  find(".forward").onclick = () => go(step + 1);
  range.oninput = () => go(Number(range.value));

  // A printed page shows the last step.
  let shown = null;
  addEventListener("beforeprint", () => {
    stop();
    shown ??= step;
    show(last);
  });
  addEventListener("afterprint", () => {
    show(shown);
    shown = null;
  });

  range.max = last;
  figure.classList.add("ready");
  show(start);
  return {to: go, by: steps => go(step + steps)};
}
