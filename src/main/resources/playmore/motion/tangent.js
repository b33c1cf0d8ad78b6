// A secant that becomes a tangent. The JSON of the figure has the curve, and the value at x + h for each h.

for (const figure of document.querySelectorAll(".tangent")) {
  const given = JSON.parse(figure.querySelector("script").textContent);
  const [x, y, derivative] = [given.x, given.y, given.derivative].map(Number);
  const [curveX, curveY, hs, ys] = [given.curveX, given.curveY, given.hs, given.ys].map(texts => texts.map(Number));
  const slopes = hs.map((h, i) => (ys[i] - y) / h), errors = slopes.map(slope => Math.abs(slope - derivative));
  const find = css => figure.querySelector(css), range = find("input"), shrink = find(".shrink");
  const curve = new Chart("The curve and the secant", "x", "y", {height: 340});
  const error = new Chart("How far off the slope is", "h, as a power of ten", "error",
    {height: 340, logarithmic: true, whole: true});
  let timer = null;

  curve.range([curveX[0], curveX.at(-1)], Chart.around(curveY.filter(isFinite), 0.08));
  const exponents = hs.map(Math.log10), positive = errors.filter(e => e > 0 && isFinite(e));
  error.range([exponents[0], exponents.at(-1)], positive.length > 0
    ? [positive.reduce((a, b) => Math.min(a, b)) / 3, positive.reduce((a, b) => Math.max(a, b)) * 3] : [1e-16, 1]);

  function show() {
    const i = Number(range.value), h = hs[i], slope = slopes[i];
    const at = curveX.map(place => y + slope * (place - x));
    curve.clear();
    curve.line(curveX, curveY, PALETTE.series[1]);
    curve.line(curveX, at.map(place => within(place) ? place : NaN));
    curve.point(x, y);
    if (within(ys[i])) curve.point(x + h, ys[i]);
    error.clear();
    error.line(exponents, errors, PALETTE.series[1]);
    error.point(exponents[i], errors[i]);
    const text = `h = ${Chart.text(h)}: the slope is ${slope}, the derivative ${derivative}`;
    range.setAttribute("aria-valuetext", `h = ${Chart.text(h)}`);
    find(".headline").textContent = text;
    if (!timer) find(".spoken").textContent = text;
  }

  // Whether this y is inside the chart. Nothing is drawn outside.
  function within(place) {
    return place >= curve.ys[0] && place <= curve.ys[1];
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    shrink.textContent = "Let h shrink";
  }

  range.oninput = () => {
    stop();
    show();
  };
  shrink.onclick = () => {
    if (timer) {
      stop();
      return show();
    }
    if (range.value === "0") range.value = hs.length - 1;
    shrink.textContent = "Stop";
    timer = setInterval(() => {
      range.value = Number(range.value) - 1;
      if (range.value === "0") stop();
      show();
    }, calm.matches ? 1000 : 120);
  };

  range.max = hs.length - 1;
  range.value = range.max;
  find(".charts").append(...[curve, error].map(chart => make("div", {className: "picture"}, chart.svg)));
  figure.classList.add("ready");
  show();
}
