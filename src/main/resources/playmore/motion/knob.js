// A slider and a field for one number.

class Knob {

  static #STEPS = 200;     // from the middle of the slider to each end

  // Calls turned(number) when the user chooses a number.
  constructor(name, number, turned) {
    this.slider = make("input", {type: "range", step: "any", ariaLabel: name + ", slider"});
    this.field = make("input", {type: "number", step: "any", ariaLabel: name});
    this.element = make("div", {className: "knob"}, make("span", {textContent: name}), this.slider, this.field);
    this.slider.oninput = () => turned(this.#rounded(Number(this.slider.value)));
    this.field.oninput = () => {
      if (this.field.value !== "" && this.field.checkValidity()) turned(Number(this.field.value));
    };
    this.field.onblur = () => this.show(this.number);
    this.reach = Knob.#reach(number);
    this.show(number);
  }

  show(number) {
    this.number = number;
    if (!isFinite(number)) return this.field.value = "";
    if (Math.abs(number) > this.reach) this.reach = Knob.#reach(number);
    this.slider.min = -this.reach;
    this.slider.max = this.reach;
    this.slider.value = number;
    if (document.activeElement !== this.field) this.field.value = Number(number.toPrecision(5));
  }

  // The number at each end of the slider: 1, 2 or 5 times a power of ten, well beyond the current number.
  static #reach(number) {
    if (number === 0 || !isFinite(number)) return 2;
    const size = 1.5 * Math.abs(number), ten = 10 ** Math.floor(Math.log10(size));
    return [1, 2, 5, 10].map(x => x * ten).find(x => x >= size) ?? 10 * ten;
  }

  #rounded(number) {
    const step = Knob.#reach(this.reach / 1.5) / Knob.#STEPS;
    return Number((Math.round(number / step) * step).toPrecision(10));
  }
}
