/**
 * Pages on which numbers change.
 *
 * <ul>
 *   <li>{@link playmore.motion.Walk}: the backward pass of an expression, node by node
 *   <li>{@link playmore.motion.BreakIt}: backpropagation done wrongly, next to the right way
 *   <li>{@link playmore.motion.Live}: a knob for each leaf; all gradients follow
 *   <li>{@link playmore.motion.Tangent}: a secant whose {@code h} the reader drags towards 0
 *   <li>{@link playmore.motion.Film}: a training played back
 *   <li>{@link playmore.motion.Playground}: a network that learns points, which the reader can move
 *   <li>{@link playmore.motion.DrawingHistory}: the drawings of one expression in a chapter, as steps
 *   <li>{@link playmore.motion.MotionPage}: what these pages share; their scripts and styles are resources
 * </ul>
 */
package playmore.motion;
