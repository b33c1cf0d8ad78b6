/**
 * The checks of chapter 21: each tells right from wrong by measuring, and says what is likely to have
 * gone wrong. {@link playmore.exercise.BackwardCheck} works for any expression.
 */
package playmore.exercise;
