package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.motion.Walk.walk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import playmore.engine.Value;
import playmore.output.Output;
import playmore.output.Page;

/** A page in a notebook, in a real browser. */
class InJupyterTest {

    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    /** It works, and nothing in it reaches the notebook. */
    @Test
    void aPageRunsInAFrameThatIsClosedToTheNotebook() throws Exception {
        Page page = walk(new Value(2, "a").mul(3));
        String frame = (String) new InJupyter().page(page).getData(MIMEType.TEXT_HTML);
        assertTrue(frame.startsWith("<iframe ") && frame.contains(" sandbox=\"allow-scripts\" "), frame.substring(0, 200));
        String reaches = frame.replace("&lt;/body&gt;", "&lt;script&gt;parent.postMessage(document.querySelectorAll('.motion button').length, '*');"
                + " try { parent.document.body.className = 'reached' } catch { }&lt;/script&gt;&lt;/body&gt;");
        Path notebook = Files.writeString(Output.root().resolve("notebook.html"), "<!DOCTYPE html><meta charset='utf-8'><body>"
                + "<script>addEventListener('message', e => window.buttons = e.data)</script>" + reaches);
        browser.open(notebook);
        browser.await(() -> browser.<Boolean>js("return window.buttons > 0"));
        assertEquals("", browser.js("return document.body.className"));
        assertEquals(List.of(), browser.console());
    }
}
