/**
 * Plays the lecture in the terminal, a cell at a time, with a prompt in between: {@link
 * playmore.play.Play} is the loop, {@link playmore.play.PlayOrder} a chapter cut where it waits, {@link
 * playmore.play.Bookmark} where the learner left it, {@link playmore.play.Prompt} the line that is typed.
 */
package playmore.play;
