// The random numbers of Rng: a seed gives the same ones here as in Java.

class Random {

  static #MULTIPLIER = 0x5DEECE66Dn;
  static #MASK = (1n << 48n) - 1n;
  #state;

  constructor(seed) {
    this.#state = (BigInt(seed) ^ Random.#MULTIPLIER) & Random.#MASK;
  }

  // Drawn evenly from low to high.
  uniform(low, high) {
    return low + (high - low) * (this.#next(26) * 2 ** 27 + this.#next(27)) * 2 ** -53;
  }

  #next(bits) {
    this.#state = (this.#state * Random.#MULTIPLIER + 0xBn) & Random.#MASK;
    return Number(this.#state >> BigInt(48 - bits));
  }
}
