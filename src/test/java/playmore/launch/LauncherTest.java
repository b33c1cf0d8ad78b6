package playmore.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LauncherTest {

    @Test
    void saysWhatIsMissing() throws Exception {
        for (String version : new String[] {"1.8", "9", "11", "16"}) {
            assertEquals("Playmore needs a JDK, version 17 or newer; this Java is version " + version.replace("1.8", "8")
                    + ": install one (https://adoptium.net), and start it with that one's java.", Launcher.missing(version));
        }
        for (String version : new String[] {"17", "25", "30"}) assertEquals("", Launcher.missing(version));
    }
}
