/**
 * Pictures that are not graphs: {@link playmore.plot.Plot} draws {@link playmore.plot.Series}.
 *
 * <p>None of it needs a desktop, or a font: text is text, laid out by Lets-Plot's own estimate of its
 * width.
 */
package playmore.plot;
