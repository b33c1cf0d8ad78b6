/** What every page of HTML needs: escaped text, resources, pictures that can stand side by side. */
package playmore.page;
