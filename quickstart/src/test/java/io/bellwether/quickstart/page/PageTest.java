package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.Workspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page in a real browser, on the stand-in, without the rest of the demo. */
class PageTest {
  private static Browser browser;

  private SlackStandIn slack;
  private Workspace workspace;
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
    workspace = slack.workspace();
    cast = Cast.in(workspace);
    page = Page.start(0, workspace, cast.person());
    browser.open(page.url());
  }

  @AfterEach
  void stop() {
    page.close();
    slack.close();
  }

  @Test
  void aTypedMessageAppearsOnceAndIsInSlack() {
    browser.type("Azure is down again");

    browser.awaitText(".message .text", "Azure is down again");
    assertThat(browser.count(".message")).isOne();
    assertThat(workspace.messages(feedback()))
        .filteredOn(message -> message.text().equals("Azure is down again"))
        .singleElement()
        .extracting(Message::userId)
        .isEqualTo(cast.person().id());
    browser.hasNoComplaint();
  }

  @Test
  void markupInATextIsShownAsTextAndRunsNothing() {
    String hostile =
        "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script> & <b>";
    browser.type(hostile);

    browser.awaitText(".message .text", hostile);
    assertThat(browser.count(".message .text > *")).isZero();
    assertThat(browser.title()).isEqualTo("Bellwether");
    browser.hasNoComplaint();
  }

  @Test
  void slackMarkupIsShownAsPeopleSeeIt() {
    workspace.post(
        cast.bellwether(),
        feedback(),
        "*bad* news for <@"
            + cast.person().id()
            + ">\n> it broke &lt;again&gt;\n"
            + "<https://example.org/a?b=1&amp;c=2|See the message> <javascript:alert(1)|not a link>");

    browser.awaitText(".message .text strong", "bad");
    assertThat(browser.texts(".message .mention")).containsExactly("@you", "not a link");
    assertThat(browser.texts(".message blockquote")).containsExactly("it broke <again>");
    assertThat(browser.script("return [...document.querySelectorAll('.text a')].map(a => a.href)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("https://example.org/a?b=1&c=2");
    browser.hasNoComplaint();
  }

  @Test
  void aScoreAppearsUnderItsMessageAndTheAlertIsLinked() {
    Message said = workspace.post(cast.person(), feedback(), "this is unacceptable");
    page.scored(new Score(said.channelId(), said.ts(), 0, 0.125, "negative", null));
    browser.awaitText(".verdict .pill", "negative 0.13");

    alert(said, "*you*: this is unacceptable\n<" + permalink(said) + "|See the message>");
    browser.awaitText(".verdict a", "alerted in #negative-feedback");
    browser.awaitText("nav .badge", "1");
    assertThat(browser.title()).isEqualTo("(1) Bellwether");

    browser.click(".verdict a");
    browser.awaitText("#channel-name", "#negative-feedback");
    browser.awaitText(".message.alert[data-outcome=negative] .text", "this is unacceptable");
    browser.awaitText(".message.alert .verdict", "after it was said");
    assertThat(browser.count("nav .badge")).isZero();

    browser.click(".message.alert .text a");
    browser.awaitText("#channel-name", "#feedback");
    browser.awaitText(".message.pointed", "this is unacceptable");
    browser.hasNoComplaint();
  }

  @Test
  void anEmptyChannelSuggestsWhatToSay() {
    browser.click("#suggestion");
    browser.press(Keys.ENTER);

    browser.awaitText(".message .text", "Azure is down again, this is unacceptable");
    assertThat(browser.count("#empty:not([hidden])")).isZero();
  }

  @Test
  void editsAndDeletionsAreFollowed() {
    Message kept = workspace.post(cast.person(), feedback(), "first");
    Message doomed = workspace.post(cast.person(), feedback(), "second");
    browser.awaitText(".message .text", "second");

    workspace.edit(kept, "first, but better");
    workspace.delete(doomed);

    browser.awaitText(".message .text", "first, but better");
    await().until(() -> browser.count(".message") == 1);
    assertThat(browser.texts(".message .tag")).contains("edited");
  }

  @Test
  void theKeyboardReachesEveryChannel() {
    browser.script("document.querySelector('nav a[href=\"#positive-feedback\"]').focus()");
    browser.press(Keys.ENTER);

    browser.awaitText("#channel-name", "#positive-feedback");
    browser.awaitText("#empty-title", "No praise yet");
  }

  @Test
  void whatHappenedWhileThePageWasCutOffIsCaughtUp() {
    browser.type("before");
    browser.awaitText(".message .text", "before");
    URI address = page.url();
    page.close();
    browser.await("the page to notice", "#status[data-state=lost]");
    workspace.post(cast.person(), feedback(), "meanwhile");

    page = Page.start(address.getPort(), workspace, cast.person());

    browser.awaitText(".message .text", "meanwhile");
    assertThat(browser.count(".message")).isEqualTo(2);
  }

  @Test
  void everythingComesFromThePagesOwnServer() {
    Object foreign =
        browser.script(
            "return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => !name.startsWith(location.origin))");
    assertThat(foreign).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
  }

  @Test
  void noTokenReachesThePage() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(page.url().resolve("api/workspace")).build();
    String all = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    assertThat(all).contains("feedback").doesNotContainPattern("xox[bp]-|xapp-");
  }

  private void alert(Message of, String text) {
    ObjectNode metadata =
        new ObjectMapper().createObjectNode().put("event_type", "bellwether_alert");
    metadata
        .putObject("event_payload")
        .putArray("alerts")
        .addObject()
        .put(
            "event_id",
            "slack:" + workspace.teamId() + ":" + of.channelId() + ":" + of.ts() + ":0");
    PostedAlert.post(slack, cast.bellwether(), "negative-feedback", text, metadata);
  }

  private String permalink(Message message) {
    return workspace.url()
        + "archives/"
        + message.channelId()
        + "/p"
        + message.ts().replace(".", "");
  }

  private Channel feedback() {
    return workspace.channel("feedback").orElseThrow();
  }
}
