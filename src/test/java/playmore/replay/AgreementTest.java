package playmore.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Jdk;

/**
 * Generated scripts in a replay's session and in the JDK's own jshell agree: in all that they print, at the end
 * the values of all variables, in what goes wrong first, and in its line.
 *
 * <p>{@code -Dplaymore.agreement=500 -Dplaymore.seed=3} tries so many others.
 */
class AgreementTest {

    private static final int SCRIPTS = Integer.getInteger("playmore.agreement", 36), AT_ONCE = 2;
    private static final long SEED = Long.getLong("playmore.seed", 1);

    @TempDir Path temp;

    /** An entry in a session of the replay: the line on which it begins, what it printed, and its failure, if it failed. */
    private record Ran(int line, String code, String printed, SnippetFailure failure) {

        @Override
        public String toString() {
            return printed + (failure == null ? "" : failure.line + ": " + failure.getMessage() + failure.details);
        }
    }

    /** What the kit's shell prints to a script is what jshell prints, to the letter. */
    @ParameterizedTest
    @MethodSource("playmore.Jdk#newest")
    void shellAndJShellAgree(Jdk jdk) throws Exception {
        List<GeneratedScript> scripts = IntStream.range(0, SCRIPTS / 2).mapToObj(i -> new GeneratedScript(1_000_003 * SEED + i, i)).toList();
        Process own = start(jdk.jshell("-R-Duser.language=en"), scripts, 0);
        Process ours = start(jdk.kitsShell(Path.of("target/playmore.jar"), System.getProperty("java.class.path")), scripts, 1);
        for (Process process : List.of(own, ours)) assertTrue(process.waitFor(9, TimeUnit.MINUTES), "jshell still runs");
        String expected = withoutHashes(Files.readString(temp.resolve("told0")));
        assertEquals(expected, withoutHints(withoutHashes(Files.readString(temp.resolve("told1")))), "seed " + SEED);
        assertTrue(told(expected).size() > SCRIPTS, expected);
    }

    private static String withoutHashes(String text) {
        return text.substring(text.indexOf("Invalid command")).replaceAll("@[0-9a-f]{5,}", "@...");
    }

    /** Ours says more than jshell: how Java writes what was meant. */
    private static String withoutHints(String text) {
        return text.replaceAll("(?m)^\\|  (did you mean|\\S+ is a (method|field)|Java's operators|a line that begins).*\\n", "");
    }

    @Test
    void replayAndJShellAgree() throws Exception {
        List<Process> jshells = new ArrayList<>();
        List<List<GeneratedScript>> batches = new ArrayList<>();
        for (int batch = 0; batch < AT_ONCE; batch++) {
            int first = batch;
            batches.add(IntStream.range(0, SCRIPTS / AT_ONCE).map(i -> i * AT_ONCE + first)
                    .mapToObj(i -> new GeneratedScript(1_000_003 * SEED + i, i)).toList());
            jshells.add(start(Jdk.HERE.jshell("-R-Duser.language=en"), batches.get(batch), batch));
        }
        List<List<List<Ran>>> ran = new ArrayList<>();
        for (List<GeneratedScript> batch : batches) ran.add(inSession(batch));    // while the jshells run
        List<String> differences = new ArrayList<>();
        int stopped = 0;
        for (int batch = 0; batch < AT_ONCE; batch++) {
            assertTrue(jshells.get(batch).waitFor(9, TimeUnit.MINUTES), "jshell still runs");
            Map<String, String> told = told(Files.readString(temp.resolve("told" + batch)));
            for (int i = 0; i < ran.get(batch).size(); i++) {
                List<Ran> entries = ran.get(batch).get(i);
                for (int entry = 0; entry < entries.size(); entry++) {
                    String jshell = told.getOrDefault(i + "_" + entry, "(not begun: what stood before has no end)");
                    Ran replay = entries.get(entry);
                    String why = difference(replay, jshell);
                    if (why != null) {
                        differences.add("seed " + SEED + ", batch " + batch + ", script " + i + ": " + why + "\n--- the script\n"
                                + String.join("\n", batches.get(batch).get(i).entries.subList(0, entry + 1)) + "\n--- jshell\n" + jshell + "\n--- replay\n" + replay);
                        break;
                    }
                    if (replay.failure != null) stopped++;
                }
            }
        }
        assertTrue(stopped > SCRIPTS / 10 && stopped < SCRIPTS * 9 / 10, stopped + " of " + SCRIPTS + " scripts stopped: too few differ");
        assertEquals(0, differences.size(), () -> differences.size() + " of " + SCRIPTS + " differ:\n" + String.join("\n=====\n", differences));
    }

