/**
 * What is made for the learner, and where it lies.
 *
 * <ul>
 *   <li>{@link playmore.output.Output}: a folder a chapter, files numbered, each written whole or not
 *       at all, and none that is the learner's own
 *   <li>{@link playmore.output.Artifact}: something that was made
 *   <li>{@link playmore.output.Picture}: an SVG, which can be had by another name or as a PNG
 *   <li>{@link playmore.output.ShownTable}: a table's cells as they were shown
 *   <li>{@link playmore.output.Page}: a page of HTML
 *   <li>{@link playmore.output.PlainText}: text from elsewhere, as it may be shown
 *   <li>{@link playmore.output.JsonFile}: what one run leaves for the next
 *   <li>{@link playmore.output.Setting}: the kit's system properties
 *   <li>{@link playmore.output.Fault}: what is said when the kit cannot go on
 *   <li>{@link playmore.output.Jar}: the kit's own jar, and the texts in it
 * </ul>
 */
package playmore.output;
