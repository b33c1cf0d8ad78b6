/**
 * {@link playmore.tape.Tape}: an expression that is recorded once and replayed fast. The other classes compile it:
 * {@code Recording} copies the expression into arrays, {@code Packing} finds values that are computed alike, and
 * {@code Assembly} puts the {@code Step}s in order.
 */
package playmore.tape;
