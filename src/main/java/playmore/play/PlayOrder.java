package playmore.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import playmore.replay.Script;

/**
 * A chapter in the pieces in which it is played: prose up to a question, and cells. Cells are counted
 * from 1, as a learner counts them, who does not see the one that only says where pictures go.
 */
final class PlayOrder {

    private final List<Script.Block> all = new ArrayList<>();
    private final Script script;

    PlayOrder(Script script) {
        this.script = script;
        for (Script.Block block : script.blocks()) {
            if (block instanceof Script.Prose prose) all.addAll(prose.byQuestions());
            else all.add(block);
        }
    }

    int size() {
        return all.size();
    }

    Script.Block get(int place) {
        return all.get(place);
    }

    /** The cell at this place, where there is one. */
    Script.Cell cell(int place) {
        return (Script.Cell) all.get(place);
    }

    /** Whether the learner sees nothing of what is here. */
    boolean isUnseen(int place) {
        return isCell(place) && script.justBegins(cell(place));
    }

    private boolean isCell(int place) {
        return all.get(place) instanceof Script.Cell;
    }

    /** How many cells there are. */
    int cells() {
        return cellFrom(all.size()) - 1;
    }

    /** The number of the cell at this place, or of the first one after it; one more than there are where none is. */
    int cellFrom(int place) {
        return 1 + (int) cells(place).count();
    }

    private IntStream cells(int before) {
        return IntStream.range(0, before).filter(place -> isCell(place) && !isUnseen(place));
    }

    /** Returns the place of this cell, or the end if there is no such cell. */
    int placeOf(int cell) {
        return cells(all.size()).skip(cell - 1).findFirst().orElse(all.size());
    }

    /** Returns the place of the prose that leads to this cell: the one after the cell before. */
    int leadTo(int cell) {
        int place = placeOf(cell);
        while (place > 0 && !isCell(place - 1)) place--;
        return place;
    }

    /** The cell of this number; nothing where there is none. */
    OptionalInt number(String number) {
        int cell = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
        return cell >= 1 && cell <= cells() ? OptionalInt.of(cell) : OptionalInt.empty();
    }

    /** The first cell below the heading that has this in it, in lower case. */
    OptionalInt heading(String part) {
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place) instanceof Script.Prose prose
                    && prose.headings().stream().anyMatch(heading -> heading.toLowerCase(Locale.ROOT).contains(part))) {
                return OptionalInt.of(Math.min(cellFrom(place), cells()));
            }
        }
        return OptionalInt.empty();
    }

    /** The cells from this place on, by their numbers. */
    Map<Integer, Script.Cell> cellsFrom(int place) {
        Map<Integer, Script.Cell> cells = new LinkedHashMap<>();
        cells(all.size()).filter(at -> at >= place).forEach(at -> cells.put(cellFrom(at), cell(at)));
        return cells;
    }

    /** The first cell of the last passage that begins at this time or before. */
    OptionalInt at(int seconds) {
        OptionalInt found = OptionalInt.empty();
        int passage = -1;
        for (int cell = 1; cell <= cells(); cell++) {
            int begins = cell(placeOf(cell)).timecode().seconds();
            if (begins != passage && begins <= seconds) found = OptionalInt.of(cell);
            passage = begins;
        }
        return found;
    }

    /** The chapter's headings and cells, a line each; an arrow at the cell that is next. */
    List<String> list(int next) {
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            int cell = cellFrom(place);
            if (all.get(place) instanceof Script.Prose prose) lines.addAll(prose.headings());
            if (all.get(place) instanceof Script.Cell code && !isUnseen(place)) {
                String first = code.code().lines().findFirst().orElse("");
                lines.add(String.format(Locale.ROOT, " %s %2d  %s", cell == next ? "▸" : " ", cell,
                        first.length() > 64 ? first.substring(0, 63) + "…" : first));
            }
        }
        return lines;
    }
}
