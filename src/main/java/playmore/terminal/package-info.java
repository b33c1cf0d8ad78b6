/** Shows a replay on the terminal: prose, code and output. */
package playmore.terminal;
