// Trains a network on points of the plane as chapter 20 does: max-margin loss with a small penalty on large weights.

class Training {

  static #L2 = 1e-4;

  // A point is {x, y, answer}. The answer is -1 or 1.
  constructor(network, points) {
    this.network = network;
    const nodes = [...network.nodes], add = node => nodes.push(node) - 1;
    this.minusAnswer = add({data: 0});
    const wrong = add({op: "MUL", operands: [network.output, this.minusAnswer]});
    add({op: "RELU", operands: [add({op: "ADD", operands: [wrong, add({data: 1})]})]});    // relu(1 - answer * score)
    this.nodes = nodes;
    this.weights = network.parameters.map(place => network.nodes[place].data);
    this.points = points;
  }

  // The points may change between steps.
  set points(points) {
    const e = this.expression = new Expression(this.nodes, points.length);
    e.data[this.network.inputs[0]].set(points.map(point => point.x));
    e.data[this.network.inputs[1]].set(points.map(point => point.y));
    e.data[this.minusAnswer].set(points.map(point => -point.answer));
    this.start = new Float64Array(points.length).fill(1 / points.length);    // the loss is the mean
    this.forward();
  }

  // Computes the loss and the share of right answers.
  forward() {
    const e = this.expression, scores = e.data[this.network.output], rows = scores.length;
    this.network.parameters.forEach((place, k) => e.set(place, this.weights[k]));
    e.forward();
    this.loss = Training.#sum(e.data[e.root]) / rows + Training.#L2 * this.weights.reduce((sum, w) => sum + w * w, 0);
    this.accuracy = scores.filter((score, row) => score * -e.data[this.minusAnswer][row] > 0).length / rows;
  }

  // One step against the gradients.
  step(rate) {
    this.expression.backward(this.start);
    this.network.parameters.forEach((place, k) => {
      this.weights[k] -= rate * (Training.#sum(this.expression.grads[place]) + Training.#L2 * 2 * this.weights[k]);
    });
    this.forward();
  }

  static #sum(column) {
    return column.reduce((sum, x) => sum + x, 0);
  }
}
