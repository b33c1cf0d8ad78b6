/** What every page of HTML needs: its frame, and escaped text. */
package playmore.page;
