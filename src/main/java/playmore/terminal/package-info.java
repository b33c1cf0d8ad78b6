/** How what happens looks in a terminal: prose, code, results. */
package playmore.terminal;
