/** The frame of every HTML page, and text in HTML. */
package playmore.page;
