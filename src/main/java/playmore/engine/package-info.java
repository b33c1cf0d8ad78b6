/**
 * The engine: numbers that remember how they were computed, and the networks built of them.
 *
 * <ul>
 *   <li>{@link playmore.engine.Value}: a number, its operations, and {@code backward()}
 *   <li>{@link playmore.engine.Neuron}, {@link playmore.engine.Layer}, {@link playmore.engine.MLP}:
 *       networks
 *   <li>{@link playmore.engine.Rng}: the source of random weights
 *   <li>{@link playmore.engine.GradCheck}: gradients against measured slopes
 *   <li>{@link playmore.engine.Node}, {@link playmore.engine.Graph}: what pictures and explanations need
 *       to know of a value, and of all that it was made from
 *   <li>{@link playmore.engine.Tape}: an expression recorded once and replayed fast; all that is
 *       not public here belongs to it ({@code Recording} writes the steps down, {@code Packing} finds
 *       what is alike, {@code Assembly} puts the {@code Step}s in order)
 * </ul>
 *
 * It depends on nothing but the JDK.
 */
package playmore.engine;
