// The product rule: the slope of x, which is 1, times σ(x); plus x times the slope of σ(x), which is σ(x)·(1 − σ(x)).
Value swish(Value x) {
    double s = 1 / (1 + StrictMath.exp(-x.data));
    Value out = new Value(x.data * s, "swish", List.of(x));
    out.rule = () -> x.grad += (s + x.data * s * (1 - s)) * out.grad;
    return out;
}
