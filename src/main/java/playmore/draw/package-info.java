/**
 * Draws the graph of an expression, as the lecture does.
 *
 * <ul>
 *   <li>{@link playmore.draw.DrawDot}: {@code drawDot(L)}
 *   <li>{@link playmore.draw.Drawing}: the picture, with its graph and its source
 *   <li>{@code Dot}: the expression as a graph of graphviz-java, with roles, labels and numbers
 *   <li>{@code Layout}: chooses what lays the graph out: {@code GraphvizWasm}, which is built in, or {@code DotProgram}
 *   <li>{@code GraphSvg}: checks Graphviz's SVG and prepares it for the notes
 * </ul>
 */
package playmore.draw;
