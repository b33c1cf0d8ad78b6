package playmore.bench;

import playmore.engine.Value;

/** Prints how many values an expression can have before the heap is full, having gone back through all of them. */
final class LargestExpression {

    private LargestExpression() {}

    public static void main(String[] args) {
        byte[][] reserve = {new byte[1 << 20]};
        Value a = new Value(1);
        Value sum = a;
        long values = 1;
        try {
            while (true) {
                sum = sum.add(a);
                values++;
            }
        } catch (OutOfMemoryError full) {
            reserve[0] = null;
            sum.backward();
            if (a.grad != values) throw new IllegalStateException("gradient " + a.grad + " of " + values + " values");
            System.out.println(values);
        }
    }
}
