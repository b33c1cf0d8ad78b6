/**
 * Pages that move: {@link playmore.motion.Walk} goes backward through an expression node by node,
 * {@link playmore.motion.BreakIt} shows backpropagation done wrongly beside the right way.
 */
package playmore.motion;
