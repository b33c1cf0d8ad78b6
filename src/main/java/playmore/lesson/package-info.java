/**
 * What single chapters need: the moons of chapter 20, the drawings of chapters 07 and 14, and the checks of chapter 21.
 * Each check measures whether an answer is right. If it is wrong, the check says what probably went wrong. {@link
 * playmore.lesson.BackwardCheck} works for any expression.
 */
package playmore.lesson;
