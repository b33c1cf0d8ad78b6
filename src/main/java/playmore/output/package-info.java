/**
 * The files that are made for the learner.
 *
 * <ul>
 *   <li>{@link playmore.output.Output}: one folder per chapter, with numbered files; each is written completely or
 *       not at all, and never replaces a file of the learner's
 *   <li>{@link playmore.output.Artifact}: a picture, a table or a page
 *   <li>{@link playmore.output.Picture}: an SVG, which can also be saved as PNG
 *   <li>{@link playmore.output.ShownTable}: a table as it was shown
 *   <li>{@link playmore.output.Page}: an HTML page
 *   <li>{@link playmore.output.PlainText}: makes any text safe to show
 *   <li>{@link playmore.output.JsonFile}: an object that one run leaves for the next
 *   <li>{@link playmore.output.Setting}: the kit's system properties
 *   <li>{@link playmore.output.Fault}: messages about exceptions
 *   <li>{@link playmore.output.Jar}: the kit's jar, and the resources in it
 * </ul>
 */
package playmore.output;
