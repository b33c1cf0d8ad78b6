package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;

class FaultTest extends MakesFiles {

    private Path trace() {
        return out.resolve(".playmore-fault.txt");
    }

    @Test
    void whatTheKitSaysToTheLearnerIsAllThatIsSaid() {
        Exception e = assertThrows(UserError.class, () -> Output.write(Files.writeString(out.resolve("mine"), "x"), "y"));
        assertEquals(e.getMessage(), Fault.sentence(e));
        assertFalse(Files.exists(trace()));
    }

    @Test
    void aFaultOfTheKitIsOneSentenceAndLeavesATrace() throws IOException {
        List<Throwable> faults = List.of(new ConcurrentModificationException(), new StackOverflowError(),
                assertThrows(IllegalArgumentException.class, () -> List.of(1).subList(1, 0)),
                assertThrows(IllegalArgumentException.class, () -> Output.chapter("a/b")),
                new IllegalStateException("two\nlines"));
        for (Throwable fault : faults) {
            String said = Fault.sentence(fault);
            assertTrue(said.startsWith("Playmore has a fault: " + fault.toString().lines().findFirst().get()), said);
            assertTrue(said.endsWith("Please report it, with the file " + trace() + ".") && said.lines().count() == 1, said);
            assertTrue(Files.readString(trace()).contains("FaultTest"), said);
        }
    }

    @Test
    void whereNothingCanBeWrittenTheTraceIsSaid() throws IOException {
        System.setProperty("playmore.out", Files.createFile(out.resolve("file")).toString());
        assertTrue(Fault.sentence(new IllegalStateException("x")).contains("\tat playmore.output.FaultTest"));
    }
}
