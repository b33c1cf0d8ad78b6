/**
 * The engine: numbers that remember how they were computed, and networks built from them.
 *
 * <ul>
 *   <li>{@link playmore.engine.Value}: a number, its operations, and {@code backward()}
 *   <li>{@link playmore.engine.Op}: the operations, with their local derivatives
 *   <li>{@link playmore.engine.Neuron}, {@link playmore.engine.Layer}, {@link playmore.engine.MLP}:
 *       networks
 *   <li>{@link playmore.engine.Rng}: the source of random weights
 *   <li>{@link playmore.engine.Slope}: a derivative, measured by bumping
 *   <li>{@link playmore.engine.Node}, {@link playmore.engine.Graph}: snapshots of a value, and of everything that
 *       it was made from, for pictures and explanations
 * </ul>
 *
 * The engine depends only on the JDK. {@code playmore-engine.jar} has it and the tape alone.
 */
package playmore.engine;
