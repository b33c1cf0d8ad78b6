// A chart of the plane: points, and behind them one colour where a score is above 0 and another where it is not.

class Plane {

  static #CELLS = 40;       // along each axis
  static #PIXELS = 16;      // along each side of a cell

  constructor(chart) {
    this.chart = chart;
    const size = Plane.#CELLS * Plane.#PIXELS;
    this.canvas = make("canvas", {width: size, height: size});
    const share = (length, whole) => 100 * length / whole + "%";
    Object.assign(this.canvas.style, {left: share(chart.left, chart.width), top: share(chart.top, chart.height),
      width: share(chart.right - chart.left, chart.width), height: share(chart.bottom - chart.top, chart.height)});
    this.element = make("div", {className: "plane"}, this.canvas, chart.svg);
    this.paper = this.canvas.getContext("2d");
  }

  // The points for which show() needs scores, as a column of x and a column of y.
  places() {
    const n = Plane.#CELLS + 1, {xs, ys} = this.chart, xColumn = [], yColumn = [];
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < n; column++) {
        xColumn.push(xs[0] + (xs[1] - xs[0]) * column / Plane.#CELLS);
        yColumn.push(ys[1] + (ys[0] - ys[1]) * row / Plane.#CELLS);
      }
    }
    return [xColumn, yColumn];
  }

  // Draws the two colours. Between these points the score is interpolated linearly.
  show(scores) {
    const cells = Plane.#CELLS, size = Plane.#PIXELS, paper = this.paper;
    paper.fillStyle = PALETTE.below;
    paper.fillRect(0, 0, cells * size, cells * size);
    paper.fillStyle = PALETTE.above;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        const at = row * (cells + 1) + column;
        const corners = [scores[at], scores[at + 1], scores[at + cells + 1], scores[at + cells + 2]];
        if (corners.every(score => score > 0)) paper.fillRect(column * size, row * size, size, size);
        else if (corners.some(score => score > 0)) this.#border(column * size, row * size, corners);
      }
    }
  }

  // Draws a cell that the border crosses, one line of pixels at a time. The corners have the scores a, b, c and d.
  #border(left, top, [a, b, c, d]) {
    const size = Plane.#PIXELS;
    for (let y = 0; y < size; y++) {
      const down = (y + 0.5) / size, from = a + (c - a) * down, to = b + (d - b) * down;
      if (from > 0 && to > 0) {
        this.paper.fillRect(left, top + y, size, 1);
      } else if (from > 0 || to > 0) {
        const part = from / (from - to) * size;
        this.paper.fillRect(from > 0 ? left : left + part, top + y, from > 0 ? part : size - part, 1);
      }
    }
  }
}
