/**
 * Replays the lecture: {@link playmore.lecture.Script} reads a chapter, {@link
 * playmore.lecture.Replay} runs it in JShell and tells what happens as {@link
 * playmore.lecture.Event}s, {@link playmore.lecture.Terminal} shows them.
 */
package playmore.lecture;
