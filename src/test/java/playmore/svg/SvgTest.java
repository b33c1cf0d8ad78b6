package playmore.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SvgTest {

    private static final String EMPTY = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @Test
    void whatIsWrittenIsWhatWasRead() {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg">
                <g id="a&amp;b" stroke="&quot;&#10;&#9;">
                <title>a &lt; b &amp;&amp; "c" > 'd' 😀</title>
                <text>  two <tspan>blanks</tspan> <tspan>are kept</tspan>
                </text>
                <rect width="1"/>
                </g>
                </svg>""";
        String written = Svg.write(Svg.parse(svg));
        assertEquals(svg.replace("\"c\" > 'd'", "&quot;c&quot; &gt; 'd'"), written);
        assertEquals(written, Svg.write(Svg.parse(written)));
    }

    @Test
    void commentsPrologueAndBlanksBetweenTagsAreLeftOut() {
        assertEquals("<svg a=\"1\">\n<g/>\n</svg>", Svg.write(Svg.parse("<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><!-- x --><svg a='1'> \n <!-- <y/> --><g>\n</g>\n</svg>")));
    }

    @Test
    void textIsOnePieceHoweverItIsWritten() {
        assertEquals("<svg>\n<text>a &lt;b&gt; cd</text>\n</svg>", Svg.write(Svg.parse("<svg><text>a <![CDATA[<b>]]> c<!-- x -->d</text></svg>")));
        assertEquals(1, Svg.parse("<svg>a<![CDATA[b]]><!-- x -->c</svg>").getChildNodes().getLength());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<html/>", "<svg>", "<svg></g>", "<svg a='1' a='2'/>", "<svg>\0</svg>", "<svg>&nothing;</svg>"})
    void whatIsNoSvgIsRefused(String text) {
        PrintStream terminal = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed));
        try {
            assertFalse(assertThrows(IllegalArgumentException.class, () -> Svg.parse(text)).getMessage().isBlank());
        } finally {
            System.setErr(terminal);
        }
        assertEquals(0, printed.size(), "the parser's own words");
    }

    @Test
    void nothingElseIsReadForIt() {
        Element root = Svg.parse("<!DOCTYPE svg [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]><svg><text>&secret;</text></svg>");
        assertEquals("", root.getTextContent());
        assertEquals("svg", Svg.parse("<!DOCTYPE svg [<!ENTITY % more SYSTEM 'file:///none'> %more;]><svg/>").getTagName());
    }

    @Test
    void newIdsAreUsedWhereverTheOldWere() {
        Element root = Svg.parse("<svg xmlns:xlink='x'><g id='a' fill='url(#b)' style=\"clip-path:url('#a');mask:url(#b)\"/><use href='#a' xlink:href='#b'/>"
                + "<a href='page#a'>#a url(#a)</a><g id='b'/></svg>");
        Svg.rename(root, id -> "new-" + id);
        String svg = Svg.write(root);
        assertTrue(svg.contains("<g fill=\"url(#new-b)\" id=\"new-a\" style=\"clip-path:url(#new-a);mask:url(#new-b)\"/>"), svg);
        assertTrue(svg.contains("<use href=\"#new-a\" xlink:href=\"#new-b\"/>"), svg);
        assertTrue(svg.contains("<a href=\"page#a\">\n#a url(#a)\n</a>"), svg);
    }

    @Test
    void aFileAdaptsToTheDarkAndAPageDoesSoItself() {
        String file = Svg.file(Svg.parse(EMPTY));
        assertTrue(file.startsWith("<svg class=\"adapts\"") && file.contains("prefers-color-scheme: dark"), file);
        String inline = InlineSvg.of(file, "s1-", "nothing");
        assertFalse(inline.contains("<style"), inline);
        assertTrue(InlineSvg.of("<svg><style>.mine {}</style></svg>", "s1-", "mine").contains(".mine"));
    }

    /** Some of it as in Matplotlib's files. */
    @Test
    void aStyleSheetHoldsForItsPictureAlone() {
        String svg = InlineSvg.of("<svg><defs><style>@import url(http://a/x.css); /* } */ *{fill: green} @media print { #p, .b > g { mask: url(#m); } }"
                + " x) , * , (y { fill: red } a { fill: url(http://a); stroke: blue; background: u\\72l(http://a); font-family: 'DejaVu Sans' }"
                + " @font-face { src: url(http://a) } svg { position: fixed }</style></defs><g id='p'/></svg>", "05-s1-", "mine");
        String in = "):where(#\\30 5-s1-picture-root,#\\30 5-s1-picture-root *){";
        assertTrue(svg.contains("<style>:is(*" + in + "fill: green}@media print {:is(#\\30 5-s1-p, .b &gt; g" + in + " mask: url(#05-s1-m)}}:is(a" + in
                + " stroke: blue; font-family: 'DejaVu Sans' }:is(svg" + in + "}</style>"), svg);
        assertTrue(svg.contains("id=\"05-s1-picture-root\""), svg);
    }

    @Test
    void aPictureAsksNoNetwork() {
        for (String drawn : List.of("<rect fill='url(http://a.b#x)'/>", "<rect style='fill:url(http://a.b)'/>", "<rect style='fill:URL( \"http://a.b\")'/>",
                "<rect style='fill:u\\72l(http://a.b)'/>", "<rect mask='image-set(\"http://a.b\" 1x)'/>", "<rect filter='u\\72l(http://a.b)'/>",
                "<image href='http://a.b'/>", "<image href=' //a.b'/>", "<image href='/\t/a.b'/>", "<use xlink:href='http://a.b#x' xmlns:xlink='x'/>",
                "<feImage href='https://a.b'/>", "<style>@import 'http://a.b';</style>", "<style>*{cursor:image-set('http://a.b' 1x)}</style>",
                "<style>@media (x:\"{\"){*{fill:url(//a.b)}}</style>", "<g xml:base='http://a.b'/>")) {
            assertFalse(InlineSvg.of("<svg>" + drawn + "</svg>", "s1-", "mine").contains("a.b"), drawn);
        }
        String kept = "<svg aria-label=\"mine\" role=\"img\">\n<g fill=\"url(#s1-x)\" style=\"fill:url(#s1-x);stroke:rgb(1,2,3)\" transform=\"rotate(5)\"/>\n"
                + "<image href=\"data:image/png;base64,AA\"/>\n<use href=\"#s1-x\"/>\n</svg>";
        assertEquals(kept, InlineSvg.of(kept.replace("s1-", "").replace(" aria-label=\"mine\" role=\"img\"", ""), "s1-", "mine"));
    }

    @Test
    void styleSheetsOfAnyLengthAndDepth() {
        for (String piece : List.of("{", "}", "(", "/*", "@media{", "a{", "\"", "'", ";", "[", "*", "a,", "@", "a{b:url(", ":is(", "\\")) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Css.scoped(piece.repeat(30_000), "r", "p"), piece);
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Css.declarations("a:b;" + piece.repeat(30_000)), piece);
        }
        assertThrows(IllegalArgumentException.class, () -> Svg.parse("<svg>" + "<g>".repeat(100_000) + "</g>".repeat(100_000) + "</svg>"));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> TextWidth.shorten("x" + "\u0301".repeat(500_000) + "y".repeat(100), 1, 10));
    }

    @Test
    void aPageGetsWhatDrawsAndNothingThatRuns() {
        String svg = InlineSvg.of("<svg onload='x()' width='72pt' height='36pt'><script>x()</script><foreignObject/><g class='edge'><title>a:e->b</title>"
                + "<path id='p' OnClick='x()'/></g><a href='javascript:x()'><title>kept</title></a><a href='https://a.b'/></svg>", "s1-", "a \"title\"");
        assertEquals(List.of("svg aria-label=\"a &quot;title&quot;\" role=\"img\" style=\"--width:96px\" viewBox=\"0 0 72 36\"",
                "g class=\"edge\" data-from=\"s1-a\" data-to=\"s1-b\"", "path id=\"s1-p\"/", "/g", "a", "title", "kept", "/title", "/a", "a href=\"https://a.b\"/", "/svg"),
                List.of(svg.replaceAll("[<>\n]+", "\n").strip().split("\n")));
    }
}
