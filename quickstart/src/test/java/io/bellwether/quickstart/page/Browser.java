package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a profile of its own. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /** Skips the test where there is no browser, except in CI, where there must be one. */
  public static Browser openOrSkip() {
    Optional<Path> chromium =
        first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    Optional<Path> driver = first("/usr/bin/chromedriver");
    if (chromium.isEmpty() || driver.isEmpty()) {
      String missing = "No Chromium with chromedriver in /usr/bin: the page is not tested";
      return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }
    return open(chromium.get(), driver.get());
  }

  private static Browser open(Path chromium, Path driver) {
    try {
      Path profile = Files.createTempDirectory("bellwether-browser");
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      ChromeOptions options = new ChromeOptions();
      options.setBinary(chromium.toFile());
      options.setCapability("goog:loggingPrefs", logs);
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1280,800",
          "--user-data-dir=" + profile);
      ChromeDriverService service =
          new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
      return new Browser(new ChromeDriver(service, options), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> first(String... paths) {
    return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  public void open(URI page) {
    driver.get(page.toString());
    await("the page to be live", "#status[data-state=ready]");
  }

  /** The elements that match, once there is one. */
  List<WebElement> await(String what, String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .withMessage(what)
        .until(
            some -> {
              List<WebElement> found = some.findElements(By.cssSelector(selector));
              return found.isEmpty() ? null : found;
            });
  }

  /** Waits until some element that matches has this text in it. */
  public void awaitText(String selector, String text) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(selector + " to show '" + text + "'")
        .until(some -> texts(selector).stream().anyMatch(shown -> shown.contains(text)));
  }

  /** The visible text of each element that matches, as of one moment. */
  @SuppressWarnings("unchecked")
  List<String> texts(String selector) {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", selector);
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  Object script(String body, Object... arguments) {
    return driver.executeScript(body, arguments);
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  public void type(String text) {
    driver.findElement(By.id("composer")).sendKeys(text, Keys.ENTER);
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /**
   * Shows the page as a screen of this size does.
   *
   * @param scheme light or dark
   */
  void show(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Ends what {@link #show} began. */
  void asOnADesk() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  String title() {
    return driver.getTitle();
  }

  List<LogEntry> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll();
  }

  public void hasNoComplaint() {
    assertThat(console()).as("browser console").isEmpty();
  }

  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
