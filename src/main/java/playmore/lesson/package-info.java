/**
 * What single chapters need: the moons of chapter 20, the drawings of 07 and 14, the checks of chapter
 * 21. Each check tells right from wrong by measuring, and says what is likely to have gone wrong; {@link
 * playmore.lesson.BackwardCheck} works for any expression.
 */
package playmore.lesson;
