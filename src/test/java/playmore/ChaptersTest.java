package playmore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaptersTest {

    @TempDir Path scripts;

    @BeforeEach
    void writeSome() throws IOException {
        script("00-before", "0:00:00");
        script("01-derivative", "0:08:08");
        script("02-two", "0:32:10");
        script("09-nine", "1:09:02");
        script("10-ten", "1:17:32");
        script("22-encore", "0:06:00");
        script("90-far", "2:21:10");
        Files.writeString(scripts.resolve("helper.jsh"), "");
        Files.writeString(scripts.resolve("11-notes.txt"), "");
    }

    private void script(String name, String time) throws IOException {
        String number = name.replaceFirst("-.*", "");
        Files.writeString(scripts.resolve(name + ".jsh"), """
                // # %s · Test
                // Lecture [%s](https://example.org/)
                chapter("%s");
                """.formatted(number, time, name));
    }

    /** The numbers of the chapters that the words ask for. */
    private String asked(String... words) throws IOException {
        return Chapters.in(scripts).asked(List.of(words)).stream()
                .map(file -> file.getFileName().toString().replaceFirst("-.*", "")).collect(Collectors.joining(" "));
    }

    @Test
    void numbersNamesAndRanges() throws IOException {
        assertEquals("00 01 02 09 10 22 90", asked());
        assertEquals("01", asked("1"));
        assertEquals("01", asked("01"));
        assertEquals("00", asked("0"));
        assertEquals("90", asked("90"));
        assertEquals("02", asked("02-two"));
        assertEquals("09 01 02", asked("9", "1-2"));
        assertEquals("02 09 10", asked("02-10"));
        assertEquals("10 22 90", asked("10-99"));
        assertEquals(Optional.of(scripts.resolve("09-nine.jsh")), Chapters.in(scripts).first(List.of("9")));
    }

    @Test
    void aTimeIsTheChapterItFallsIntoAndAllAfter() throws IOException {
        assertEquals("09 10 22 90", asked("1:09:02"));
        assertEquals("09 10 22 90", asked("1:17:31"));
        assertEquals("10 22 90", asked("1:17:32"));
        assertEquals("01 02 09 10 22 90", asked("8:08"));
        assertEquals("00 01 02 09 10 22 90", asked("0:07:00"));
        assertEquals("10 22 90", asked("9:00:00"));
        assertEquals(Optional.of(scripts.resolve("01-derivative.jsh")), Chapters.in(scripts).first(List.of("32:09")));
    }

    @Test
    void beforeTheFirstChapterBeginsItIsTheFirst() throws IOException {
        Files.delete(scripts.resolve("00-before.jsh"));
        assertEquals("01 02 09 10 22 90", asked("0:01:00"));
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        String there = List.of("00", "01", "02", "09", "10", "22", "90").stream()
                .map(number -> "  " + number + " · Test").collect(Collectors.joining("\n"));
        for (String word : List.of("7", "", "1x", "two", "3-8", "-1", "1:9:0", "1:99:99", "8:60", "01-", "99999999999", "helper", "../01-derivative")) {
            assertEquals("There is no chapter " + word + ". There are:\n" + there,
                    assertThrows(IllegalArgumentException.class, () -> asked("1", word)).getMessage());
        }
    }

    @Test
    void aRangeThatRunsBackwardsIsTurnedRound() {
        assertEquals("The chapters are run in their order: ask for 9-10, not for 10-9.",
                assertThrows(IllegalArgumentException.class, () -> asked("10-9")).getMessage());
    }

    @Test
    void twoOfOneNumberAreBothNamed() throws IOException {
        script("9-again", "1:00:00");
        assertEquals(scripts.resolve("09-nine.jsh") + " and " + scripts.resolve("9-again.jsh")
                + " are both chapter 9: give one of them another number.",
                assertThrows(IllegalArgumentException.class, () -> asked("1")).getMessage());
    }

    @Test
    void aChapterWithoutATitleIsListedByItsName() throws IOException {
        Files.writeString(scripts.resolve("03-new.jsh"), "int x = 1;\n");
        Files.write(scripts.resolve("04-latin.jsh"), new byte[] {'/', '/', ' ', '#', ' ', '4', ' ', (byte) 0xe4, '\r', '\n'});
        Files.writeString(scripts.resolve("05-mark.jsh"), "\ufeff// # 05 · Marked\r\n");
        assertEquals(List.of("  03-new.jsh", "  4 \ufffd", "  05 · Marked"),
                Chapters.in(scripts).list().lines().toList().subList(3, 6));
    }
}
