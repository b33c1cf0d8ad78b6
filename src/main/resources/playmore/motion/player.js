// Who asked for less motion gets it slower.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Goes through a figure by the buttons and the slider of its bar. What draw(step) returns is said of the step. Played, it goes on
// by so many steps after each pause of so many milliseconds. Returns what goes to a step, or so many steps on.
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
      if (pause >= 1000) tell();    // else there is no time to listen
      if (step === last) go(last);
    }, pause);
  };
  find(".back").onclick = () => go(step - 1);
  find(".forward").onclick = () => go(step + 1);
  range.oninput = () => go(Number(range.value));

  // On paper nothing moves: there the end is shown.
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
