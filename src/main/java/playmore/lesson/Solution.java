package playmore.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The answers of chapter 21, for whoever asks. */
public final class Solution {

    private Solution() {}

    /**
     * Prints one way to solve the exercise.
     *
     * @throws IllegalArgumentException if there is no such exercise
     */
    public static void solution(int exercise) {
        System.out.print(of(exercise));
    }

    static String of(int exercise) {
        try (InputStream in = Solution.class.getResourceAsStream("solution-" + exercise + ".jsh")) {
            if (in == null) throw new IllegalArgumentException("There is no exercise " + exercise + ": they are 1 to 6");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
