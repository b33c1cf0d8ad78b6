/**
 * The parts that all pictures share.
 *
 * <ul>
 *   <li>{@link playmore.svg.Svg}: reads, changes and writes a picture as a tree
 *   <li>{@link playmore.svg.InlineSvg}: makes a picture part of a page
 *   <li>{@link playmore.svg.Palette}: the colours
 *   <li>{@link playmore.svg.TextWidth}: how wide text is, in any font
 *   <li>{@link playmore.svg.RightToLeft}: puts Hebrew and Arabic into the order in which they are seen
 *   <li>{@link playmore.svg.Xml}: escapes text
 * </ul>
 */
package playmore.svg;
