package playmore.lesson;

/**
 * What a check says of an answer.
 *
 * @param right whether the answer is right
 * @param message the whole of it in words
 */
public record Verdict(boolean right, String message) {

    static Verdict right(String praise) {
        return new Verdict(true, "Right: " + praise);
    }

    static Verdict notYet(String hint) {
        return new Verdict(false, "Not yet: " + hint);
    }

    static Verdict wrong(String finding, String hint) {
        return new Verdict(false, "Wrong: " + finding + "\n       " + hint);
    }

    @Override
    public String toString() {
        return message;
    }
}
