/**
 * How gradients come about: {@link playmore.explain.Explain} tells it of one node, {@link
 * playmore.explain.Walk} of a whole expression, {@link playmore.explain.BreakIt} shows what goes
 * wrong where backpropagation is done wrongly.
 *
 * <p>All of it works on a snapshot of the expression and needs no more than each node's operation and
 * data, so it explains the engine's values and those of a learner's own class alike.
 */
package playmore.explain;
