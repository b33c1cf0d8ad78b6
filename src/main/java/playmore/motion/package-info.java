/**
 * Pages that move.
 *
 * <ul>
 *   <li>{@link playmore.motion.Walk}: backward through an expression, node by node
 *   <li>{@link playmore.motion.BreakIt}: backpropagation done wrongly, beside the right way
 *   <li>{@link playmore.motion.Live}: a knob for each leaf, and all gradients follow
 *   <li>{@link playmore.motion.Tangent}: a secant whose {@code h} is dragged towards 0
 *   <li>{@link playmore.motion.Film}: a training played back
 *   <li>{@link playmore.motion.Playground}: a network that learns points that can be touched
 *   <li>{@link playmore.motion.MotionPage}: what they share; their scripts lie beside these classes in the jar, a file for each concern
 * </ul>
 */
package playmore.motion;
