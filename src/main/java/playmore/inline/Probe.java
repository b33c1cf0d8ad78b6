package playmore.inline;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
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
    private static final Pattern CELL = Pattern.compile("\u001b\\[6;([1-9]\\d{0,3});([1-9]\\d{0,3})t");
    private static final Pattern SIXELS = Pattern.compile("(^|;)4(;|$)");
    private static final int MILLIS = 250;
    private static final int TENTHS_PER_READ = 1;

    private Probe() {}

    /** What this process's terminal shows; {@link Protocol#OFF} without a terminal, unless a protocol is wanted. */
    static TerminalPictures terminal(Map<String, String> environment, Optional<Protocol> wanted) {
        TerminalPictures none = TerminalPictures.unasked(wanted.orElse(Protocol.OFF));
        if (wanted.equals(Optional.of(Protocol.OFF)) || !isTerminal()) return none;
        boolean hasColours = Screen.hasColours();
        Screen.Size size = Screen.size().orElse(new Screen.Size(Screen.columns(), none.rows(), 0, 0));
        boolean canAsk = !OSUtils.IS_WINDOWS;    // there, a read without input would not end
        Protocol suggested = wanted.orElseGet(() -> canAsk ? suggested(environment) : Protocol.TEXT);
        String answer = suggested == Protocol.TEXT || !canAsk ? "" : answer();
        Protocol protocol = wanted.isPresent() || confirms(suggested, answer) ? suggested : Protocol.TEXT;
        int cellWidth = size.cellWidth(), cellHeight = size.cellHeight();
        Matcher cell = CELL.matcher(answer);
        if (cell.find()) {
            cellWidth = Integer.parseInt(cell.group(2));
            cellHeight = Integer.parseInt(cell.group(1));
        }
        boolean isKnown = cellWidth > 0 && cellHeight > 0;
        return new TerminalPictures(protocol, size.columns(), size.rows(), isKnown ? cellWidth : none.cellWidth(),
                isKnown ? cellHeight : none.cellHeight(), hasColours);
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

    /** The terminal's answer. It is empty or cut off if the terminal does not answer in time, or cannot be asked. */
    private static String answer() {
        try (Terminal terminal = TerminalBuilder.builder().name("playmore").dumb(false)
                .graphemeCluster(false)    // JLine would ask the terminal, too
                .build()) {
            Attributes before = terminal.getAttributes(), brief = new Attributes(before);
            brief.setLocalFlag(Attributes.LocalFlag.ICANON, false);    // an answer has no end of line,
            brief.setLocalFlag(Attributes.LocalFlag.ECHO, false);      // and is not for the learner
            brief.setLocalFlag(Attributes.LocalFlag.ISIG, false);      // Ctrl-C would end us before they are set back
            brief.setControlChar(Attributes.ControlChar.VMIN, 0);      // a read without input ends
            brief.setControlChar(Attributes.ControlChar.VTIME, TENTHS_PER_READ);
            terminal.setAttributes(brief);
            try {
                terminal.writer().print(QUESTIONS);
                terminal.flush();
                return answer(new FileInputStream(FileDescriptor.in));    // JLine's reader would go on reading
            } finally {
                terminal.setAttributes(before);
            }
        } catch (IOException | RuntimeException | LinkageError e) {    // JLine cannot use this terminal
            return "";
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
