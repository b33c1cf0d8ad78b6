/**
 * Replays the lecture: {@link playmore.replay.Script} reads a chapter, {@link
 * playmore.replay.Replay} runs it in JShell and tells what happens as {@link
 * playmore.replay.Event}s.
 */
package playmore.replay;
