package playmore.lecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import playmore.replay.Script;

/**
 * A chapter that a learner opened in a real jshell, after those before it and all that they say to try; and who then
 * did what it says to try. All chapters are opened in one session, once for all tests that ask.
 *
 * @param printed what the chapter printed
 * @param files what it wrote
 * @param replies what jshell said to the code of each task that has some
 */
record Opened(String printed, List<String> files, Map<Task, String> replies) {

    private static final Map<String, Opened> ALL = new HashMap<>();

    static synchronized Opened run(Script chapter) throws IOException, InterruptedException {
        if (ALL.isEmpty()) runAll();
        Opened opened = ALL.get(chapter.name());
        return opened != null ? opened : fail("jshell's session ended before " + chapter.name());
    }

    private static void runAll() throws IOException, InterruptedException {
        Path folder = Project.temp("jshell");
        try (Prompt prompt = new Prompt(folder)) {
            boolean leftItsValue = false;
            for (Script chapter : Script.all(Path.of("scripts"))) {
                boolean hasItsValue = Files.readString(chapter.file()).contains("\nclass Value ");
                // README says to, where one is left; and to put one before another takes jshell long.
                if (leftItsValue || hasItsValue) prompt.forget();
                leftItsValue = hasItsValue;
                String printed = prompt.type(List.of("/open " + chapter.file().toAbsolutePath()));
                List<String> files = new Transcript(chapter.name(), printed, folder.resolve("out").resolve(chapter.name())).files();
                Map<Task, String> replies = new LinkedHashMap<>();
                for (Task task : Task.of(chapter)) {
                    if (!task.code().isEmpty()) replies.put(task, prompt.type(task.typed(folder)));
                }
                ALL.put(chapter.name(), new Opened(printed, files, replies));
            }
        }
    }
}
