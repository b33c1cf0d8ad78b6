/**
 * The two processes of {@code ./build.sh shell}: {@link playmore.shell.FastEngine} joins the {@code jshell}
 * tool to the process that runs what is typed, and {@link playmore.shell.Agent} prepares the latter.
 */
package playmore.shell;
