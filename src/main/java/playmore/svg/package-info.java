/**
 * What all pictures share.
 *
 * <ul>
 *   <li>{@link playmore.svg.Svg}: a picture as a tree, read, changed and written
 *   <li>{@link playmore.svg.InlineSvg}: a picture as part of a page
 *   <li>{@link playmore.svg.Palette}: its colours
 *   <li>{@link playmore.svg.TextWidth}: text that fits in any font
 *   <li>{@link playmore.svg.RightToLeft}: Hebrew and Arabic as they are seen
 *   <li>{@link playmore.svg.Xml}: text that is markup's
 * </ul>
 */
package playmore.svg;
