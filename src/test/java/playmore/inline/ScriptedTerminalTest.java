package playmore.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Beside;
import playmore.Jdk;

/** A process on a real pseudo terminal, behind which this test answers as terminals do. */
@Beside
@DisabledOnOs(OS.WINDOWS)
class ScriptedTerminalTest {

    private static final String QUESTIONS = "\u001b[>q\u001b[16t\u001b[c";

    @TempDir Path temp;

    /** Asks the terminal, then reads a line, and writes both down. */
    public static final class Asks {
        public static void main(String[] file) throws IOException {
            TerminalPictures.begin();
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            Files.writeString(Path.of(file[0]), TerminalPictures.here() + "\n" + line.replace("\u001b", "ESC"));
        }
    }

    /** A slash begins the next piece of an answer; what a terminal types before it answers is lost, not what comes later. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {
        "TERM=xterm-kitty                ¦ ESCP>!kitty(0.26.5)ESC\\/ESC[6;20;10t/ESC[?62;c ¦ KITTY, columns=80, rows=24, cellWidth=10, cellHeight=20",
        "TERM=xterm-kitty                ¦ E/S/C/[/?/62;c                                  ¦ KITTY, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM=xterm-kitty                ¦ ESC[6;0;0tESC[?62;c                             ¦ KITTY, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM=xterm-kitty                ¦ ''                                              ¦ TEXT, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM=foot                       ¦ ESC[?62;4;22c                                   ¦ SIXEL, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM=foot                       ¦ ESC[6;21;11tESC[?62;22c                         ¦ TEXT, columns=80, rows=24, cellWidth=11, cellHeight=21",
        "TERM=foot                       ¦ ESC[6;21;1                                      ¦ TEXT, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM_PROGRAM=iTerm.app          ¦ ESC[?64;1;2;4cESC[6;9;9t                        ¦ ITERM, columns=80, rows=24",
        "TERM=xterm-256color             ¦ no                                              ¦ TEXT, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "TERM=tmux-256color              ¦ no                                              ¦ TEXT, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "PLAYMORE_PICTURES=sixel         ¦ ESC[?1;2c                                       ¦ SIXEL, columns=80, rows=24, cellWidth=8, cellHeight=16",
        "PLAYMORE_PICTURES=off           ¦ no                                              ¦ OFF,"})
    void isAskedAndNothingIsLeftOfTheAnswer(String environment, String answer, String expected) throws Exception {
        String result = "";
        for (int i = 0; i < 5 && !result.startsWith("TerminalPictures[protocol=" + expected); i++) {    // a busy machine may be late
            result = result(environment, answer);
        }
        assertTrue(result.startsWith("TerminalPictures[protocol=" + expected), result);
        assertTrue(result.endsWith("\ntyped"), result);
    }

    private String result(String environment, String answer) throws Exception {
        Path file = Files.createTempDirectory(temp, "").resolve("result");
        try (JniNativePty terminal = (JniNativePty) new JniTerminalProvider().open(null, new Size(80, 24))) {
            List<String> command = Jdk.HERE.java("-cp", System.getProperty("java.class.path"), Asks.class.getName(), file.toString());
            ProcessBuilder builder = new ProcessBuilder(command);
            File slave = new File(terminal.getName());
            builder.redirectInput(slave).redirectOutput(slave).redirectError(temp.resolve("errors").toFile());
            builder.environment().keySet().removeIf(name -> name.matches("TERM.*|TMUX|PLAYMORE_PICTURES|KITTY.*|XTERM.*|KONSOLE.*|WT_SESSION"));
            builder.environment().put(environment.replaceFirst("=.*", ""), environment.replaceFirst(".*?=", ""));
            Process process = builder.start();
            boolean isAsked = !answer.equals("no");
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> asked(terminal.getMasterInput()));
            OutputStream keyboard = terminal.getMasterOutput();
            if (isAsked) {
                assertEquals(QUESTIONS, asked.get(60, TimeUnit.SECONDS));
                String bytes = answer.replace("E/S/C", "\u001b").replace("ESC", "\u001b").replace("!", "|");
                for (String piece : bytes.split("/")) {
                    keyboard.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                    keyboard.flush();
                    Thread.sleep(10);
                }
                Thread.sleep(600);    // the time that the process waits is over
            }
            keyboard.write("typed\n".getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertTrue(ended, "it waits");
        }
        return Files.exists(file) ? Files.readString(file) : Files.readString(temp.resolve("errors"));
    }

    /** What the process asks: all that it writes up to the last question. */
    private static String asked(InputStream screen) {
        StringBuilder asked = new StringBuilder();
        try {
            for (int c; !asked.toString().endsWith("\u001b[c") && (c = screen.read()) >= 0; ) asked.append((char) c);
        } catch (IOException e) {
            asked.append(e);
        }
        return asked.toString();
    }
}
