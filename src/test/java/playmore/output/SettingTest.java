package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.SystemOut;

class SettingTest {

    private static void with(String property, String value, Runnable test) {
        String before = System.getProperty(property);
        System.setProperty(property, value);
        try {
            test.run();
        } finally {
            if (before == null) System.clearProperty(property);
            else System.setProperty(property, before);
        }
    }

    @ParameterizedTest
    @CsvSource({"maxNodes, abc", "maxNodes, ''", "maxNodes, 0", "maxNodes, -5", "maxNodes, 99999999999", "maxNodes, 1.5",
        "graphviz, viz", "graphviz, ''", "graphviz, DOT", "out, ''", "out, ' '", "out, 'a\u0000b'"})
    void aValueThatCannotBeIsNamedOnceAndPassedOver(String name, String value) {
        with("playmore." + name, value, () -> {
            String said = SystemOut.err(Setting::checkAll);
            assertTrue(said.startsWith("The system property playmore." + name + " is \"" + value + "\"; it can be "), said);
            assertEquals(1, said.lines().count(), said);
            assertEquals("", SystemOut.err(Setting::checkAll));
            if (name.equals("maxNodes")) assertEquals(Optional.empty(), Setting.MAX_NODES.value());
            if (name.equals("graphviz")) assertEquals(Optional.empty(), Setting.GRAPHVIZ.value());
            if (name.equals("out")) assertEquals(Path.of("out"), Output.root());
        });
    }

    @Test
    void valuesThatCanBeAreTaken() {
        with("playmore.maxNodes", "9000", () -> assertEquals(9000, Setting.MAX_NODES.value().get()));
        with("playmore.graphviz", "dot", () -> assertEquals("dot", Setting.GRAPHVIZ.value().get()));
        with("playmore.out", "a b", () -> assertEquals(Path.of("a b"), Output.root()));
    }

    @Test
    void aNameThatThereIsNotIsNamed() {
        with("playmore.maxnodes", "9000", () -> assertTrue(SystemOut.err(Setting::checkAll)
                .contains("There is no system property playmore.maxnodes; there are playmore.out, ")));
    }
}
