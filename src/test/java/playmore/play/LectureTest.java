package playmore.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.replay.Script;

/** Whatever a learner may call a place in the lecture, it is found. */
class LectureTest {

    private static Lecture lecture;

    @BeforeAll
    static void read() throws IOException {
        lecture = new Lecture(Script.all(Path.of("scripts")));
    }

    private static Optional<Lecture.Goal> goal(int chapter, int cell) {
        return Optional.of(new Lecture.Goal(chapter, OptionalInt.of(cell)));
    }

    @Test
    void eachCellHasANumberAndAPlace() {
        for (int chapter = 0; chapter < lecture.size(); chapter++) {
            PlayOrder order = new PlayOrder(lecture.get(chapter));
            for (int cell = 1; cell <= order.cells(); cell++) {
                String what = lecture.get(chapter).name() + " " + cell;
                assertEquals(goal(chapter, cell), lecture.find("" + cell, chapter), what);
                assertEquals(goal(chapter, cell), lecture.find(lecture.get(chapter).number() + "/" + cell, 0), what);
                assertEquals(cell, order.cellFrom(order.placeOf(cell)), what);
                assertTrue(order.leadTo(cell) <= order.placeOf(cell), what);
                assertEquals(cell, order.cellFrom(order.leadTo(cell)), what);
            }
            assertEquals(order.size(), order.placeOf(order.cells() + 1));
            assertEquals(order.cells() + 1, order.cellFrom(order.size()));
        }
    }

    @Test
    void eachChapterIsFoundByItsNumberItsNameAndItsTitle() {
        for (int chapter = 0; chapter < lecture.size(); chapter++) {
            Script script = lecture.get(chapter);
            assertEquals(chapter, lecture.find("chapter " + script.number(), 0).orElseThrow().chapter(), script.name());
            assertEquals(chapter, lecture.find(script.name(), 0).orElseThrow().chapter(), script.name());
            assertEquals(chapter, lecture.find(script.title(), chapter).orElseThrow().chapter(), script.name());
        }
    }

    /** Until the encores, whose times jump back. */
    @Test
    void eachSecondBelongsToTheChapterThatHasBegun() {
        for (int chapter = 1; lecture.get(chapter).timecode().seconds() >= lecture.get(chapter - 1).timecode().seconds(); chapter++) {
            int start = lecture.get(chapter).timecode().seconds();
            assertEquals(chapter, lecture.at(start), lecture.get(chapter).name());
            assertEquals(chapter - 1, lecture.at(start - 1), lecture.get(chapter).name());
            assertEquals(chapter, lecture.find(lecture.get(chapter).timecode().time(), 0).orElseThrow().chapter());
        }
        assertEquals(0, lecture.at(0));
        assertEquals(lecture.at(8470), lecture.at(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "05/99", "99/1", "no such heading", "chapter 77", "05/0"})
    void whatIsNotThereIsNotFound(String wanted) {
        assertEquals(Optional.empty(), lecture.find(wanted, 5));
    }
}
