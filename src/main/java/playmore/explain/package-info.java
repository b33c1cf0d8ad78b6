/**
 * How gradients come about, in mathematics and words.
 *
 * <ul>
 *   <li>{@link playmore.explain.Explain}: tells it of one node; {@link playmore.motion} shows it on pages that move
 *   <li>{@link playmore.explain.Expression}: an expression's nodes with names for formulas
 *   <li>{@link playmore.explain.LocalDerivative}, {@link playmore.explain.ChainRule}: the mathematics
 *   <li>{@link playmore.explain.Calculation}, {@link playmore.explain.Numbers}: calculations and numbers as text
 *   <li>{@link playmore.explain.Reasons}, {@link playmore.explain.Sources}: the words, and the code that made a node
 * </ul>
 *
 * All of it works on a snapshot of the expression and needs no more than each node's operation and
 * data, so it explains the engine's values and those of a learner's own class alike.
 */
package playmore.explain;
