package playmore.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A script made at random from all that a script may hold, much of it defined again and again, some of it wrong.
 * No name of it is in another script, so many can run in one session.
 */
final class GeneratedScript {

    /** Whole lines each, after which nothing is open. */
    final List<String> entries = new ArrayList<>();

    private final Random random;
    private final String mark;
    private final Map<String, String> variables = new LinkedHashMap<>();    // and how to print each
    private final Set<String> ints = new LinkedHashSet<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final Map<String, String> types = new LinkedHashMap<>();    // and what makes one

    GeneratedScript(long seed, int number) {
        random = new Random(seed);
        mark = "_" + number;
        int length = 4 + random.nextInt(9);
        while (entries.size() < length) entries.add(dressed(piece()));
        entries.add("System.out.println(\"end\"" + variables.values().stream().map(v -> " + \" \" + " + v).collect(Collectors.joining()) + ")");
    }

    /** As people write it: comments, blank lines, something else on the same line. */
    private String dressed(String code) {
        return switch (random.nextInt(12)) {
            case 0 -> "   // a comment; with { a brace\n" + code;
            case 1 -> "\n\n" + code;
            case 2 -> code + "   // ends here;";
            case 3 -> "/* two\n   lines */\n" + code;
            case 4 -> "/* before */ " + code;
            case 5 -> {
                String more = piece();    // of one line: where the code fails, jshell drops the rest of that line only
                yield code.contains("//") || !code.matches("(?s).*[;}]") || more.contains("\n") ? code : code + " " + more;
            }
            case 6 -> ";" + "\n" + code;
            case 7 -> code.contains("\"\"\"") ? code : code.replace("\n", "   // why\n");
            default -> code;
        };
    }

    private String piece() {
        int n = 1 + random.nextInt(9);
        return switch (random.nextInt(30)) {
            case 0, 1 -> variable("int", anInt(), true);
            case 2 -> variable("var", anInt(), true);
            case 3 -> variable("double", anInt() + " / 2.0", false);
            case 4 -> variable("var", "\"s\" + " + anInt(), false);
            case 5 -> variable("String", "\"\"\"\n    text " + n + " = \\\"x\\\";\n      more\n    \"\"\" + " + anInt(), false);
            case 6 -> {
                String name = name("arr");
                variables.put(name, "java.util.Arrays.toString(" + name + ")");
                yield "int[] " + name + " = {" + anInt() + ",\n    " + anInt() + "};";
            }
            case 7 -> {
                String one = name("v"), two = name("w");
                variables.put(one, one);
                variables.put(two, two);
                yield "int " + one + " = " + anInt() + ", " + two + " = " + anInt() + ";";
            }
            case 8 -> variable("List<Integer>", "List.of(" + anInt() + ", " + n + ")", false);
            case 9, 10, 11 -> "int " + method() + "(int a) {\n    return a + " + anInt() + ";\n}";
            case 12 -> "int " + name("f") + "(int a, int b) { return a * " + n + " + " + anInt() + "; }";
            case 13 -> "String " + name("f") + "(String s) { return s + " + anInt() + "; }";
            case 14 -> pick("double", "String", "long") + " " + name("f") + "(int a) { return " + pick("a", "\"s\" + a", "0.5 * a") + "; }";
            case 15 -> "<T> T " + name("g") + "(T t) {\n    System.out.println(t + \" \" + " + anInt() + ");\n    return t;\n}";
            case 16, 17 -> type();
            case 18 -> {
                if (types.isEmpty()) yield type();
                String type = pick(types.keySet().toArray(String[]::new)), name = name("o");
                variables.put(name, name);
                yield pick("var", type) + " " + name + " = " + types.get(type) + ";";
            }
            case 19 -> {
                String name = name("fun");
                variables.put(name, "(" + name + " == null ? \"none\" : \"\" + " + name + ".get())");
                yield "Supplier<Object> " + name + " = () -> " + anInt() + (random.nextBoolean() ? ";" : "");
            }
            case 20 -> {
                String name = name("fun");
                variables.put(name, "(" + name + " == null ? \"none\" : \"\" + " + name + ".get())");
                yield "Supplier<Object> " + name + " = new Object() {\n    Object get() { return " + anInt() + "; }\n}::get;";
            }
            case 21 -> "System.out.println(" + anInt() + ")" + (random.nextBoolean() ? ";" : "");
            case 22 -> "for (int i = 0; i < 2; i++) {\n    System.out.print(i + \" \" + " + anInt() + ");\n}";
            case 23 -> "try {\n    System.out.println(" + n + " / (" + anInt() + " - " + n + "));\n} catch (ArithmeticException e) {\n    System.out.println(e.getMessage());\n}";
            case 24 -> ints.isEmpty() ? anInt() : pick(ints.toArray(String[]::new)) + pick(" = ", " += ", " *= ") + anInt();
            case 25 -> anInt();
            case 26 -> pick("import java.util.function.*;", "import static java.lang.Math.max;", "import java.time.Duration;", "import no.such.Thing" + mark + ";");
            case 27 -> "if (" + anInt() + " > " + n + ") {\n    System.out.println(\"more\");\n} else {\n    System.out.println(\"less\");\n}";
            case 28 -> random.nextBoolean() ? bad(n) : anInt() + " + 1";
            default -> "static\nint " + method() + "(int a)\n{\n    int b = " + anInt() + ";\n    return a\n        - b;\n}";
        };
    }

