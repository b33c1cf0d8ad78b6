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
 * Pictures, tables and pages below the cell that makes them, in a notebook that runs in JJava. Its kernel finds
 * this by itself as soon as the jar is on the notebook's class path.
 */
public final class InJupyter implements Extension, Artifact.Visitor<DisplayData> {

    private Artifact shown;    // last, and not met as a cell's result since

    @Override
    public void install(BaseKernel kernel) {
        Output.onPublish(made -> {
            shown = made;
            kernel.display(made.accept(this));
        });
        kernel.getRenderer().createRegistration(Artifact.class).register((result, context) -> {
            DisplayData data = context.getOutputContainer();
            if (result == shown) {
                data.putText("");    // it is there already, and a result cannot be nothing at all
                shown = null;
            } else {
                data.assign(result.accept(this));
            }
        });
    }

    @Override
    public DisplayData picture(Picture picture) {
        DisplayData data = new DisplayData(RecordedChapter.link(picture));
        data.putHTML(Notebook.image(picture));
        return data;
    }

    @Override
    public DisplayData table(ShownTable table) {
        DisplayData data = new DisplayData(table.text());
        data.putHTML(HtmlPage.rows(table));
        return data;
    }

    /** In a frame, as a page has styles and scripts of its own, which do not reach the notebook. */
    @Override
    public DisplayData page(Page page) {
        try {
            DisplayData data = new DisplayData(RecordedChapter.link(page));
            data.putHTML("<iframe title=\"" + Html.escape(page.title()) + "\" width=\"100%\" height=\"640\""
                    + " style=\"border: 0\" sandbox=\"allow-scripts\" srcdoc=\""
                    + Html.escape(Files.readString(page.file())) + "\"></iframe>");
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
