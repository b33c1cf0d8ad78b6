/**
 * Pages that move: {@link playmore.motion.Walk} goes backward through an expression node by node,
 * {@link playmore.motion.BreakIt} shows backpropagation done wrongly beside the right way, {@link
 * playmore.motion.Live} has a knob for each leaf, {@link
 * playmore.motion.Film} plays a training back, {@link playmore.motion.Playground} trains a network that can be touched,
 * {@link playmore.motion.Tangent} lets a secant become a tangent.
 *
 * <p>What they share is {@link playmore.motion.Moving}; their scripts lie beside these classes in the jar, a file for each concern.
 */
package playmore.motion;
