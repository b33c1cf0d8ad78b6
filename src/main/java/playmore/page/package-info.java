/** What every page of HTML needs: its frame, escaped text, resources. */
package playmore.page;