    /** What came of each script's entries, in one session, up to the one that failed. */
    private static List<List<Ran>> inSession(List<GeneratedScript> scripts) throws Exception {
        List<List<Ran>> all = new ArrayList<>();
        try (Session session = new Session(false)) {
            for (GeneratedScript script : scripts) {
                List<Ran> entries = new ArrayList<>();
                all.add(entries);
                int line = 1;
                for (String code : script.entries) {
                    StringBuilder printed = new StringBuilder();
                    SnippetFailure failure = null;
                    try (Capture capture = new Capture(p -> printed.append(p.text()))) {
                        session.run("f", line, code);
                    } catch (SnippetFailure e) {
                        failure = e;
                    }
                    entries.add(new Ran(line, code, printed.toString(), failure));
                    if (failure != null) break;
                    line += (int) code.lines().count();
                }
            }
        }
        return all;
    }

    /** What the two differ in; null if they agree. */
    private static String difference(Ran replay, String jshell) {
        int line = replay.line;
        String code = replay.code, printed = replay.printed;
        SnippetFailure failure = replay.failure;
        if (failure == null) return jshell.equals(printed) ? null : "it prints something else, or only one fails";
        if (failure.getMessage().contains("which the script does not define") || failure.getMessage().contains("does not compile any more")) {
            return jshell.startsWith(printed) ? null : "printed something else before";    // jshell -s is silent about it
        }
        if (!jshell.startsWith(printed) || jshell.length() == printed.length()) return "jshell does not fail, or printed something else before";
        String error = jshell.substring(printed.length());
        if (error.startsWith("Error:")) {
            String wrong = code.lines().toList().get(failure.line - line).replace(";", "").strip();    // jshell shows one more
            return !error.contains(plain(failure.getMessage())) ? "another error"
                    : error.lines().map(l -> l.replace(";", "").strip()).noneMatch(l -> !l.isEmpty() && wrong.contains(l)) ? "the line of the error" : null;
        }
        if (failure.getMessage().equals("java.lang.StackOverflowError")) return error.contains("StackOverflowError") ? null : "another exception";
        if (!plain(error).contains(plain(failure.getMessage()).replaceFirst("^java[.]lang[.]", ""))) return "another exception";
        int inSnippet = 0;
        Matcher call = Pattern.compile("at \\(#\\w+:(\\d+)\\)").matcher(error);
        if (call.find()) inSnippet = Integer.parseInt(call.group(1));
        return inSnippet == failure.line - failure.fragment.line() + 1 ? null : "the line of the exception";
    }

    /** Without the names that JShell gives its classes. */
    private static String plain(String message) {
        return message.lines().findFirst().orElse("").replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "");
    }

    private Process start(List<String> jshell, List<GeneratedScript> scripts, int batch) throws IOException {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < scripts.size(); i++) {
            for (int entry = 0; entry < scripts.get(i).entries.size(); entry++) {
                input.append("/mark").append(i).append('_').append(entry).append('\n')    // no command, which jshell says
                        .append(scripts.get(i).entries.get(entry)).append('\n');
            }
        }
        Path file = Files.writeString(temp.resolve("input" + batch), input.append("/mark\n"));
        List<String> command = new ArrayList<>(jshell);
        command.addAll(List.of("-s", "-J-Djava.util.prefs.userRoot=" + temp.resolve("preferences" + batch), "-J-Duser.language=en", "-"));
        return new ProcessBuilder(command)
                .redirectInput(file.toFile()).redirectErrorStream(true).redirectOutput(temp.resolve("told" + batch).toFile()).start();
    }

    private static Map<String, String> told(String output) {
        Map<String, String> told = new HashMap<>();
        Matcher mark = Pattern.compile("Invalid command: '?/mark([\\d_]*)[^\\n]*\\n").matcher(output);
        String before = null;
        for (int from = 0; mark.find(); from = mark.end(), before = mark.group(1)) {
            if (before != null) told.put(before, output.substring(from, mark.start()));
        }
        return told;
    }
}
