package playmore.play;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import playmore.replay.Script;

/** All chapters in their order, and the places in them that a learner can name. */
public final class Lecture {

    private static final Pattern NUMBER = Pattern.compile("(?:chapter )?(\\d{1,2})(?:/(\\d{1,3}))?");

    /** A place in the lecture; where no cell is given, the chapter as it was left. */
    record Goal(int chapter, OptionalInt cell) {}

    private final List<Script> scripts;

    public Lecture(List<Script> scripts) {
        this.scripts = scripts;
    }

    int size() {
        return scripts.size();
    }

    Script get(int chapter) {
        return scripts.get(chapter);
    }

    List<String> names() {
        return scripts.stream().map(Script::name).toList();
    }

    /**
     * The place that the learner means: a cell of this chapter ({@code 7}), a chapter ({@code 05}, {@code chapter 12},
     * {@code 12-backward}), a cell of it ({@code 12/3}), a time in the lecture ({@code 0:38:09}), or a part of a
     * heading, of this chapter's first. A number that can be both is this chapter's cell.
     */
    Optional<Goal> find(String wanted, int here) {
        Matcher number = NUMBER.matcher(wanted);
        if (number.matches()) {
            OptionalInt cell = new PlayOrder(get(here)).number(wanted);
            if (cell.isPresent() && !wanted.startsWith("0")) return Optional.of(new Goal(here, cell));
            Optional<Integer> chapter = numbered(Integer.parseInt(number.group(1)));
            if (number.group(2) == null || chapter.isEmpty()) return chapter.map(c -> new Goal(c, OptionalInt.empty()));
            OptionalInt itsCell = new PlayOrder(get(chapter.get())).number(number.group(2));
            return itsCell.isPresent() ? Optional.of(new Goal(chapter.get(), itsCell)) : Optional.empty();
        }
        OptionalInt seconds = Script.Timecode.seconds(wanted);
        if (seconds.isPresent()) {
            int chapter = at(seconds.getAsInt());
            return Optional.of(new Goal(chapter, new PlayOrder(get(chapter)).at(seconds.getAsInt())));
        }
        return IntStream.range(0, size()).map(i -> (here + i) % size()).boxed()
                .flatMap(chapter -> named(wanted, chapter).stream()).findFirst();
    }

    private Optional<Integer> numbered(int number) {
        return IntStream.range(0, size()).boxed().filter(i -> Integer.parseInt(get(i).number()) == number).findFirst();
    }

    private Optional<Goal> named(String text, int chapter) {
        Script script = get(chapter);
        String part = text.toLowerCase(Locale.ROOT);
        OptionalInt cell = new PlayOrder(script).heading(part);
        boolean named = script.title().toLowerCase(Locale.ROOT).contains(part) || script.name().startsWith(part);
        return cell.isPresent() || named ? Optional.of(new Goal(chapter, cell)) : Optional.empty();
    }

    /**
     * The last chapter that starts at or before this time. The encores, whose times jump back, are not searched.
     *
     * @return its index; 0 if all start later
     */
    public int at(int seconds) {
        int next = 0;
        for (int before = 0; next < size(); next++) {
            int start = get(next).timecode().seconds();
            if (start < before || start > seconds) break;
            before = start;
        }
        return Math.max(0, next - 1);
    }
}
