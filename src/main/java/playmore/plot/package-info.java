/**
 * Charts: {@link playmore.plot.Plot} draws {@link playmore.plot.Series}, by the Lets-Plot library.
 *
 * <p>Drawing needs neither a desktop nor installed fonts, because Lets-Plot estimates how wide text is.
 */
package playmore.plot;
