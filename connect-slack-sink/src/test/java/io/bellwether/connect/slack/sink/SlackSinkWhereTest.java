package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which channel and thread an alert goes to, and how it looks, in a real worker. */
@Timeout(120)
class SlackSinkWhereTest extends SinkScenario {
  private static String json(String id, String author, String channel) {
    return "{\"event_id\":\"%s\",\"text\":\"about %s\",\"author\":\"%s\",\"to\":\"%s\",\"outcome\":\"negative\"}"
        .formatted(id, id, author, channel);
  }

  private Channel channel(String name) {
    Channel channel = slack.workspace().createChannel(name, false);
    slack.workspace().join(app, channel);
    return channel;
  }

  /** The texts of each thread, by the text of its first message. */
  private Map<String, List<String>> threads(Channel channel) {
    List<Message> all =
        slack.workspace().messages(channel).stream()
            .filter(message -> message.metadata() != null)
            .toList();
    Map<String, String> parents =
        all.stream()
            .filter(message -> !message.reply())
            .collect(Collectors.toMap(Message::ts, Message::text));
    return all.stream()
        .filter(Message::reply)
        .collect(
            Collectors.groupingBy(
                message -> parents.get(message.threadTs()),
                Collectors.mapping(Message::text, Collectors.toList())));
  }

  @Test
  void aRecordNamesItsChannelAndStartsWithTheEmojiOfItsOutcome() {
    Channel fallback = topicAndChannel("where");
    Channel named = channel("named");
    Map<String, String> config = config("where");
    config.put("channel.field", "to");
    config.put("emoji.by.value", "negative:red_circle");
    connect.submit("where", config);
    connect.produceRaw("where", json("a", "ann", "#named"));
    connect.produceRaw("where", json("b", "ann", " "));
    awaitPosted(named, "a");
    awaitPosted(fallback, "b");
    assertThat(slack.workspace().messages(named))
        .anyMatch(message -> message.text().startsWith(":red_circle: *negative*"));
    connect.delete("where");
  }

  @Test
  void blocksAreShownInsteadOfTheTextAloneAndInADigest() {
    Channel channel = topicAndChannel("blocks");
    Map<String, String> config = config("blocks");
    config.put("digest.above", "1");
    config.put("post.interval.ms", "300");
    config.put(
        "message.blocks",
        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"by *{{author}}*\"}},"
            + "{\"type\":\"divider\"}]");
    connect.submit("blocks", config);
    for (String id : ids("e", 0, 60)) {
      connect.produceRaw("blocks", json(id, "ann & co", ""));
    }
    awaitPosted(channel, ids("e", 0, 60));
    assertThat(slack.workspace().messages(channel))
        .filteredOn(message -> message.metadata() != null)
        .allSatisfy(
            message -> {
              int alerts = message.metadata().at("/event_payload/alerts").size();
              assertThat(message.details().blocks()).hasSize(2 * alerts);
              assertThat(message.details().blocks().at("/0/text/text").asText())
                  .isEqualTo("by *ann &amp; co*");
              assertThat(message.text()).contains("about e");
            });
    connect.delete("blocks");
  }

  @Test
  void alertsOfOneAuthorAreAThreadAlsoAfterARestartAndALostAnswer() {
    Channel channel = topicAndChannel("authors");
    Map<String, String> config = config("authors");
    config.put("thread.by", "author");
    config.put("digest.above", "1000");
    config.put("message.template", "{{event_id}}");
    config.put("slack.timeout.ms", "1000");
    connect.submit("authors", config);
    for (String id : ids("e", 0, 6)) {
      connect.produceRaw("authors", json(id, id.matches("e[024]") ? "ann" : "ben", ""));
    }
    awaitPosted(channel, ids("e", 0, 6));
    // A new connector remembers nothing and reads the same records again.
    connect.delete("authors");
    config.put("consumer.override.auto.offset.reset", "earliest");
    connect.stopAndReset("authors", config);
    connect.produceRaw("authors", json("e6", "ann", ""));
    awaitPosted(channel, ids("e", 0, 7));
    slack.faults().next(1, POST, Fault.postedButTimeout(Duration.ofSeconds(3)));
    connect.produceRaw("authors", json("e7", "ben", ""));
    connect.produceRaw("authors", json("e8", "ben", ""));
    awaitPosted(channel, ids("e", 0, 9));

    assertThat(threads(channel))
        .isEqualTo(Map.of("e0", List.of("e2", "e4", "e6"), "e1", List.of("e3", "e5", "e7", "e8")));
    await().atMost(LONG).until(() -> connect.offset("authors") == 9);
    assertThat(posted(channel)).containsExactly(ids("e", 0, 9));
    connect.delete("authors");
  }
}
