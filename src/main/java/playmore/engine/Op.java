package playmore.engine;

/** The primitive operations of {@link Value}, for a {@link Tape}. */
enum Op {
    LEAF(0), ADD(2), MUL(2), POW(1), EXP(1), LOG(1), TANH(1), RELU(1);

    final int operands;

    Op(int operands) {
        this.operands = operands;
    }

    /** The operation that {@link Value#op} names. */
    static Op of(String name) {
        return switch (name) {
            case ""     -> LEAF;
            case "+"    -> ADD;
            case "*"    -> MUL;
            case "exp"  -> EXP;
            case "log"  -> LOG;
            case "tanh" -> TANH;
            case "relu" -> RELU;
            default     -> POW;     // "**" and the exponent
        };
    }

    /** The result of an operation with one operand; {@code k} is the exponent of POW. */
    double apply(double x, double k) {
        return switch (this) {
            case POW  -> Math.pow(x, k);
            case EXP  -> Math.exp(x);
            case LOG  -> Math.log(x);
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            default   -> throw new IllegalStateException(this + " has not one operand");
        };
    }

    /** The derivative of {@code y = apply(x, k)} with respect to {@code x}. */
    double derivative(double x, double k, double y) {
        return switch (this) {
            case POW  -> k * Math.pow(x, k - 1);
            case EXP  -> y;
            case LOG  -> 1 / x;
            case TANH -> 1 - y * y;
            case RELU -> x <= 0 ? 0 : 1;
            default   -> throw new IllegalStateException(this + " has not one operand");
        };
    }
}
