// Computes an expression forward and backward, for one set of numbers or for many at once. Each node has a column of
// numbers, with one row per set.

class Expression {

  // Each node is {data} for a leaf, or {op, operands, exponent} for a result. Operands are indices in this list. They
  // come before their result, and the root is last.
  constructor(nodes, rows = 1) {
    this.nodes = nodes;
    this.root = nodes.length - 1;
    this.data = nodes.map(node => new Float64Array(rows).fill(Number(node.data)));
    this.grads = nodes.map(() => new Float64Array(rows));
    this.ones = new Float64Array(rows).fill(1);
    this.exponents = nodes.map(node =>
      node.exponent === undefined ? this.ones : new Float64Array(rows).fill(node.exponent));
  }

  // Sets a leaf to the same number in all rows.
  set(leaf, number) {
    this.data[leaf].fill(number);
  }

  forward() {
    this.nodes.forEach((node, i) => {
      if (!node.op) return;
      const loop = Expression.#loops[node.op].forward, out = this.data[i];
      const [x, y, ...more] = node.operands.map(operand => this.data[operand]);
      if (y) loop(out, x, y);
      else if (Expression.#isBinary(node)) out.set(x);      // a sum or product of one operand
      else loop(out, x, this.exponents[i]);
      for (const z of more) loop(out, out, z);
    });
  }

  // Computes all gradients from those of the root, which are 1 unless given.
  backward(start = this.ones) {
    for (const grad of this.grads) grad.fill(0);
    this.grads[this.root].set(start);
    for (let i = this.root; i >= 0; i--) {
      if (this.nodes[i].op) this.nodes[i].operands.forEach((_, k) => this.#pass(i, k));
    }
  }

  // Adds what node i passes on to its operand number k.
  #pass(i, k) {
    const node = this.nodes[i], loops = Expression.#loops[node.op];
    const columns = node.operands.map(operand => this.data[operand]);
    const to = this.grads[node.operands[k]], out = this.data[i], grad = this.grads[i];
    if (!Expression.#isBinary(node)) {
      loops.dx(to, columns[0], this.exponents[i], out, grad);
    } else if (columns.length === 2) {
      (k === 0 ? loops.dx : loops.dy)(to, columns[0], columns[1], out, grad);
    } else {
      const others = this.#product(columns.filter((_, other) => other !== k));
      loops.dx(to, columns[k], others, out, grad);
    }
  }

  // A learner's own class may have sums and products of more than two operands. Their order does not matter.
  #product(columns) {
    return columns.reduce((product, column) => product.map((x, row) => x * column[row]), this.ones);
  }

  static #isBinary(node) {
    return operations[node.op].dy !== undefined;
  }

  // Loops over whole columns, compiled from the text of each operation. Loops that share their code and call the
  // operation take twice as long.
  static #loops = Object.fromEntries(Object.entries(operations).map(([name, {forward, dx, dy, chain}]) => {
    const passes = local => new Function("to", "x", "y", "out", "grad", `"use strict";
      const local = ${local}, chain = ${chain ?? ((local, grad) => local * grad)};
      for (let i = 0; i < to.length; i++) to[i] += chain(local(x[i], y[i], out[i]), grad[i]);`);
    return [name, {
      forward: new Function("out", "x", "y", `"use strict";
        const forward = ${forward};
        for (let i = 0; i < out.length; i++) out[i] = forward(x[i], y[i]);`),
      dx: passes(dx),
      dy: dy && passes(dy),
    }];
  }));
}
