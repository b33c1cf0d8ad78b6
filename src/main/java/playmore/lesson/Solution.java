package playmore.lesson;

import playmore.output.Jar;

/** The solutions to the exercises of chapter 21. */
public final class Solution {

    private Solution() {}

    /**
     * Prints one way to solve the exercise.
     *
     * @throws IllegalArgumentException if there is no such exercise
     */
    public static void solution(int exercise) {
        if (exercise < 1 || exercise > 6) {
            throw new IllegalArgumentException("There is no exercise " + exercise + ": they are 1 to 6");
        }
        System.out.print(Jar.text(Solution.class, "solution-" + exercise + ".jsh"));
    }
}
