// The random numbers of Rng.java: the same seed gives the same numbers here as in Java.

class Random {

  static #MULTIPLIER = 0x5DEECE66Dn;
  static #MASK = (1n << 48n) - 1n;
  #state;

  constructor(seed) {
    this.#state = (BigInt(seed) ^ Random.#MULTIPLIER) & Random.#MASK;
  }

  // A number from low to high, uniformly distributed.
  uniform(low, high) {
    return low + (high - low) * (this.#next(26) * 2 ** 27 + this.#next(27)) * 2 ** -53;
  }

  #next(bits) {
    this.#state = (this.#state * Random.#MULTIPLIER + 0xBn) & Random.#MASK;
    return Number(this.#state >> BigInt(48 - bits));
  }
}
