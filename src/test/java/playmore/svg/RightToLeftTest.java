package playmore.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RightToLeftTest {

    @Test
    void hebrewBeginsAtTheRight() {
        assertEquals("a = םולש!", RightToLeft.seen("a = שלום!"));
        assertEquals("12 םולש (a)", RightToLeft.seen("12 שלום (a)"));
        assertEquals("ג(ב)א", RightToLeft.seen("א(ב)ג"), "parentheses turn round");
        assertEquals("plain (a) 😀 漢", RightToLeft.seen("plain (a) 😀 漢"));
    }

    /** A mark stays behind the letter that it is on. */
    @Test
    void marksStayOnTheirLetters() {
        assertEquals("ב\u05B0א\u05B8", RightToLeft.seen("א\u05B8ב\u05B0"));
        assertEquals("\uFE90\uFE91\u064E", RightToLeft.seen("ب\u064Eب"));
    }

    /** With the characters of Unicode's chart of presentation forms. */
    @Test
    void arabicLettersAreJoined() {
        assertEquals("\uFE8E\uFE92\uFEA3\uFEAE\uFEE3", RightToLeft.seen("مرحبا"));
        assertEquals("\uFEFB", RightToLeft.seen("لا"));
        assertEquals("\uFEFC\uFE91", RightToLeft.seen("بلا"));
        assertEquals("\uFEAD\uFE8D\uFEA9", RightToLeft.seen("دار"), "these join with nothing after them");
        assertEquals("\uFE8E\uFEDC\uFB7C", RightToLeft.seen("چكا"), "Persian letters");
    }
}
