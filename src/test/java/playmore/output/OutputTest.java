package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.Jdk;
import playmore.MakesFiles;
import playmore.SystemOut;
import playmore.output.Output;

class OutputTest extends MakesFiles {

    @Test
    void filesOfAChapterAreNumbered() {
        assertEquals(out.resolve("05-test/01-L.svg"), Output.next("L", ".svg"));
        assertEquals(out.resolve("05-test/02-x1w1-x2w2.svg"), Output.next("x1w1 + x2w2", ".svg"));
        assertEquals(out.resolve("05-test/03-untitled.csv"), Output.next("../..", ".csv"));
        assertEquals(out.resolve("05-test/04-Größe.csv"), Output.next("Größe", ".csv"));
        assertEquals(out.resolve("05-test/05-" + "a".repeat(40) + ".svg"), Output.next("a".repeat(10_000), ".svg"));
        assertEquals(out.resolve("05-test/06-a" + "𝒜".repeat(39) + ".svg"), Output.next("a" + "𝒜".repeat(10_000), ".svg"));
        assertEquals(out.resolve("05-test/07-नमस्ते-दुनिया.svg"), Output.next("नमस्ते ❤️ दुनिया", ".svg"));
    }

    @Test
    void chapterBeginsAtOneAgain() {
        Output.next("L", ".svg");
        Output.chapter("06-test");
        assertEquals(out.resolve("06-test/01-L.svg"), Output.next("L", ".svg"));
    }

    @Test
    void eachSessionHasAFolderOfItsOwn() {
        assertEquals(out.resolve("session-1"), Output.newSessionFolder());
        assertEquals(out.resolve("session-2"), Output.newSessionFolder());
    }