    private String bad(int n) {
        return switch (random.nextInt(9)) {
            case 0 -> "int " + name("v") + " =\n    \"s\";";
            case 1 -> "var x" + mark + " = nothing" + mark + ";";
            case 2 -> "int[] a" + mark + " = new int[2];\na" + mark + "[" + n + "] = 1;";
            case 3 -> "throw new IllegalStateException(\"no " + n + "\");";
            case 4 -> "int y" + mark + " = " + anInt() + " / 0;";
            case 5 -> "System.out.println(\"before\"); List.of(1).get(" + n + ")";
            case 6 -> "int = " + n + ";";
            case 7 -> "class B" + mark + " {\n    int f() {\n        return \"s\";\n    }\n}";
            default -> "try {\n    List.of(1).get(" + n + ");\n} catch (RuntimeException e) {\n    throw new IllegalStateException(\"why\", e);\n}";
        };
    }

    /** A class, record, enum or interface, which may be there already and be something else. */
    private String type() {
        String name = name("T");
        String method = "public String toString() { return \"" + name + "\" + " + anInt() + "; }";
        int kind = random.nextInt(8);
        types.put(name, switch (kind) {
            case 0 -> "new " + name + "(" + anInt() + ")";
            case 1 -> name + ".A";
            case 2 -> "new " + name + "() { public String toString() { return \"\" + f(); } }";
            case 3 -> "new " + name + pick("()", "(3)");
            case 5 -> "new " + name + pick("<>()", "<>(3)");
            default -> "new " + name + "()";
        });
        return switch (kind) {
            case 0 -> "record " + name + "(int x) {\n    " + method + "\n}";
            case 1 -> "enum " + name + " {\n    A, B;\n    " + method + "\n}\nSystem.out.println(" + name + ".B)";
            case 2 -> "interface " + name + " {\n    default int f() { return " + anInt() + "; }\n}\nSystem.out.println(new " + name + "() { }.f());";
            case 3 -> "class " + name + " {\n    static int count = 3;\n    int x;\n    " + name + "() { x = count++; }\n    " + name + "(int y) { x = y + " + anInt() + "; }\n"
                    + "    public String toString() { return \"\" + x + count; }\n}";
            case 4 -> "class " + name + " {\n    class In { int y = " + anInt() + "; }\n    static class Nest { int z = 2; }\n"
                    + "    public String toString() { return \"\" + new In().y + new Nest().z; }\n}";
            case 5 -> "class " + name + "<X> {\n    X x;\n    " + name + "() { }\n    " + name + "(X x) { this.x = x; }\n    " + method + "\n}";
            case 6 -> "class " + name + " {\n    int x = " + anInt() + ";\n    " + method + "\n}";
            default -> "class " + name + " { " + method + " }";
        };
    }

    /** The name of one that takes an int and gives one. */
    private String method() {
        String name = name("f");
        methods.add(name);
        return name;
    }

    private String variable(String type, String value, boolean isInt) {
        String name = name("v");
        variables.put(name, name);
        if (isInt) ints.add(name); else ints.remove(name);
        if (type.equals("var")) value = value.replace(name, "9");    // jshell 17 itself crashes at var x = x
        boolean open = type.equals("int") && random.nextInt(4) == 0;
        return pick("", "", "final ", "static ") + type + " " + name + " = " + value + (open ? "" : ";");
    }

    private String anInt() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> ints.isEmpty() ? "7" : pick(ints.toArray(String[]::new));
            case 2 -> (methods.isEmpty() || random.nextInt(12) == 0 ? name("f") : pick(methods.toArray(String[]::new))) + "(" + random.nextInt(5) + ")";
            case 3 -> ints.isEmpty() ? "8" : "(" + pick(ints.toArray(String[]::new)) + " + 1)";
            default -> "" + random.nextInt(20);
        };
    }

    /** One of three names of this kind, so that many are met again, and some before they are there. */
    private String name(String kind) {
        return kind + random.nextInt(3) + mark;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
