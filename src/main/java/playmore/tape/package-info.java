/**
 * {@link playmore.tape.Tape}: an expression recorded once and replayed fast. What is not public is its
 * compiler: {@code Recording} writes the expression down, {@code Packing} finds what is alike, {@code
 * Assembly} puts the {@code Step}s in order.
 */
package playmore.tape;
