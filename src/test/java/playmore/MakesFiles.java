package playmore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import playmore.output.Artifact;
import playmore.output.Output;

/** Tests whose pictures, tables and pages go to a temporary folder, in the chapter {@code 05-test}. */
public abstract class MakesFiles {

    @TempDir
    protected Path out;

    /** What was published. */
    protected final List<Artifact> published = new ArrayList<>();

    private final String before = System.getProperty("playmore.out");

    @BeforeEach
    protected void intoATemporaryFolder() {
        System.setProperty("playmore.out", out.toString());
        Output.chapter("05-test");
        Output.onPublish(published::add);
    }

    @AfterEach
    protected void back() {
        Output.onPublish(Artifact::print);
        if (before == null) System.clearProperty("playmore.out");
        else System.setProperty("playmore.out", before);
    }
}
