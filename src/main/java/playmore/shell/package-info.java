/**
 * {@code ./build.sh shell}: {@link playmore.shell.Shell} opens the JDK's {@code jshell} tool, and {@link
 * playmore.shell.ShellEngine} runs there what is typed, on the engine of {@code run} and {@code play}.
 */
package playmore.shell;
