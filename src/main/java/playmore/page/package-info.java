/** What every page of HTML needs: its frame, escaped text, resources, pictures that can stand side by side. */
package playmore.page;