    @Test
    void ownNameNeedsNoSuffix() {
        assertEquals(out.resolve("05-test/my graph.svg"), Output.named("my graph", ".svg"));
        assertEquals(out.resolve("05-test/my graph.svg"), Output.named("my graph.svg", ".svg"));
        assertEquals(out.resolve("05-test/नमस्ते.svg"), Output.named("नमस्ते", ".svg"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"../L", "/tmp/L", "a/b", "a\\b", "..", ".", "", " ", ".hidden", "C:L", "a\nb", "a\0b",
        "a.", "a ", "\uD83D", "con", "AUX", "Nul.b", "com1", "COM¹", "lpt² .x", "Lpt³"})
    void nameThatIsNoPlainFileEverywhereIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Output.named(name, ".svg"));
        assertThrows(IllegalArgumentException.class, () -> Output.chapter(name));
    }

    @Test
    void aNameIsAsLongAsFileSystemsTake() throws IOException {
        Output.write(Output.named("𝒜".repeat(60), ".svg"), "text");
        assertEquals(1, files().size());
        Exception e = assertThrows(IllegalArgumentException.class, () -> Output.named("a".repeat(10_000), ".svg"));
        assertEquals("\"" + "a".repeat(20) + "…\" is too long for a file name: use at most 60 characters", e.getMessage());
    }

    /** What is two files on Linux must be two on Windows and macOS, where "Loss" and "loss" are one. */
    @ParameterizedTest
    @CsvSource({"Loss, loss", "größe, GRÖSSE", "ﬁle, FILE", "é, e\u0301", "01-l, 01-L", "02-x, 02-X"})
    void namesThatSomeSystemTakesForOneAreRefused(String first, String second) throws IOException {
        Output.next("L", ".svg");
        if (!first.startsWith("01")) Output.write(Output.named(first, ".svg"), "kept");
        String other = first.startsWith("01") ? "01-L" : first;
        Exception e = assertThrows(IllegalArgumentException.class, () -> Output.named(first.startsWith("01") ? first : second, ".svg"));
        assertTrue(e.getMessage().endsWith("\"" + other + ".svg\" are one file on Windows and macOS: use another name"), e.getMessage());
        assertEquals(out.resolve("05-test/" + second + ".png"), Output.named(second, ".png"));
        assertEquals(out.resolve("05-test/" + other + ".svg"), Output.named(other, ".svg"));
        Output.chapter("05-test");
        assertEquals(out.resolve("05-test/" + second + ".svg"), Output.named(second, ".svg"));
    }

    @Test
    void chaptersThatSomeSystemTakesForOneAreRefused() {
        Output.chapter("Mine");
        Output.chapter("Mine");
        assertThrows(IllegalArgumentException.class, () -> Output.chapter("mine"));
    }

    @Test
    void aNumberThatALearnerGaveIsLeftOut() {
        Output.named("02-l", ".svg");
        assertEquals(out.resolve("05-test/01-L.svg"), Output.next("L", ".svg"));
        assertEquals(out.resolve("05-test/03-L.svg"), Output.next("L", ".svg"));
    }

    /** Another process may be writing; what is an hour old is a killed run's. */
    @Test
    void whatIsBeingWrittenIsNotDeleted() throws IOException {
        Path folder = Files.createDirectories(out.resolve("05-test"));
        Path now = Files.writeString(folder.resolve(part()), "half"), old = Files.writeString(folder.resolve(part()), "half");
        assertTrue(old.toFile().setLastModified(System.currentTimeMillis() - 2 * 3600 * 1000));
        Path picture = Files.writeString(folder.resolve("01-L.svg"), "whole");
        assertTrue(now.toFile().setLastModified(System.currentTimeMillis() - 1800 * 1000));
        assertTrue(picture.toFile().setLastModified(System.currentTimeMillis() - 2 * 3600 * 1000));
        Output.chapter("05-test");
        assertEquals(Set.of(now, picture), Set.copyOf(files()));
    }

    @Test
    void partsOfTheLearnersOwnAreNotDeleted() throws IOException {
        Path folder = Files.createDirectories(out.resolve("05-test"));
        Path elsewhere = Files.writeString(out.resolve("score"), "mine");
        List<Path> mine = new ArrayList<>();
        for (String name : List.of("orchestra.part", ".score.part", ".part", part() + "x", part().replace("-", ""))) {
            mine.add(Files.writeString(folder.resolve(name), "mine"));
        }
        mine.add(Files.createDirectory(folder.resolve("empty.part")));
        mine.add(Files.createDirectory(folder.resolve(part())));
        mine.add(Files.createSymbolicLink(folder.resolve(part()), elsewhere));
        for (Path path : mine) assertTrue(path.toFile().setLastModified(System.currentTimeMillis() - 2 * 3600 * 1000));
        Output.chapter("05-test");
        Output.makeRoot();
        assertEquals(Set.copyOf(mine), Set.copyOf(files()));
    }

    @Test
    void whatAKilledRunLeftIsDeletedInEachFolder() throws IOException {
        List<Path> folders = List.of(out, Files.createDirectories(out.resolve("assets")));
        for (Path folder : folders) {
            assertTrue(Files.writeString(folder.resolve(part()), "half").toFile().setLastModified(0));
        }
        Output.makeRoot();
        for (Path folder : folders) assertEquals(0, folder.toFile().listFiles(File::isFile).length, folder.toString());
    }

    private static String part() {
        return "." + UUID.randomUUID() + ".part";
    }

    @ParameterizedTest
    @ValueSource(strings = {"session-1", "Session-12", "assets", "LECTURE"})
    void foldersThatTheKitMakesItselfAreNoChapters(String name) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Output.chapter(name));
        assertEquals("\"" + name + "\" is a folder of Playmore's own: use another name", e.getMessage());
    }

    @Test
    void aTitleOfNothingButMarksIsShort() {
        assertEquals(out.resolve("05-test/01-untitled.svg"), Output.next("!\u0301".repeat(20_000), ".svg"));
        assertEquals(out.resolve("05-test/02-a-b.svg"), Output.next("a" + "!\u0301".repeat(20_000) + "b", ".svg"));
    }

    /** Files of the learner's own, of each kind, among the kit's. */
    @Test
    void onlyWhatTheKitWroteIsReplaced() throws IOException {
        Random random = new Random(7);
        Files.createDirectories(out.resolve("05-test"));
        Map<Path, String> mine = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            Path file = Output.named("file " + random.nextInt(20), random.nextBoolean() ? ".svg" : ".csv");
            String content = "content " + random.nextInt(3);
            if (random.nextInt(4) == 0 && !Files.isSymbolicLink(file)) {
                mine.put(file, "mine " + i);    // new, or changed
                if (random.nextBoolean()) {
                    Files.writeString(file, "mine " + i);
                } else {
                    Files.deleteIfExists(file);
                    Files.createSymbolicLink(file, Files.writeString(out.resolve("mine " + i), "mine " + i));
                }
            } else if (mine.containsKey(file)) {
                Exception e = assertThrows(IllegalArgumentException.class, () -> Output.write(file, content));
                assertTrue(e.getMessage().startsWith(file + " was not written by Playmore, or was changed since")
                        && e.getMessage().contains("-Dplaymore.out=FOLDER"), e.getMessage());
                assertThrows(IllegalArgumentException.class, () -> Output.check(file));
            } else {
                Output.check(file);
                Output.write(file, content);
                assertEquals(content, Files.readString(file));
            }
        }
        assertTrue(mine.size() > 10);
        for (Path file : mine.keySet()) assertEquals(mine.get(file), Files.readString(file), file.toString());
        assertTrue(files().stream().noneMatch(file -> file.toString().endsWith(".part")));
    }

    /** The folder may be moved, and its list be cut off in a line by a full disk. */
    @Test
    void whatAnotherRunWroteIsKnown() throws IOException {
        Path file = Output.named("L", ".svg");
        Output.write(file, "first");
        Path list = out.resolve(".playmore"), copy = out.resolve("copy");
        Files.writeString(list, Files.readString(list) + "\n0123-45");
        Files.createDirectories(copy.resolve("05-test"));
        for (Path from : List.of(file, list)) Files.copy(from, copy.resolve(out.relativize(from)));
        System.setProperty("playmore.out", copy.toString());
        Output.chapter("05-test");
        Path copied = Output.named("L", ".svg");
        Output.write(copied, "second");
        Output.write(copied, "third");
        assertEquals("third", Files.readString(copied));
        Files.writeString(copied, "second");    // as if the last run had never been
        Output.write(copied, "fourth");
        assertEquals("fourth", Files.readString(copied));
    }

    @Test
    void aDamagedListOfWhatTheKitWroteIsNamedAndPutAside() throws IOException {
        Path file = Output.next("L", ".svg");
        Output.write(file, "first");
        Files.write(out.resolve(".playmore"), new byte[] {-1, 0, 10, -1});
        String said = SystemOut.err(() -> assertThrows(IllegalArgumentException.class, () -> Output.write(file, "second")));
        assertTrue(said.startsWith("What the kit wrote before cannot be read from " + out.resolve(".playmore")), said);
        assertTrue(Files.exists(out.resolve(".playmore.damaged-1")));
        assertEquals("first", Files.readString(file));
        Output.write(Output.next("L", ".svg"), "third");
    }

    @Test
    void writingReplacesTheWholeFileAndLeavesNothingElse() throws IOException {
        Path file = Output.next("L", ".svg");
        Output.write(file, "first, and longer");
        Path before = Files.createLink(out.resolve("before"), file);
        Output.write(file, "zweite µ");
        assertEquals("zweite µ", Files.readString(file));
        assertEquals("first, and longer", Files.readString(before), "the new one is another file");
        assertEquals(List.of(file), files());
    }

    @Test
    void failedWriteKeepsWhatWasThereAndSaysWhichFile() throws IOException {
        Path file = Output.next("L", ".svg");
        Files.createDirectories(file.resolve("in the way"));
        UserError e = assertThrows(UserError.class, () -> Output.write(file, "new"));
        assertTrue(e.getMessage().contains("01-L.svg") && e.getMessage().contains("open in another program"), e.getMessage());
        assertTrue(Files.exists(file.resolve("in the way")));
        assertEquals(List.of(file), files());
    }

    /** On Windows, what another program reads cannot be replaced; here, a folder with something in it. */
    @Test
    void whatAnotherProgramHasForAMomentIsWrittenEvenSo() throws Exception {
        Path file = Output.next("L", ".svg"), reads = Files.createDirectories(file.resolve("reads"));
        Thread other = new Thread(() -> {
            LockSupport.parkNanos(50_000_000);
            reads.toFile().delete();
            file.toFile().delete();
        });
        other.start();
        Output.write(file, "new");
        other.join();
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aFolderThatCannotBeIsToldAtOnce() throws IOException {
        System.setProperty("playmore.out", out.resolve("a/b").toString());
        Output.makeRoot();
        Output.makeRoot();
        assertTrue(Files.isDirectory(out.resolve("a/b")));
        Path inTheWay = Files.writeString(out.resolve("file"), "kept");
        System.setProperty("playmore.out", inTheWay.toString());
        UserError e = assertThrows(UserError.class, Output::makeRoot);
        assertTrue(e.getMessage().startsWith("Cannot write to the folder " + inTheWay), e.getMessage());
        assertEquals("kept", Files.readString(inTheWay));
    }

    /** A process that draws without end is killed, again and again: no picture is ever half there. */
    @Test
    void aKilledRunLeavesNoHalfPicture() throws Exception {
        String picture = "0123456789".repeat(30_000);
        Path kept = out.resolve("05-test/kept.svg");
        Output.write(kept, picture);
        for (int round = 0; round < 2; round++) {
            Process process = new ProcessBuilder(Jdk.HERE.java("-cp", System.getProperty("java.class.path"), "-Dplaymore.out=" + out, Endless.class.getName(), picture.substring(0, 10)))
                    .redirectErrorStream(true).start();
            process.getInputStream().read();    // it has begun
            Thread.sleep(20 + 37 * round);
            process.destroyForcibly().waitFor();
        }
        assertEquals(picture, Files.readString(kept));
        for (Path file : files()) {
            if (!file.toString().endsWith(".part")) assertEquals(picture.length(), Files.size(file), file.toString());
            else file.toFile().setLastModified(0);
        }
        assertTrue(files().size() > 2);
        Output.chapter("05-test");
        assertTrue(files().stream().noneMatch(file -> file.toString().endsWith(".part")));
    }

    static final class Endless {
        public static void main(String[] ten) {
            Output.chapter("05-test");
            for (int i = 0; ; i++) {
                Output.write(Output.named("picture " + i % 10, ".svg"), ten[0].repeat(30_000));
                if (i == 1) System.out.println("begun");
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("05-test"))) {
            return files.toList();
        }
    }
}
