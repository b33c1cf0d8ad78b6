/**
 * How gradients come about, in mathematics and words: {@link playmore.explain.Explain} tells it of one
 * node; {@link playmore.motion} shows it on pages that move.
 *
 * <p>All of it works on a snapshot of the expression and needs no more than each node's operation and
 * data, so it explains the engine's values and those of a learner's own class alike.
 */
package playmore.explain;
