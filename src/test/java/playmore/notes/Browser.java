package playmore.notes;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import playmore.Needs;

/**
 * A real Chromium without a window, and without a network: one for all tests of a thread, which is as new again after
 * each of their classes.
 */
public final class Browser implements BeforeAllCallback, AfterAllCallback {

    private static final int SECONDS = 20;

    /** It would warn that it was not made for this very Chromium, which only matters to what is not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final ThreadLocal<ChromeDriver> CHROMIUM = new ThreadLocal<>();    // once a test wants it

    private final boolean takesPages;

    public Browser() {
        this(false);
    }

    private Browser(boolean takesPages) {
        this.takesPages = takesPages;
    }

    /** The same, for pages that the tests make, which go to a folder for them. */
    public static Browser ofPages() {
        return new Browser(true);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        if (takesPages) System.setProperty("playmore.out", NotesRun.newFolder().toString());
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (takesPages) System.clearProperty("playmore.out");
        close();
    }

    void close() {
        ChromeDriver chromium = CHROMIUM.get();
        if (chromium == null) return;
        forget();
        chromium.get("about:blank");
        chromium.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        dark(false);
        console();
    }

    /** What pages have kept in it. */
    void forget() {
        js("if (location.protocol === 'file:') localStorage.clear()");
    }

    /** Skips the test where Chromium and its driver are not installed. */
    private static ChromeDriver driver() {
        if (CHROMIUM.get() == null) CHROMIUM.set(start());
        return CHROMIUM.get();
    }

    private static ChromeDriver start() {
        Optional<Path> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = installed("chromedriver");
        Needs.that(chromium.isPresent() && chromedriver.isPresent(),
                "Chromium and chromedriver are not installed, so the pages were not opened");
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost", "--window-size=1100,900");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get().toFile()).build(), options);
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        return driver;
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    public void open(Path file) {
        driver().get(file.toUri().toString());
    }

    /** Opens a file of the notes. */
    void open(String file) {
        open(NotesRun.out().resolve(file));
    }

    /** The file that is open, as seen from the notes' folder. */
    String file() {
        return NotesRun.out().toUri().relativize(URI.create(driver().getCurrentUrl())).getPath();
    }

    @SuppressWarnings("unchecked")
    public <T> T js(String script, Object... arguments) {
        return (T) driver().executeScript(script, arguments);
    }

    /** The same of a script that hands what it has to its last argument, a function. */
    @SuppressWarnings("unchecked")
    <T> T jsAsync(String script) {
        return (T) driver().executeAsyncScript(script);
    }

    public WebElement find(String css) {
        return driver().findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver().findElements(By.cssSelector(css));
    }

    public void press(CharSequence key) {
        find("body").sendKeys(key);
    }

    /** Waits until it holds, and fails where it takes too long. */
    public void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) fail("waited " + SECONDS + " seconds at " + driver().getCurrentUrl());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** What the page has written to the browser's console since the last time. */
    public List<String> console() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream().map(Object::toString).toList();
    }

    public void size(int width, int height, boolean phone) {
        driver().executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    public void dark(boolean dark) {
        driver().executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }
}
