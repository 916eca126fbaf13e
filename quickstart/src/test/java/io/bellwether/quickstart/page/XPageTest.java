package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.quickstart.page.console.SampleMeasures;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XStandIn;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page of a demo that runs with X, in a browser. */
class XPageTest {
  private static Browser browser;

  private SlackStandIn slack;
  private XStandIn x;
  private Timeline timeline;
  private Cast cast;
  private Page page;

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
    x = XStandIn.start(io.bellwether.standin.x.Options.defaults());
    timeline = x.timeline();
    cast = Cast.in(slack.workspace());
    Room room = new XRoom(timeline, timeline.user("you"), post -> post.text().contains("#azure"));
    page = Page.start(0, slack.workspace(), cast.person(), List.of(room));
    page.measuredBy(SampleMeasures::withX);
    browser.open(page.url());
    browser.awaitText("#source-x th", "X");
  }

  @AfterEach
  void stop() {
    browser.asOnADesk();
    page.close();
    x.close();
    slack.close();
  }

  @Test
  void aPostIsSaidOnXShownWithItsScoreAndLinkedFromItsAlert() {
    browser.click("nav a[href='#X']");
    browser.awaitText("#channel-name", "X");
    browser.type("<b>#azure</b> is *down* again");

    browser.awaitText(".message .text", "<b>#azure</b> is *down* again");
    await().until(() -> timeline.newest(9).size() == 1);
    Post post = timeline.newest(1).get(0);
    assertThat(post.text()).isEqualTo("<b>#azure</b> is *down* again");
    assertThat(slack.workspace().messages(channel("feedback"))).allMatch(m -> m.subtype() != null);
    assertThat(browser.count(".message .text > *")).as("no markup on X").isZero();

    page.scored(new Score("x", XRoom.ts(post.id()), 0, 0.125, "negative", null));
    browser.awaitText(".message .pill", "negative 0.13");
    alert("x:" + post.id() + ":0");
    browser.awaitText(".message .verdict a", "alerted in #negative-feedback");
    browser.click(".message .verdict a");
    browser.awaitText(".message.alert .verdict", "negative 0.13");
    browser.hasNoComplaint();
  }

  @Test
  void aPostThatNoQueryFindsSaysSo() {
    browser.click("nav a[href='#X']");
    browser.awaitText("#channel-name", "X");
    timeline.post(timeline.user("ana"), "nothing of interest");
    browser.awaitText(".message .by strong", "@ana");
    browser.awaitText(".message .verdict", "no query of the source finds it");
    browser.hasNoComplaint();
  }

  @Test
  void bothSourcesStandInThePictureAndInATableOfTheirOwn() {
    assertThat(browser.count("#pipeline .node")).isEqualTo(8);
    assertThat(browser.count("#pipeline .edge")).isEqualTo(8);
    browser.awaitText("#node-x-source .state", "0/1 task");
    browser.awaitText("#node-source .state", "1/1 task");
    browser.awaitText("#edge-6 .queue", "15 waiting");
    assertThat(browser.texts("#source-x td"))
        .containsExactly("477", "15", "460", "50 %", "10 %", "270", "900 ms");
    assertThat(browser.texts("#source-slack td"))
        .containsExactly("1,200", "5", "1,190", "10 %", "5 %", "170", "900 ms");
    browser.hasNoComplaint();
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, light", "390, 844, dark"})
  void nothingOverlapsOrSpills(int width, int height, String scheme) {
    browser.show(width, height, scheme);
    if (width < 500) {
      browser.click("#view-console");
    }
    for (String kind : List.of(".panel", ".node, .edge", ".sources th, .sources td")) {
      assertThat(browser.script(ConsolePageTest.OVERLAPS, kind)).as(kind).isEqualTo(false);
    }
    assertThat(browser.script(ConsolePageTest.SPILLS)).as("wider than its panel").isEqualTo("");
    browser.hasNoComplaint();
  }

  @Test
  void theRoomAndTheTableAreReachedByTabInTheOrderOfThePage() {
    browser.script("document.activeElement.blur()");
    List<String> wanted = List.of("a[href=\"#X\"]", "#composer", "#kill-broker", "#sources");
    int next = 0;
    for (int i = 0; i < 40 && next < wanted.size(); i++) {
      browser.press(Keys.TAB);
      Object there =
          browser.script("return document.activeElement.matches(arguments[0])", wanted.get(next));
      next += Boolean.TRUE.equals(there) ? 1 : 0;
    }
    assertThat(next).as("reached, of " + wanted).isEqualTo(wanted.size());
  }

  private void alert(String eventId) {
    ObjectNode metadata =
        new ObjectMapper().createObjectNode().put("event_type", "bellwether_alert");
    metadata.putObject("event_payload").putArray("alerts").addObject().put("event_id", eventId);
    PostedAlert.post(slack, cast.bellwether(), "negative-feedback", "azure is down", metadata);
  }

  private Channel channel(String name) {
    return slack.workspace().channel(name).orElseThrow();
  }
}
