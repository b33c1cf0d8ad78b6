package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import playmore.notes.Browser;

/** The secant whose h can be dragged, in a real browser. */
class TangentTest {

    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    private static double f(double x) {
        return 3 * x * x - 4 * x + 5;
    }

    /** As chapter 01 measures it, to the last digit. */
    @Test
    void itsSlopesAreJavas() {
        browser.open(Tangent.tangent(TangentTest::f, 3, 14).file());
        assertEquals("h = 4: the slope is 26, the derivative 14", headline());
        for (int k = 1; k <= 15; k++) {
            double h = Double.parseDouble("1e-" + k), slope = (f(3 + h) - f(3)) / h;
            browser.js("""
                    const figure = document.querySelector('.tangent'), range = figure.querySelector('input');
                    range.value = JSON.parse(figure.querySelector('script').textContent).hs.findIndex(h => Number(h) === Number(arguments[0]));
                    range.oninput();
                    """, "1e-" + k);
            assertTrue(headline().matches("h = (0\\.0*1|1e-" + k + "): .*"), headline());
            assertEquals(slope, Double.parseDouble(headline().replaceAll(".*slope is ([^,]*),.*", "$1")), headline());
        }
        browser.find(".tangent input").sendKeys(Keys.END);
        assertTrue(headline().startsWith("h = 4: "));
        browser.find(".tangent input").sendKeys(Keys.ARROW_LEFT);
        assertTrue(headline().startsWith("h = 3.2: "), headline());
        assertEquals("h = 3.2", browser.find(".tangent input").getAttribute("aria-valuetext"));
        browser.find(".shrink").click();
        browser.await(() -> headline().startsWith("h = 0."));
        browser.find(".shrink").click();
        assertEquals("Let h shrink", browser.find(".shrink").getText());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void whereTheFunctionEndsTheCurveDoes() {
        browser.open(Tangent.tangent(x -> x > 4 ? Double.NaN : Math.log(x), 1, 1).file());
        assertTrue(headline().endsWith("the slope is NaN, the derivative 1"), headline());
        browser.open(Tangent.tangent(x -> 2 * x + 1, 0, 2).file());
        assertTrue(headline().startsWith("h = 4: the slope is 2, "), headline());
        assertEquals(List.of(), browser.console());
        String message = assertThrows(IllegalArgumentException.class, () -> Tangent.tangent(Math::log, -1, 1)).getMessage();
        assertEquals("A slope needs a point on the curve, and at x = -1.0 the function is NaN", message);
        assertThrows(IllegalArgumentException.class, () -> Tangent.tangent(null, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Tangent.tangent(x -> x, 3, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Tangent.tangent(x -> x, 1e300, 1));
    }

    private static String headline() {
        return browser.find(".headline").getText();
    }
}
