/**
 * Replays the lecture, and tells what happens.
 *
 * <ul>
 *   <li>{@link playmore.replay.Script}: a chapter as its author wrote it, in {@link playmore.replay.Markdown} and code
 *   <li>{@link playmore.replay.Replay}: runs chapters; {@link playmore.replay.Run} one of them, piece by piece
 *   <li>{@link playmore.replay.Event}: what happens
 *   <li>{@code Session}: the JShell of a run; {@link playmore.replay.LocalEngine} runs its code, and
 *       {@link playmore.replay.GuardedCode}, {@link playmore.replay.Interrupts} and {@link
 *       playmore.replay.Redefinition}
 *       are what the engine needs
 *   <li>{@code Diagnosis} and {@code Hints}: what went wrong, where, and what may help
 * </ul>
 */
package playmore.replay;
