/**
 * The two processes of {@code ./build.sh shell}: {@link playmore.shell.Shell} opens the {@code jshell} tool, {@link
 * playmore.shell.FastEngine} joins it to the process that runs what is typed, and {@link playmore.shell.Agent}
 * prepares the latter.
 */
package playmore.shell;
