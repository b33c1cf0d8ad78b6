/** Pictures between the lines of a terminal: finds out what the terminal can show, and encodes pictures for it. */
package playmore.inline;
