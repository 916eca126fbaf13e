package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.bellwether.connect.slack.sink.mapping.StrangeValues;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand records as nobody would write them, the same ones each time. */
@Timeout(240)
class SlackSinkFuzzTest extends SinkScenario {
  private static final int RECORDS = 1_000;
  private static final Gson JSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  @Test
  void noRecordStopsTheTaskOrSaysASecretOrMentionsAnybody() {
    Channel channel = topicAndChannel("fuzz");
    Map<String, String> config = config("fuzz");
    config.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
    config.put("errors.tolerance", "all");
    config.put("errors.deadletterqueue.topic.name", "fuzz-dlq");
    config.put("errors.deadletterqueue.topic.replication.factor", "1");
    config.put("errors.deadletterqueue.context.headers.enable", "true");
    StrangeValues values = new StrangeValues(20261121);
    for (int each = 0; each < RECORDS; each++) {
      Object value = values.next();
      connect.produceRaw("fuzz", value instanceof String text ? text : JSON.toJson(value));
    }
    connect.submit("fuzz", config);
    await().atMost(LONG.multipliedBy(2)).until(() -> connect.offset("fuzz") == RECORDS);

    assertThat(connect.taskState("fuzz")).isEqualTo("RUNNING");
    List<Message> messages =
        slack.workspace().messages(channel).stream()
            .filter(message -> message.metadata() != null)
            .toList();
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(message.text())
                    .doesNotContain(app.botToken())
                    .doesNotContainPattern("<[@!#]"));
    assertThat(posted(channel)).doesNotHaveDuplicates().hasSizeGreaterThan(RECORDS / 3);
    assertThat(connect.deadLetters("fuzz-dlq", 1, "__connect.errors.exception.message"))
        .allSatisfy(
            reason -> assertThat(reason).contains("fuzz-0@").doesNotContain(app.botToken()));
    connect.delete("fuzz");
  }
}
