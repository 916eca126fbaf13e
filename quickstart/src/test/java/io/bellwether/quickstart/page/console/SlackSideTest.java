package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Draft;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.Workspace;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackSideTest {
  private final Books books = new Books(new Ledger(1_000, true));
  private SlackStandIn slack;
  private Workspace workspace;
  private Cast cast;
  private Channel feedback;
  private SlackSide side;

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    workspace = slack.workspace();
    cast = Cast.in(workspace);
    feedback = workspace.channel("feedback").orElseThrow();
  }

  @AfterEach
  void stop() throws Exception {
    side.close();
    slack.close();
  }

  @Test
  void whatPeopleSayCountsOnceBeforeAndAfterTheBegin() {
    workspace.post(cast.person(), feedback, "before");
    begin();
    workspace.post(cast.speaker(), feedback, "after");
    awaitSaid(2);
  }

  @Test
  void whatIsNotFeedbackDoesNotCount() {
    Message said = workspace.post(cast.person(), feedback, "counts");
    workspace.post(cast.people(), feedback, "a bot");
    workspace.post(
        cast.person(), workspace.channel("negative-feedback").orElseThrow(), "elsewhere");
    workspace.reply(cast.person(), said, "a reply is up to the source's settings");
    begin();
    workspace.post(cast.person(), feedback, "counts too");
    awaitSaid(2);
  }

  @Test
  void whatIsDeletedUnreadIsNotDue() {
    begin();
    Message plain = workspace.post(cast.person(), feedback, "plain");
    Message parent = workspace.post(cast.person(), feedback, "with a reply");
    workspace.reply(cast.person(), parent, "reply");
    awaitSaid(2);
    workspace.delete(plain);
    workspace.delete(parent);
    awaitSaid(0);
  }

  @Test
  void everyAlertOfADigestIsPostedAndItsLatencyMeasured() {
    Message first = workspace.post(cast.person(), feedback, "one");
    Message second = workspace.post(cast.person(), feedback, "two");
    begin();
    alert(first, second);
    await().until(() -> books.ledger.sums().posted() == 2);
    assertThat(books.ledger.sums().doubled().slack()).isZero();
    assertThat(books.latencies.ofAll().count()).isEqualTo(2);

    alert(first);
    await().until(() -> books.ledger.sums().doubled().slack() == 1);
    assertThat(books.latencies.ofAll().count()).isEqualTo(2);
  }

  @Test
  void alertsOfTopicsThatAnotherSinkReadsDoNotCount() {
    Message first = workspace.post(cast.person(), feedback, "one");
    alert("trade-alerts", first);
    alert(first);
    begin();
    assertThat(books.ledger.sums().posted()).isEqualTo(1);
    assertThat(books.ledger.sums().doubled().slack()).isZero();
  }

  @Test
  void whatWasPostedBeforeTheBeginIsKnown() {
    alert(workspace.post(cast.person(), feedback, "one"));
    begin();
    assertThat(books.ledger.sums().posted()).isEqualTo(1);
    assertThat(books.perSecond(Books.Edge.SINK_SLACK, System.currentTimeMillis())).isZero();
  }

  private void begin() {
    Due due = new Due(workspace, Set.of("feedback"));
    side =
        new SlackSide(workspace, due, books, Set.of("negative-feedback"), InstantSource.system());
  }

  private void alert(Message... of) {
    alert("negative-feedback", of);
  }

  private void alert(String topic, Message... of) {
    ObjectNode metadata =
        new ObjectMapper().createObjectNode().put("event_type", "bellwether_alert");
    ArrayNode alerts = metadata.putObject("event_payload").putArray("alerts");
    for (Message each : of) {
      alerts
          .addObject()
          .put("event_id", EventId.of(workspace.teamId(), each).first())
          .put("topic", topic);
    }
    Message.Details details = new Message.Details(null, null, metadata, null, null, null, null);
    String channel = workspace.channel("negative-feedback").orElseThrow().id();
    workspace
        .log()
        .post(
            channel,
            new Draft(
                cast.bellwether().botUserId(), cast.bellwether(), "alert", null, null, details));
  }

  private void awaitSaid(long expected) {
    await().until(() -> books.ledger.sums().said() == expected);
    assertThat(books.ledger.sums().waitingForSource()).isEqualTo(expected);
  }
}
