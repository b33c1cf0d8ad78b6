// The lecture's network as an expression, the same as MLP, Layer and Neuron make in Java.

class Network {

  // A network with nin inputs and one layer per number in nouts; the last layer is linear.
  constructor(random, activation, nin, ...nouts) {
    this.nodes = [];
    this.parameters = [];
    this.inputs = Array.from({length: nin}, () => this.add({data: 0}));
    let x = this.inputs;
    nouts.forEach((nout, layer) => {
      const op = layer < nouts.length - 1 ? activation : "LINEAR";
      x = Array.from({length: nout}, () => this.#neuron(random, op, x));
    });
    this.output = x[0];
  }

  // Adds a node and returns its index.
  add(node) {
    return this.nodes.push(node) - 1;
  }

  #neuron(random, op, x) {
    const w = x.map(() => this.#parameter(random.uniform(-1, 1)));
    let sum = this.#parameter(op === "TANH" ? random.uniform(-1, 1) : 0);
    x.forEach((input, i) => {
      const product = this.add({op: "MUL", operands: [w[i], input]});
      sum = this.add({op: "ADD", operands: [sum, product]});
    });
    return op === "LINEAR" ? sum : this.add({op, operands: [sum]});
  }

  #parameter(data) {
    const place = this.add({data});
    this.parameters.push(place);
    return place;
  }
}
