package playmore.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Jdk;
import playmore.Needs;

/** Variables that another user of DJL has set: PyTorch starts even so, or it is named which one keeps it from that. */
class EnvironmentTest {

    static final class Starts {
        public static void main(String[] words) {
            System.out.println(PyTorch.isAvailable() ? "it runs" : PyTorch.missing());
        }
    }

    @ParameterizedTest
    @CsvSource({"DJL_DEFAULT_ENGINE, MXNet", "PYTORCH_LIBRARY_PATH, /nowhere", "PYTORCH_EXTRA_LIBRARY_PATH, /nowhere",
        "PYTORCH_FLAVOR, cu999"})
    void isNamed(String name, String value) throws Exception {
        Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        ProcessBuilder builder = new ProcessBuilder(
                Jdk.HERE.java("-cp", System.getProperty("java.class.path"), Starts.class.getName()));
        builder.redirectErrorStream(true).environment().put(name, value);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        String named = "PyTorch is here but does not start: the environment sets " + name + ", ";
        assertTrue(said.equals("it runs") || said.startsWith(named), said);
    }
}
