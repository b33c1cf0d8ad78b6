package playmore.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terminals are recognized by their environment and what they answer. */
class ProbeTest {

    /** What these terminals set, and what they answer; {@code ESC} stands for the escape character. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {
        "kitty                ¦ TERM=xterm-kitty                         ¦ ESCP>|kitty(0.26.5)ESC\\ESC[6;20;10tESC[?62;c       ¦ KITTY",
        "Ghostty              ¦ TERM=xterm-ghostty                       ¦ ESC[?62;22c                                         ¦ KITTY",
        "iTerm2               ¦ TERM=xterm-256color TERM_PROGRAM=iTerm.app ¦ ESC[?64;1;2;4;6c                                  ¦ ITERM",
        "WezTerm              ¦ TERM_PROGRAM=WezTerm                     ¦ ESC[?65;4;6;18;22c                                  ¦ ITERM",
        "Konsole              ¦ KONSOLE_VERSION=230804                   ¦ ESC[?62;1;4c                                        ¦ ITERM",
        "xterm as VT340       ¦ TERM=xterm XTERM_VERSION=XTerm(379)      ¦ ESC[?63;1;2;4;6;9;15;22c                            ¦ SIXEL",
        "xterm as VT420       ¦ TERM=xterm XTERM_VERSION=XTerm(379)      ¦ ESC[?64;1;2;6;9;15;18;21;22c                        ¦ TEXT",
        "foot                 ¦ TERM=foot                                ¦ ESC[?62;4;22c                                       ¦ SIXEL",
        "old Windows Terminal ¦ WT_SESSION=1                             ¦ ESC[?61;6;7;22;23;24;28;32;42c                      ¦ TEXT",
        "Windows Terminal     ¦ WT_SESSION=1                             ¦ ESC[?61;4;6;7;14;21;22;23;24;28;32;42c              ¦ SIXEL",
        "VS Code              ¦ TERM=xterm-256color TERM_PROGRAM=vscode  ¦ ESC[?62;4;9;22c                                     ¦ SIXEL",
        "VS Code without      ¦ TERM=xterm-256color TERM_PROGRAM=vscode  ¦ ESC[?1;2c                                           ¦ TEXT",
        "Apple Terminal       ¦ TERM_PROGRAM=Apple_Terminal              ¦ ESC[?1;2c                                           ¦ TEXT",
        "GNOME Terminal       ¦ TERM=xterm-256color VTE_VERSION=7006     ¦ ESC[?65;1;9c                                        ¦ TEXT",
        "tmux in kitty        ¦ TERM=tmux-256color KITTY_WINDOW_ID=1     ¦ ESC[?1;2;4c                                         ¦ TEXT",
        "tmux with TERM kept  ¦ TERM=xterm-kitty TMUX=/tmp/x             ¦ ESC[?1;2;4c                                         ¦ TEXT",
        "kitty that is silent ¦ TERM=xterm-kitty                         ¦ ''                                                  ¦ TEXT",
        "answer cut off       ¦ TERM=foot                                ¦ ESC[?62;4                                           ¦ TEXT",
        "dumb                 ¦ TERM=dumb                                ¦ ESC[?62;4c                                          ¦ TEXT"})
    void isRecognized(String terminal, String environment, String answer, Protocol protocol) {
        Map<String, String> variables = Arrays.stream(environment.split(" "))
                .collect(Collectors.toMap(v -> v.replaceFirst("=.*", ""), v -> v.replaceFirst(".*?=", "")));
        Protocol suggested = Probe.suggested(variables);
        boolean confirmed = suggested == Protocol.TEXT || Probe.confirms(suggested, answer.replace("ESC", "\u001b"));
        assertEquals(protocol, confirmed ? suggested : Protocol.TEXT);
    }

    /** The answer comes in pieces, after bytes that are none, late, or never; reading ends with its last byte. */
    @Test
    void readsTheAnswerAndNoMore() throws IOException {
        String answer = "\u001bP>|XTerm(379)\u001b\\\u001b[6;17;9t\u001b[?63;1;2;4;6c";
        for (int piece = 1; piece <= answer.length(); piece++) {
            Pieces in = new Pieces(answer + "", piece);
            assertEquals(answer, Probe.answer(in));
        }
        assertEquals("typed", Probe.answer(new Pieces("typed", 2)));
        long start = System.nanoTime();
        assertEquals("", Probe.answer(new Pieces("", 1)));
        assertTrue(System.nanoTime() - start < 10_000_000_000L, "waits without end");
    }

    /** Input that has the next piece at every second read, and otherwise nothing, as a terminal in raw mode. */
    private static final class Pieces extends InputStream {

        private final Iterator<String> pieces;
        private boolean waits;

        Pieces(String text, int size) {
            pieces = text.isEmpty() ? List.<String>of().iterator() : List.of(text.split("(?s)(?<=\\G.{" + size + "})")).iterator();
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            waits = !waits;
            if (waits || !pieces.hasNext()) return -1;
            byte[] piece = pieces.next().getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(piece, 0, bytes, from, piece.length);
            return piece.length;
        }

        @Override
        public int read() {
            throw new AssertionError("reads byte by byte");
        }
    }
}
