package playmore.inline;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/**
 * Asks the terminal what it can show. The environment only suggests a protocol, since programs pass it on to other
 * terminals. The terminal's answer decides.
 */
final class Probe {

    /** Asks for the terminal's name, the size of a character, and last what every terminal answers: its abilities. */
    private static final String QUESTIONS = "\u001b[>q\u001b[16t\u001b[c";

    private static final Pattern ABILITIES = Pattern.compile("\u001b\\[\\?([\\d;]*)c");
    private static final Pattern CELL = Pattern.compile("\u001b\\[6;(\\d{1,4});(\\d{1,4})t");
    private static final Pattern SIXELS = Pattern.compile("(^|;)4(;|$)");
    private static final int MILLIS = 250;
    private static final int TENTHS_PER_READ = 1;

    private Probe() {}

    /** What this process's terminal shows; {@link Protocol#OFF} without a terminal, unless a protocol is wanted. */
    static TerminalPictures terminal(Map<String, String> environment, Optional<Protocol> wanted) {
        TerminalPictures none = TerminalPictures.unasked(wanted.orElse(Protocol.OFF));
        if (wanted.equals(Optional.of(Protocol.OFF)) || !isTerminal()) return none;
        boolean hasColours = Screen.hasColours();
        try {
            if (OSUtils.IS_WINDOWS) {    // where a read without input would not end
                return new TerminalPictures(wanted.orElse(Protocol.TEXT), Screen.columns(), none.rows(),
                        none.cellWidth(), none.cellHeight(), hasColours);
            }
            // It is left open, since its files are those of this process.
            Pty terminal = new JniTerminalProvider().current(SystemStream.Output);
            int columns = terminal.getSize().getColumns(), rows = terminal.getSize().getRows();
            Protocol suggested = wanted.orElseGet(() -> suggested(environment));
            String answer = suggested == Protocol.TEXT ? "" : answer(terminal);
            Protocol protocol = wanted.isPresent() || confirms(suggested, answer) ? suggested : Protocol.TEXT;
            int[] cell = cell(answer).or(Screen::cell).orElse(new int[] {none.cellWidth(), none.cellHeight()});
            return new TerminalPictures(protocol, columns > 0 ? columns : none.columns(), rows > 0 ? rows : none.rows(),
                    cell[0], cell[1], hasColours);
        } catch (IOException | RuntimeException | LinkageError e) {    // JLine cannot use this terminal
            return none;
        }
    }

    private static boolean isTerminal() {
        try {
            TerminalProvider provider = TerminalProvider.load("jni");
            return provider.isSystemStream(SystemStream.Input) && provider.isSystemStream(SystemStream.Output);
        } catch (IOException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** The protocol that the environment suggests. In tmux and screen, pictures would not move with the text. */
    static Protocol suggested(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", ""), program = environment.getOrDefault("TERM_PROGRAM", "");
        if (environment.containsKey("TMUX") || term.matches("(tmux|screen).*") || term.equals("dumb")) {
            return Protocol.TEXT;
        }
        if (term.matches("xterm-(kitty|ghostty)") || program.equals("ghostty")) return Protocol.KITTY;
        if (program.matches("iTerm\\.app|WezTerm|WarpTerminal") || environment.containsKey("KONSOLE_VERSION")) {
            return Protocol.ITERM;
        }
        boolean mayHaveSixels = term.matches("(foot|mlterm|contour).*") || program.equals("vscode")
                || environment.containsKey("XTERM_VERSION") || environment.containsKey("WT_SESSION");
        return mayHaveSixels ? Protocol.SIXEL : Protocol.TEXT;
    }

    /** Whether a terminal that answers this shows pictures by this protocol. */
    static boolean confirms(Protocol suggested, String answer) {
        Matcher abilities = ABILITIES.matcher(answer);
        if (!abilities.find()) return false;
        return suggested != Protocol.SIXEL || SIXELS.matcher(abilities.group(1)).find();
    }

    /** The width and height of a character in pixels. Some terminals, such as xterm, do not answer that. */
    private static Optional<int[]> cell(String answer) {
        Matcher cell = CELL.matcher(answer);
        if (!cell.find()) return Optional.empty();
        int height = Integer.parseInt(cell.group(1)), width = Integer.parseInt(cell.group(2));
        return Optional.of(new int[] {width, height}).filter(size -> width > 0 && height > 0);
    }

    /** The terminal's answer. It is empty or cut off if the terminal does not answer in time. */
    private static String answer(Pty terminal) throws IOException {
        Attributes before = terminal.getAttr(), brief = new Attributes(before);
        brief.setLocalFlag(Attributes.LocalFlag.ICANON, false);    // an answer has no end of line,
        brief.setLocalFlag(Attributes.LocalFlag.ECHO, false);      // and is not for the learner
        brief.setLocalFlag(Attributes.LocalFlag.ISIG, false);      // Ctrl-C would end us before they are set back
        brief.setControlChar(Attributes.ControlChar.VMIN, 0);      // a read without input ends
        brief.setControlChar(Attributes.ControlChar.VTIME, TENTHS_PER_READ);
        terminal.setAttr(brief);
        try {
            new FileOutputStream(FileDescriptor.out).write(QUESTIONS.getBytes(StandardCharsets.US_ASCII));
            return answer(new FileInputStream(FileDescriptor.in));
        } finally {
            terminal.setAttr(before);
        }
    }

    /** Reads until the last question is answered, or the time is up. A read without input returns at once or soon. */
    static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        long end = System.nanoTime() + MILLIS * 1_000_000L;
        byte[] bytes = new byte[256];
        while (System.nanoTime() < end && !ABILITIES.matcher(answer).find()) {
            int n = in.read(bytes);
            if (n > 0) answer.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
        }
        return answer.toString();
    }
}
