package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.console.SampleMeasures;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.OutputType;

/** The panel of a story in a real browser, told by hand what running topics would tell. */
abstract class PanelPage {
  /** What of a panel is wider than it. */
  private static final String SPILLS =
      """
      const panel = document.getElementById(arguments[0]);
      const {right} = panel.getBoundingClientRect();
      return [...panel.querySelectorAll('*')]
          .filter(e => !e.closest('.hidden') && e.getBoundingClientRect().right > right + 1)
          .map(e => e.className || e.tagName).join();
      """;

  /** Where everything of these kinds stands. */
  private static final String PLACES =
      """
      return [...document.querySelectorAll(arguments[0])]
          .map(e => Object.values(e.getBoundingClientRect().toJSON()).map(Math.round).join()).join(' ');
      """;

  /** How many pixels of a chart have a colour of the page. */
  private static final String COLOURED =
      """
      const drawn = document.querySelector(`[data-chart=${arguments[0]}] canvas`);
      const copy = new OffscreenCanvas(drawn.width, drawn.height);
      const context = copy.getContext('2d', {willReadFrequently: true});
      context.drawImage(drawn, 0, 0);
      const {data} = context.getImageData(0, 0, copy.width, copy.height);
      const value = getComputedStyle(document.documentElement).getPropertyValue(arguments[1]).trim();
      const [r, g, b] = [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16));
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        count += data[i + 3] === 255 && data[i] === r && data[i + 1] === g && data[i + 2] === b;
      }
      return count;
      """;

  private static final String SCROLL_TO =
      """
      if (document.getElementById('view-console').offsetParent) {
        document.getElementById('view-console').click();
      }
      document.getElementById('panels').scrollTop = document.getElementById(arguments[0]).offsetTop - 70;
      """;

  static Browser browser;

  private final String panel;
  SlackStandIn slack;
  Page page;

  /**
   * @param panel the id of the story's section
   */
  PanelPage(String panel) {
    this.panel = panel;
  }

  /** Gives the page its story. */
  abstract void tell(Page page);

  /** Waits until the page shows it. */
  abstract void awaitShown();

  @BeforeAll
  static void openBrowser() {
    browser = Browser.openOrSkip();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    page = Page.start(0, slack.workspace(), Cast.in(slack.workspace()).person());
    page.measuredBy(SampleMeasures::all);
    tell(page);
    browser.open(page.url());
    awaitShown();
  }

  @AfterEach
  void stop() {
    browser.asOnADesk();
    page.close();
    slack.close();
  }

  final long pixels(String chart, String colour) {
    return (Long) browser.script(COLOURED, chart, colour);
  }

  final Object places(String kinds) {
    return browser.script(PLACES, kinds);
  }

  /** Shows the panel on such a screen. */
  final void show(int width, int height, String scheme) {
    browser.show(width, height, scheme);
    browser.script(SCROLL_TO, panel);
  }

  final void nothingSpills() {
    assertThat(browser.script(SPILLS, panel)).isEqualTo("");
  }

  /** The panel is not there in a demo without the story, nor is anything of the others. */
  final void isNotThereWithoutItsStory(String others) {
    try (Page plain = Page.start(0, slack.workspace(), slack.workspace().person("you"))) {
      plain.measuredBy(SampleMeasures::all);
      browser.open(plain.url());
      browser.awaitText("[data-term=said] strong", "1,677");
      assertThat(browser.script("return document.getElementById(arguments[0]).hidden", panel))
          .isEqualTo(true);
      assertThat(browser.count(others)).isZero();
    }
  }

  /** A picture for people, where {@code -Dbellwether.pictures=FOLDER} asks for it. */
  final void keep(String name) throws IOException {
    String folder = System.getProperty("bellwether.pictures", "");
    if (!folder.isEmpty()) {
      byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
      Files.write(Path.of(folder, panel + "-" + name + ".png"), png);
    }
  }
}
