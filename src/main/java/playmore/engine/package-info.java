/**
 * The engine: numbers that remember how they were computed, and the networks built of them.
 *
 * <ul>
 *   <li>{@link playmore.engine.Value}: a number, its operations, and {@code backward()}
 *   <li>{@link playmore.engine.Op}: what each operation computes, and its local derivative
 *   <li>{@link playmore.engine.Neuron}, {@link playmore.engine.Layer}, {@link playmore.engine.MLP}:
 *       networks
 *   <li>{@link playmore.engine.Rng}: the source of random weights
 *   <li>{@link playmore.engine.Slope}: a derivative, measured by bumping
 *   <li>{@link playmore.engine.Node}, {@link playmore.engine.Graph}: what pictures and explanations need
 *       to know of a value, and of all that it was made from
 * </ul>
 *
 * It depends on nothing but the JDK.
 */
package playmore.engine;
