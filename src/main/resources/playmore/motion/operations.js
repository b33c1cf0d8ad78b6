// The operations, the same as in Op.java: the result, and the local derivatives with respect to x and to y. For a
// power, y is the exponent. The chain rule multiplies local by grad. A closed ReLU passes on 0 even if grad is
// infinite.

const operations = {
  ADD: {forward: (x, y) => x + y, dx: (x, y, out) => 1, dy: (x, y, out) => 1},
  SUB: {forward: (x, y) => x - y, dx: (x, y, out) => 1, dy: (x, y, out) => -1},
  MUL: {forward: (x, y) => x * y, dx: (x, y, out) => y, dy: (x, y, out) => x},
  DIV: {forward: (x, y) => x / y, dx: (x, y, out) => 1 / y, dy: (x, y, out) => -out / y},
  NEG: {forward: x => -x, dx: (x, y, out) => -1},
  POW: {forward: (x, y) => x ** y, dx: (x, y, out) => y === 0 ? 0 : y * x ** (y - 1)},
  EXP: {forward: x => Math.exp(x), dx: (x, y, out) => out},
  LOG: {forward: x => Math.log(x), dx: (x, y, out) => 1 / x},
  TANH: {forward: x => Math.tanh(x), dx: (x, y, out) => 1 - out * out},
  RELU: {forward: x => Math.max(0, x), dx: (x, y, out) => x <= 0 ? 0 : 1,
    chain: (local, grad) => local === 0 ? 0 : local * grad},
  SIGMOID: {forward: x => 1 / (1 + Math.exp(-x)), dx: (x, y, out) => out * (1 - out)},
  SQUARE: {forward: x => x * x, dx: (x, y, out) => 2 * x},
  SQRT: {forward: x => Math.sqrt(x), dx: (x, y, out) => 1 / (2 * out)},
  SIN: {forward: x => Math.sin(x), dx: (x, y, out) => Math.cos(x)},
  COS: {forward: x => Math.cos(x), dx: (x, y, out) => -Math.sin(x)},
  LINEAR: {forward: x => x, dx: (x, y, out) => 1},
};
