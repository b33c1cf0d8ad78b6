// A training run that the reader can change. The JSON of the figure has the first points.

for (const [number, figure] of document.querySelectorAll(".playground").entries()) {
  const given = JSON.parse(figure.querySelector("script").textContent);
  const find = css => figure.querySelector(css), value = css => Number(find(css).value);
  const plane = new Plane(new Chart("What the network thinks", "x", "y", {height: 380}));
  const losses = new Chart("Loss of each step", "step", "loss", {height: 240, whole: true});
  let points, network, training, everywhere, steps, history, playing = false, chosen = null;

  // Starts over with fresh weights from the seed.
  function startOver() {
    pause();
    const hidden = Array(clamp(value(".layers"), 0, 3)).fill(clamp(value(".neurons"), 1, 24));
    network = new Network(new Random(Math.trunc(value(".seed"))), find(".bend").value, 2, ...hidden, 1);
    training = new Training(network, points);
    everywhere = null;
    steps = 0;
    history = [training.loss];
    draw();
  }

  function step() {
    training.step(rate());
    steps++;
    history.push(training.loss);
  }

  function rate() {
    return value(".rate") * (find(".falls").checked ? Math.max(0.1, 1 - 0.9 * steps / 100) : 1);
  }

  function draw() {
    if (!everywhere) {
      const [xs, ys] = plane.places();
      everywhere = new Expression(network.nodes.slice(0, network.output + 1), xs.length);
      everywhere.data[network.inputs[0]].set(xs);
      everywhere.data[network.inputs[1]].set(ys);
    }
    network.parameters.forEach((place, k) => everywhere.set(place, training.weights[k]));
    everywhere.forward();
    plane.show(everywhere.data[network.output]);
    drawLosses();
    tell();
  }

  // Draws at most about 400 steps. More would look the same.
  function drawLosses() {
    const every = Math.ceil(history.length / 400);
    const at = history.map((_, k) => k).filter(k => k % every === 0 || k === steps);
    const finite = history.filter(isFinite), most = finite.reduce((a, b) => Math.max(a, b), 0.1);
    losses.range([0, round(Math.max(100, steps))], [0, round(most * 1.05)]);
    losses.clear();
    losses.line(at, at.map(k => history[k]));
    losses.point(steps, history[steps]);
  }

  // Rounds up to two digits, so that the axes do not change with every step.
  function round(number) {
    const ten = 10 ** (Math.floor(Math.log10(number)) - 1);
    return Math.ceil(number / ten) * ten;
  }

  function tell() {
    const right = Math.round(training.accuracy * points.length);
    const text = `Step ${steps}: loss ${Chart.text(training.loss)}, ${right} of ${points.length} right`;
    find(".headline").textContent = text;
    if (!playing) find(".spoken").textContent = text;
    const sizes = [2, ...Array(clamp(value(".layers"), 0, 3)).fill(clamp(value(".neurons"), 1, 24)), 1].join(", ");
    const isRelu = find(".bend").value === "RELU";
    find("code").textContent = `Rng.seed(${Math.trunc(value(".seed"))});
var n = ${isRelu ? "playmore.engine.MLP.relu(" : "new playmore.engine.MLP(Op.TANH, Op.LINEAR, "}${sizes});
for (int k = 0; k < ${steps}; k++) {
    var loss = loss(n);      // forward
    n.zeroGrad();            // zero
    loss.backward();         // backward
    double rate = ${value(".rate")}${find(".falls").checked ? " * Math.max(0.1, 1 - 0.9 * k / 100)" : ""};
    for (var p : n.parameters()) p.data -= rate * p.grad;
}`;
  }

  function drawPoints() {
    plane.chart.clear();
    points.forEach(point => {
      const circle = plane.chart.point(point.x, point.y, Chart.color(point.answer));
      circle.classList.toggle("chosen", point === chosen);
      circle.onpointerdown = event => take(event, point);
    });
  }

  function changed() {
    training.points = points;
    drawPoints();
    draw();
  }

  function add(x, y, answer) {
    chosen = {x, y, answer};
    points.push(chosen);
    changed();
  }

  function remove(point) {
    if (points.length === 1) return;
    points = points.filter(other => other !== point);
    if (chosen === point) chosen = null;
    changed();
  }

  // The point of the plane under the pointer, or the nearest one if the pointer is outside.
  function place(event) {
    const {chart} = plane, toChart = chart.svg.getScreenCTM().inverse();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(toChart);
    return chart.at(clamp(at.x, chart.left, chart.right), clamp(at.y, chart.top, chart.bottom));
  }

  function take(event, point) {
    event.preventDefault();
    plane.chart.svg.focus();
    if (brush() === 0) return remove(point);
    chosen = point;
    drawPoints();
    const move = moved => {
      [point.x, point.y] = place(moved);
      changed();
    };
    const drop = () => {
      removeEventListener("pointermove", move);
      for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, drop);
    };
    addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, drop);
  }

  const brush = () => Number(find(".brush :checked").value);

  plane.chart.svg.onclick = event => {
    if (event.target.tagName !== "circle" && brush() !== 0) add(...place(event), brush());
  };

  plane.chart.svg.onkeydown = event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[event.key];
    const other = {PageUp: -1, PageDown: 1}[event.key], answer = {"+": 1, "-": -1}[event.key];
    const {xs, ys} = plane.chart;
    const at = chosen ?? {x: (xs[0] + xs[1]) / 2, y: (ys[0] + ys[1]) / 2};
    if (other) {
      chosen = points.at((points.indexOf(chosen) + other) % points.length);
      drawPoints();
    } else if (answer) {
      add(at.x, at.y, answer);
    } else if (by && chosen) {
      chosen.x = clamp(chosen.x + by[0] * (xs[1] - xs[0]) / 50, ...xs);
      chosen.y = clamp(chosen.y + by[1] * (ys[1] - ys[0]) / 50, ...ys);
      changed();
    } else if (event.key === "Delete" && chosen) {
      remove(chosen);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (chosen) find(".spoken").textContent = `Point ${points.indexOf(chosen) + 1} of ${points.length}: `
      + `answer ${chosen.answer}, at ${chosen.x.toFixed(2)}, ${chosen.y.toFixed(2)}`;
  };

  function first() {
    points = given.map(point => ({...point}));
    chosen = null;
    plane.chart.range(...["x", "y"].map(axis => Chart.around(points.map(point => point[axis]), 0.12)));
    drawPoints();
  }

  function frame() {
    if (!playing) return;
    step();
    draw();
    if (!isFinite(training.loss)) pause();
    calm.matches ? setTimeout(frame, 500) : requestAnimationFrame(frame);
  }

  function pause() {
    playing = false;
    find(".play").textContent = "▶ Train";
  }

  find(".play").onclick = () => {
    if (playing) {
      pause();
      tell();
    } else {
      playing = true;
      find(".play").textContent = "❚❚ Pause";
      frame();
    }
  };
  find(".once").onclick = () => {
    pause();
    step();
    draw();
  };
  find(".first").onclick = () => {
    first();
    changed();
  };
  find(".anew").onclick = startOver;
  for (const css of [".layers", ".neurons", ".bend", ".seed"]) find(css).onchange = startOver;
  for (const css of [".rate", ".falls"]) find(css).oninput = tell;
  figure.querySelectorAll(".brush input").forEach(radio => radio.name = "brush-" + number);

  plane.chart.svg.setAttribute("role", "application");
  plane.chart.svg.setAttribute("aria-label", "The points, and what the network thinks of the plane");
  plane.chart.svg.setAttribute("tabindex", "0");
  find(".points").append(plane.element);
  find(".losses").append(losses.svg);
  first();
  startOver();
  figure.classList.add("ready");

  function clamp(number, low, high) {
    return Math.min(Math.max(number, low), high);
  }
}
