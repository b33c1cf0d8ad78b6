package playmore.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static playmore.table.Print.print;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import playmore.engine.Value;

class PrintTest {

    @Test
    void putsOneSpaceBetweenArguments() {
        assertPrints("slope 14.000030000063248", () -> print("slope", 14.000030000063248));
        assertPrints("h 1.0E-5 slope 3 true", () -> print("h", 1e-5, "slope", 3, true));
        assertPrints("", () -> print());
    }

    @Test
    void printsValuesByTheirOwnText() {
        Value a = new Value(2, "a");
        assertPrints("Value(data=5.0)", () -> print(a.add(3)));
        assertPrints("a = Value(data=2.0, label=a)", () -> print("a =", a));
    }

    @Test
    void printsArraysAndCollectionsAsLists() {
        assertPrints("[1.0, 2.5]", () -> print(new double[] {1, 2.5}));
        assertPrints("[[2, 3], []]", () -> print((Object) new int[][] {{2, 3}, {}}));
        assertPrints("[[1], b, [[0.5]]]", () -> print(List.of(new int[] {1}, "b", List.of(new double[] {0.5}))));
    }

    @Test
    void anArrayOfObjectsIsOneArgument() {
        Value[] values = {new Value(1), new Value(2)};
        assertPrints("[Value(data=1.0), Value(data=2.0)]", () -> print(values));
        assertPrints("outputs [Value(data=1.0), Value(data=2.0)]", () -> print("outputs", values));
    }

    @Test
    void printsNull() {
        assertPrints("null", () -> print(null));
        assertPrints("a null", () -> print("a", null));
        assertPrints("[null]", () -> print(new String[] {null}));
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertPrints("0.5 1234567.25", () -> print(0.5, 1234567.25));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertPrints(String line, Runnable code) {
        assertEquals(line + System.lineSeparator(), printed(code));
    }

    /** What the code prints to {@code System.out}. */
    static String printed(Runnable code) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            code.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
