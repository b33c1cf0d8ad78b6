// A chart that looks like those of Plot.java, but can be redrawn with other numbers.

function svg(name, attributes = {}, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

class Chart {

  static COLORS = PALETTE.series;

  // If `whole` is true, the x axis has ticks at whole numbers only.
  constructor(title, xLabel, yLabel, {width = 440, height = 300, logarithmic = false, whole = false} = {}) {
    Object.assign(this, {width, height, logarithmic, whole, left: 58, right: width - 14, top: 34, bottom: height - 44});
    this.svg = svg("svg", {viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": title,
      "font-family": "Helvetica,Arial,sans-serif", "font-size": 12, fill: "#474747"});
    this.svg.append(svg("text", {x: this.left, y: 20, "font-size": 15, "font-weight": "bold", fill: "#000000"}, title),
      svg("text", {x: (this.left + this.right) / 2, y: height - 10, "text-anchor": "middle",
        "font-size": 13, fill: "#000000"}, xLabel),
      svg("text", {transform: `translate(14 ${(this.top + this.bottom) / 2}) rotate(-90)`, "text-anchor": "middle",
        "font-size": 13, fill: "#000000"}, yLabel),
      this.axes = svg("g"), this.series = svg("g"));
  }

  // Sets the ranges of the axes: x and y are [smallest, largest].
  range(x, y) {
    if (String([x, y]) === this.shown) return;
    this.shown = String([x, y]);
    this.xs = x;
    this.ys = this.logarithmic ? y.map(Math.log10) : y;
    this.axes.textContent = "";
    for (const tick of Chart.#ticks(this.xs, 7, this.whole ? 1 : 0)) {
      const at = this.x(tick);
      this.axes.append(svg("line", {x1: at, x2: at, y1: this.top, y2: this.bottom, stroke: "#e9e9e9"}),
        svg("text", {x: at, y: this.bottom + 16, "text-anchor": "middle"}, Chart.text(tick)));
    }
    for (const tick of this.logarithmic ? Chart.#powers(this.ys) : Chart.#ticks(this.ys, 6)) {
      const at = this.y(tick);
      this.axes.append(svg("line", {x1: this.left, x2: this.right, y1: at, y2: at, stroke: "#e9e9e9"}),
        svg("text", {x: this.left - 6, y: at + 4, "text-anchor": "end"}, Chart.text(tick)));
    }
  }

  x(number) {
    return this.left + (number - this.xs[0]) / (this.xs[1] - this.xs[0]) * (this.right - this.left);
  }

  y(number) {
    const place = this.logarithmic ? Math.log10(number) : number;
    return this.bottom - (place - this.ys[0]) / (this.ys[1] - this.ys[0]) * (this.bottom - this.top);
  }

  // The numbers at a point of the picture.
  at(x, y) {
    return [this.xs[0] + (x - this.left) / (this.right - this.left) * (this.xs[1] - this.xs[0]),
      this.ys[0] + (this.bottom - y) / (this.bottom - this.top) * (this.ys[1] - this.ys[0])];
  }

  clear() {
    this.series.textContent = "";
  }

  // Draws a line through the points in their order, with a gap where a number is not finite.
  line(xs, ys, color = Chart.COLORS[0]) {
    let path = "", pen = "M";
    xs.forEach((x, i) => {
      const at = this.y(ys[i]);
      path += isFinite(at) ? `${pen}${this.x(x).toFixed(2)} ${at.toFixed(2)}` : "";
      pen = isFinite(at) ? "L" : "M";
    });
    const line = svg("path", {d: path, fill: "none", stroke: color, "stroke-width": 2.4, "stroke-linejoin": "round"});
    this.series.append(line);
    return line;
  }

  point(x, y, color = Chart.COLORS[0], radius = 5) {
    if (!isFinite(this.y(y))) return null;
    const point = svg("circle", {cx: this.x(x), cy: this.y(y), r: radius,
      fill: color, stroke: "#ffffff", "stroke-width": 1.3});
    this.series.append(point);
    return point;
  }

  // About `wanted` ticks: the multiples of 1, 2 or 5 times a power of ten.
  static #ticks([low, high], wanted, least = 0) {
    const rough = Math.max((high - low) / wanted, least), ten = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].find(digit => digit * ten >= rough * 0.75) * ten;
    const ticks = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) ticks.push(i * step);
    return ticks;
  }

  static #powers([low, high]) {
    const apart = Math.max(1, Math.ceil((high - low) / 6)), ticks = [];
    for (let i = Math.ceil(low / apart) * apart; i <= high; i += apart) ticks.push(10 ** i);
    return ticks;
  }

  // The range of these numbers, extended at each end by this share of it.
  static around(numbers, margin) {
    const low = numbers.reduce((a, b) => Math.min(a, b), Infinity);
    const high = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
    const beyond = margin * (high - low || Math.abs(high) || 1);
    return [low - beyond, high + beyond];
  }

  // The colour for the sign of a number.
  static color(number) {
    return PALETTE.series[number > 0 ? 0 : 1];
  }

  // The number with four digits, written as briefly as possible.
  static text(number) {
    const short = Number(number.toPrecision(4));
    return short !== 0 && Math.abs(short) < 1e-3 ? short.toExponential() : String(short);
  }
}
