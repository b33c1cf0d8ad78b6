package playmore.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A well-known mistake in an exercise.
 *
 * @param hint what the verdict says about the mistake
 * @param formulas what answers with this mistake compute
 */
record Slip<F>(String hint, List<F> formulas) {

    @SafeVarargs
    static <F> Slip<F> of(String hint, F... formulas) {
        return new Slip<>(hint, List.of(formulas));
    }

    /** The hint of the first slip that has a formula which the answer computes. */
    static <F> Optional<String> hint(List<Slip<F>> slips, Predicate<F> isAnswer) {
        return slips.stream().filter(slip -> slip.formulas.stream().anyMatch(isAnswer)).map(Slip::hint).findFirst();
    }
}
