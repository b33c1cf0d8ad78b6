package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintoutTest {

    private final Printout printout = new Printout(false);

    @Test
    void aHundredMegabytesAreCutAndCounted() {
        String line = "0123456789".repeat(10) + "\n";
        for (int i = 0; i < 1_000_000; i++) printout.add(line);
        String text = printout.end().orElseThrow().text();
        assertTrue(text.startsWith(line.repeat(1000)) && text.length() < 201_000);
        assertTrue(text.endsWith("\n… and 100800000 characters more\n"), text.substring(text.length() - 100));
    }

    @Test
    void noCharacterIsCutInTwo() {
        printout.add("x" + "😀".repeat(150_000));
        printout.add("y");
        assertEquals("x" + "😀".repeat(99_999) + "\n… and 100003 characters more\n", printout.end().orElseThrow().text());
        Printout other = new Printout(false);
        other.add("\uD83D");
        other.add("\uDE00" + "x".repeat(199_997) + "😀yz");
        assertEquals("😀" + "x".repeat(199_997) + "\n… and 4 characters more\n", other.end().orElseThrow().text());
    }

    /** However much of it there is: it takes no more room than its last state. */
    @Test
    void aProgressThatIsWrittenOverIsItsLastState() {
        for (int i = 0; i <= 100_000; i++) printout.add("\rstep " + i);
        printout.add("\n");
        printout.add("\u001b[1mdone\u001b[0m\u001b[2J\n");
        assertEquals("step 100000\ndone\n", printout.end().orElseThrow().text());
    }

    @Test
    void emptyLinesAloneAreNothing() {
        printout.add("\n \n");
        assertEquals(Optional.empty(), printout.end());
    }
}
