/** The first class that Java loads. It is compiled for Java 8, so that an old Java can say what is missing. */
package playmore.launch;
