/**
 * The lecture notes: what happened in a replay, as pages that the learner keeps.
 *
 * <p>{@link playmore.notes.Notes} listens to the replay's events. {@code Recorder} gathers those of
 * one chapter into a {@code Chapter}; {@code HtmlPage}, {@code MarkdownPage} and {@code Notebook}
 * each write one out, and {@code Contents} lists them all. None of them runs code.
 */
package playmore.notes;
