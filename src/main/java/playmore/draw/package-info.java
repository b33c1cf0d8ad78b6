/**
 * Draws the graph of an expression, as the lecture does.
 *
 * <ul>
 *   <li>{@link playmore.draw.DrawDot}: {@code drawDot(L)}
 *   <li>{@link playmore.draw.Drawing}: the picture, with its graph and its source
 *   <li>{@code Dot}: the expression as a graph of graphviz-java; roles, labels, numbers
 *   <li>{@code Layout}: graphviz-java's engine; chooses what lays it out, {@code GraphvizWasm}, which is built in, or {@code DotProgram}
 *   <li>{@code GraphSvg}: what the engine drew, checked and made fit for notes
 * </ul>
 */
package playmore.draw;
