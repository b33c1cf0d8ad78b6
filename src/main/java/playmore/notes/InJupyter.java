package playmore.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import playmore.output.Artifact;
import playmore.output.Output;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;

/**
 * Shows pictures, tables and pages below the notebook cell that makes them. JJava, the kernel, loads this extension by
 * itself when the kit's jar is on the notebook's class path.
 */
public final class InJupyter implements Extension, Artifact.Visitor<DisplayData> {

    private Artifact shown;    // was just displayed; null once a cell has also returned it

    @Override
    public void install(BaseKernel kernel) {
        Output.onPublish(made -> {
            shown = made;
            kernel.display(made.accept(this));
        });
        kernel.getRenderer().createRegistration(Artifact.class).register((result, context) -> {
            DisplayData data = context.getOutputContainer();
            if (result == shown) {
                data.putText("");    // it is displayed already, but the kernel expects some result
                shown = null;
            } else {
                data.assign(result.accept(this));
            }
        });
    }

    @Override
    public DisplayData picture(Picture picture) {
        return data(RecordedChapter.link(picture), Notebook.image(picture));
    }

    @Override
    public DisplayData table(ShownTable table) {
        return data(table.text(), HtmlPage.rows(table));
    }

    /** The page is in a frame, so that its styles and scripts cannot change the notebook. */
    @Override
    public DisplayData page(Page page) {
        try {
            return data(RecordedChapter.link(page), """
                    <iframe title="%s" width="100%%" height="640" style="border: 0" sandbox="allow-scripts" \
                    srcdoc="%s"></iframe>"""
                    .formatted(Html.escape(page.title()), Html.escape(Files.readString(page.file()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DisplayData data(String text, String html) {
        DisplayData data = new DisplayData(text);
        data.putHTML(html);
        return data;
    }
}
