// Plays back training runs. The JSON of the figure has a reel for each run: the network as an expression, and the
// values of its parameters at each frame.

class Run {

  constructor(reel) {
    this.reel = reel;
    this.losses = reel.losses.map(Number);
    const bytes = Uint8Array.from(atob(reel.weights), character => character.charCodeAt(0));
    this.weights = new Float32Array(bytes.buffer);
  }

  // Draws everything that does not move. All runs share the same axes.
  draw(runs) {
    const {reel} = this, steps = Math.max(1, ...runs.map(run => run.losses.length - 1));
    this.examples = this.#expression(reel.xs[0].map((_, k) => reel.xs.map(x => x[k])));
    this.line = make("p", {className: "headline"});
    this.element = make("section", {}, ...(reel.label ? [make("h2", {textContent: reel.label})] : []), this.line);
    this.chart = reel.xs[0].length === 2 ? this.#plane() : this.#answers();
    this.lossMarker = this.#losses(runs.flatMap(run => run.losses.filter(isFinite)), steps);
    this.weightMarker = this.#parameters(runs.flatMap(run => [...run.weights].filter(isFinite)), steps);
  }

  // The network with these inputs, one column per input.
  #expression(inputs) {
    const e = new Expression(this.reel.nodes, inputs[0].length);
    this.reel.inputs.forEach((places, k) => places.forEach(place => e.data[place].set(inputs[k])));
    return e;
  }

  #compute(e, frame) {
    const {parameters} = this.reel, from = frame * parameters.length;
    parameters.forEach((place, k) => {
      if (place >= 0) e.set(place, this.weights[from + k]);
    });
    e.forward();
    return e.data[e.root];
  }

  #add(content) {
    this.element.append(make("div", {className: "picture"}, content));
  }

  // The examples in the plane, each in the colour of its answer.
  #plane() {
    const chart = new Chart("What the network thinks", "x", "y", {height: 380}), plane = new Plane(chart);
    chart.range(...[0, 1].map(k => Chart.around(this.reel.xs.map(x => x[k]), 0.12)));
    this.reel.xs.forEach(([x, y], i) => chart.point(x, y, Chart.color(this.reel.ys[i])));
    const everywhere = this.#expression(plane.places());
    this.#add(plane.element);
    return frame => plane.show(this.#compute(everywhere, frame));
  }

  // The network's answer to each example, and a ring around the right answer.
  #answers() {
    const {ys} = this.reel;
    const chart = new Chart("Answers, and rings around the right ones", "example", "answer",
      {height: 280, whole: true});
    const all = this.reel.frames.flatMap((_, frame) => [...this.#compute(this.examples, frame)]);
    chart.range([0.5, ys.length + 0.5], Chart.around([...ys, ...all.filter(isFinite)], 0.12));
    this.#add(chart.svg);
    return frame => {
      chart.clear();
      this.#compute(this.examples, frame).forEach((answer, i) => {
        chart.series.append(svg("circle", {cx: chart.x(i + 1), cy: chart.y(ys[i]), r: 8,
          fill: "none", stroke: PALETTE.ink, "stroke-width": 1.5}));
        chart.point(i + 1, answer, Chart.color(ys[i]));
      });
    };
  }

  #losses(losses, steps) {
    const positive = losses.filter(loss => loss > 0), least = positive.reduce((a, b) => Math.min(a, b), Infinity);
    const most = positive.reduce((a, b) => Math.max(a, b), 0);
    const logarithmic = most > 100 * least && positive.length === losses.length;
    const chart = new Chart("Loss", "step", "loss", {height: 220, whole: true, logarithmic});
    const [low, high] = Chart.around([0, ...losses], 0.05);
    chart.range([0, steps], logarithmic ? [least / 1.5, most * 1.5] : [losses.some(loss => loss < 0) ? low : 0, high]);
    chart.line(this.losses.map((_, step) => step), this.losses);
    this.#add(chart.svg);
    return Run.#marker(chart, step => this.losses[step]);
  }

  // The path of each parameter, in the colour of its final sign.
  #parameters(numbers, steps) {
    const {parameters, frames} = this.reel;
    const path = k => frames.map((_, frame) => this.weights[frame * parameters.length + k]);
    const chart = new Chart("Parameters", "step", "data", {height: 260, whole: true});
    chart.range([0, steps], Chart.around(numbers, 0.05));
    parameters.forEach((_, k) => {
      const line = chart.line(frames, path(k), Chart.color(path(k).at(-1)));
      line.setAttribute("stroke-width", 1.2);
      line.setAttribute("opacity", Math.max(0.25, Math.min(0.8, 30 / parameters.length)));
    });
    this.#add(chart.svg);
    return Run.#marker(chart);
  }

  // A vertical line at a step, and a point on the curve if there is one.
  static #marker(chart, curve) {
    const line = chart.svg.appendChild(
      svg("line", {y1: chart.top, y2: chart.bottom, stroke: PALETTE.ink, "stroke-dasharray": "3 3"}));
    const point = curve && chart.svg.appendChild(
      svg("circle", {r: 5, fill: PALETTE.series[0], stroke: "#ffffff", "stroke-width": 1.3}));
    return step => {
      const x = chart.x(step), y = point && chart.y(curve(step));
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      if (!point) return;
      point.setAttribute("visibility", isFinite(y) ? "visible" : "hidden");
      if (isFinite(y)) {
        point.setAttribute("cx", x);
        point.setAttribute("cy", y);
      }
    };
  }

  // Shows the frame at this step, or the last one before it.
  show(step) {
    const {frames, ys} = this.reel, shot = Math.min(step, this.losses.length - 1);
    const frame = frames.findLastIndex(at => at <= shot);
    this.chart(frame);
    this.lossMarker(shot);
    this.weightMarker(shot);
    const answers = this.#compute(this.examples, frame);
    const right = answers.filter((answer, i) => answer * ys[i] > 0).length;
    const signs = ys.every(y => Math.abs(y) === 1) ? `, ${right} of ${ys.length} right` : "";
    this.line.textContent = `Loss ${Chart.text(this.losses[shot])}${signs}`;
  }
}

for (const figure of document.querySelectorAll(".film")) {
  const reels = JSON.parse(figure.querySelector("script").textContent), runs = reels.map(reel => new Run(reel));
  const last = Math.max(...reels.map(reel => reel.losses.length)) - 1;
  runs.forEach(run => run.draw(runs));
  figure.querySelector(".runs").append(...runs.map(run => run.element));

  // Playing takes about seven seconds, however many steps there are.
  const pause = calm.matches ? 1000 : Math.max(35, Math.min(250, 7000 / last));
  player(figure, {last, start: last, pause, by: Math.ceil(last / 200)}, step => {
    runs.forEach(run => run.show(step));
    return `Step ${step}: ` + runs.map(run => `${run.reel.label} ${run.line.textContent}`.trim()).join("; ");
  });
}
