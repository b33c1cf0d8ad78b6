/**
 * The lecture notes: what happened in a replay, as pages that the learner keeps.
 *
 * <p>{@link playmore.notes.Notes} listens to the replay's events. {@code Recorder} gathers those of
 * one chapter into a {@code Chapter}; {@code HtmlPage}, {@code MarkdownPage} and {@code Notebook}
 * each write one out, knowing every kind of {@code Outcome}; {@code MadeFiles} remembers what a run made, and
 * {@code Contents} lists all chapters. {@link playmore.notes.SessionPage} is the page of a session at the prompt. None
 * of them runs code.
 */
package playmore.notes;
