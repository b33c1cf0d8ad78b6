package playmore.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static playmore.table.Print.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import playmore.SystemOut;
import playmore.engine.Value;
import playmore.lesson.Moons;
import playmore.plot.Series;
import playmore.tape.Tape;

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
        assertPrints("Tape(2 leaves)", () -> print(new Tape(a.mul(new Value(3)).tanh())));
        assertPrints("Moons(4 points)", () -> print(new Moons(4, 0)));
        assertPrints("f, a line from 2.000 at 0.000 to 3.000 at 1.000 (2 in all)", () -> print(Series.line("f", new double[] {2, 3})));
        assertPrints("LOG_Y", () -> print(Series.logY()));
    }

    @Test
    void printsArraysAndCollectionsAsLists() {
        assertPrints("[1.0, 2.5]", () -> print(new double[] {1, 2.5}));
        assertPrints("[[2, 3], []]", () -> print((Object) new int[][] {{2, 3}, {}}));
        assertPrints("[[1], b, [[0.5]]]", () -> print(List.of(new int[] {1}, "b", List.of(new double[] {0.5}))));
    }

    record Layer(String name, double[] weights) {}

    record Own(int[] numbers) {
        @Override
        public String toString() {
            return "own";
        }
    }

    /** Wherever an array is, its contents are printed, not its address. */
    @Test
    void printsWhatArraysHoldInsideOfOthers() {
        double[] one = {1};
        assertPrints("{k=[1.0]}", () -> print(Map.of("k", one)));
        assertPrints("{a=[[1.0], {b=[2]}]}", () -> print(Map.of("a", List.of(one, Map.of("b", new int[] {2})))));
        assertPrints("k=[1.0] Optional[[1.0]] Optional.empty", () -> print(Map.entry("k", one), Optional.of(one), Optional.empty()));
        assertPrints("Layer[name=first, weights=[1.0]]", () -> print(new Layer("first", one)));
        assertPrints("[Layer[name=null, weights=null], own]", () -> print(Arrays.asList(new Layer(null, null), new Own(new int[2]))));
        assertPrints("{null=null}", () -> print(Collections.singletonMap(null, null)));
    }

    @Test
    void whatHoldsItselfIsPrintedToThere() {
        List<Object> list = new ArrayList<>(List.of(1));
        list.add(list);
        Object[] array = {list, 2, null};
        array[2] = array;
        Map<String, Object> map = new TreeMap<>(Map.of("list", list));
        map.put("map", map);
        assertPrints("[1, [...]] [[1, [...]], 2, [...]] {list=[1, [...]], map=[...]}", () -> print(list, array, map));
        Value twice = new Value(1);
        assertPrints("[Value(data=1.0), Value(data=1.0), [1.0], [1.0]]", () -> {
            double[] one = {1};
            print(List.of(twice, twice, one, one));
        });
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
        assertPrints("1 2 null", () -> print(1, 2, (Object[]) null));
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
        assertEquals(line + System.lineSeparator(), SystemOut.of(code));
    }
}
