/**
 * The lecture notes: everything that happened in a replay, as pages that the learner keeps.
 *
 * <p>{@link playmore.notes.Notes} listens to the events of a replay. {@code Recorder} makes a {@code RecordedChapter}
 * of the events of one chapter. {@code HtmlPage}, {@code MarkdownPage} and {@code Notebook} each write it in one
 * format; they are visitors of its {@code Outcome}s. {@code ChapterFiles} and {@code ChapterSummary} keep facts about a
 * chapter for later runs. {@code Contents} writes the pages about all chapters.
 *
 * <p>{@link playmore.notes.SessionPage} writes the page of a session at the prompt. None of these classes runs code.
 * {@link playmore.notes.InJupyter} shows the same artifacts in a running notebook.
 */
package playmore.notes;
