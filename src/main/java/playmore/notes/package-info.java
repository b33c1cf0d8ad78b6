/**
 * The lecture notes: what happened in a replay, as pages that the learner keeps.
 *
 * <p>{@link playmore.notes.Notes} listens to the replay's events. {@code Recorder} gathers those of
 * one chapter into a {@code RecordedChapter}; {@code HtmlPage}, {@code MarkdownPage} and {@code Notebook}
 * each write one out, knowing every kind of {@code Outcome}; {@code ChapterFiles} and {@code ChapterSummary} keep what the next
 * run needs of it, and {@code Contents} lists all chapters. {@link playmore.notes.SessionPage} is the page of a session at the prompt. None
 * of them runs code. {@link playmore.notes.InJupyter} shows the same things in a notebook that runs.
 */
package playmore.notes;
