package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.sink.Records;
import io.bellwether.connect.slack.sink.mapping.Mapped.Nothing;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import io.bellwether.connect.slack.sink.mapping.Mapped.Unpostable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class AlertMapperTest {
  private static final FirstPosts FIRST_POSTS =
      new FirstPosts("said_at", Duration.ofDays(3), InstantSource.system());

  private static Mapped map(String template, SinkRecord record) {
    return new AlertMapper(
            new ChannelRoutes("${topic}", Map.of()),
            new Looks(
                MessageTemplate.compile(template),
                BlocksTemplate.compile(""),
                new Emojis("outcome", Map.of("negative", "red_circle"))),
            new FieldNames("event_id", "url", Optional.empty()),
            FIRST_POSTS)
        .map(record);
  }

  private static Alert alert(String template, SinkRecord record) {
    return ((ToPost) map(template, record)).alert();
  }

  @Test
  void aStructIsReadWithItsLogicalTypes() {
    Schema inner = SchemaBuilder.struct().field("b", Schema.INT32_SCHEMA).build();
    Schema schema =
        SchemaBuilder.struct()
            .field("event_id", Schema.STRING_SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .field("day", Date.SCHEMA)
            .field("price", Decimal.schema(2))
            .field("raw", Schema.BYTES_SCHEMA)
            .field("a", inner)
            .field("tags", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .build();
    Struct value =
        new Struct(schema)
            .put("event_id", "e1")
            .put("at", Timestamp.toLogical(Timestamp.SCHEMA, Records.AT))
            .put("day", Date.toLogical(Date.SCHEMA, 0))
            .put("price", new BigDecimal("12.50"))
            .put("raw", ByteBuffer.wrap("hi".getBytes(StandardCharsets.UTF_8)))
            .put("a", new Struct(inner).put("b", 7))
            .put("tags", List.of("x", "y"));

    Alert alert =
        alert(
            "{{at}} {{day}} {{price}} {{raw}} {{a.b}} {{#tags}}{{.}}{{/tags}}",
            Records.of(schema, value));

    assertThat(alert.text()).isEqualTo("2023-11-14T22:13:20Z 1970-01-01 12.50 hi 7 xy");
    assertThat(alert.eventId()).isEqualTo("e1");
    assertThat(alert.channel()).isEqualTo("negative-feedback");
  }

  @Test
  void aMapAndAJsonTextAndItsBytesReadAlike() {
    String json = "{\"event_id\":\"e1\",\"a\":{\"b\":1.50},\"n\":null,\"l\":[1,null,\"z\"]}";
    Map<String, Object> map = new HashMap<>();
    map.put("event_id", "e1");
    map.put("a", Map.of("b", new BigDecimal("1.50")));
    map.put("n", null);
    map.put("l", List.of(1, "z"));
    String template = "{{a.b}}{{n}} {{#l}}{{.}}{{/l}}";

    for (Object value : List.of(json, json.getBytes(StandardCharsets.UTF_8), map)) {
      Alert alert = alert(template, Records.of(value));
      assertThat(alert.text()).isEqualTo("1.50 1z");
      assertThat(alert.eventId()).isEqualTo("e1");
    }
  }

  @Test
  void whatHasNoFieldsIsTheValue() {
    assertThat(alert("{{value}}", Records.of("plain")).text()).isEqualTo("plain");
    assertThat(alert("{{value}}", Records.of("{no json")).text()).isEqualTo("{no json");
    assertThat(alert("{{value}}", Records.of("{a:'lenient'}")).text()).isEqualTo("{a:'lenient'}");
    assertThat(alert("{{value}}", Records.of(42L)).text()).isEqualTo("42");
    assertThat(alert("{{value}}", Records.of(List.of(1, "a"))).text()).isEqualTo("[1,\"a\"]");
    assertThat(alert("{{value}}", Records.of(new byte[] {(byte) 0xff, 1})).text())
        .isEqualTo("/wE=");
    assertThat(alert("{{value}}", Records.of(Map.of("a", 1.0))).text()).isEqualTo("{\"a\":1.0}");
  }

  @Test
  void everyRecordHasItsCoordinatesButItsFieldsWin() {
    String template = "{{key}} {{topic}} {{partition}} {{offset}} {{timestamp}}";
    assertThat(alert(template, Records.at(5, "x")).text())
        .isEqualTo("the-key negative-feedback 0 5 2023-11-14T22:13:20Z");
    assertThat(alert("{{offset}}", Records.at(5, Map.of("offset", "mine"))).text())
        .isEqualTo("mine");
  }

  @Test
  void aRecordWithoutAnEventIdIsKnownByItsPlace() {
    assertThat(alert("x", Records.at(5, "x")).eventId()).isEqualTo("negative-feedback:0:5");
    assertThat(alert("x", Records.at(5, Map.of("event_id", " "))).eventId())
        .isEqualTo("negative-feedback:0:5");
  }

  @Test
  void anEventIdMayBeNested() {
    Mapped mapped =
        new AlertMapper(
                new ChannelRoutes("c", Map.of()),
                new Looks(
                    MessageTemplate.compile("x"),
                    BlocksTemplate.compile(""),
                    new Emojis("outcome", Map.of("negative", "red_circle"))),
                new FieldNames("meta.event.id", "url", Optional.empty()),
                FIRST_POSTS)
            .map(Records.of(Map.of("meta", Map.of("event", Map.of("id", 12)))));
    assertThat(((ToPost) mapped).alert().eventId()).isEqualTo("12");
  }

  @Test
  void aTransformMayChangeTheChannelButNotThePlace() {
    SinkRecord original = Records.at(5, "x");
    SinkRecord renamed =
        original.newRecord("other", 3, null, null, null, "x", original.timestamp());
    Alert alert = alert("x", renamed);
    assertThat(alert.channel()).isEqualTo("other");
    assertThat(alert.partition()).isEqualTo(Records.PARTITION);
    assertThat(alert.eventId()).isEqualTo("negative-feedback:0:5");
  }

  @Test
  void aHeaderWinsOverAFieldAndAFieldOverTheTopic() {
    ChannelRoutes routes =
        new ChannelRoutes("${topic}", Map.of(), Optional.of("to"), Optional.of("a.channel"));
    AlertMapper mapper =
        new AlertMapper(
            routes,
            new Looks(
                MessageTemplate.compile("x"),
                BlocksTemplate.compile(""),
                new Emojis("outcome", Map.of())),
            new FieldNames("event_id", "url", Optional.of("key")),
            FIRST_POSTS);
    SinkRecord record = Records.of(Map.of("a", Map.of("channel", "#field")));
    assertThat(((ToPost) mapper.map(record)).alert().channel()).isEqualTo("field");
    assertThat(((ToPost) mapper.map(record)).alert().thread()).contains("the-key");
    record.headers().addString("to", " ");
    assertThat(((ToPost) mapper.map(record)).alert().channel()).isEqualTo("field");
    record.headers().addString("to", "#header");
    assertThat(((ToPost) mapper.map(record)).alert().channel()).isEqualTo("header");
    assertThat(((ToPost) mapper.map(Records.of("x"))).alert().channel())
        .isEqualTo("negative-feedback");
  }

  @Test
  void aTextStartsWithTheEmojiOfItsValueAndStaysWithinTheLimit() {
    Map<String, Object> fields = Map.of("outcome", "negative", "text", "x".repeat(2_000));
    String text = alert("{{text}}{{text}}", Records.of(fields)).text();
    assertThat(text).startsWith(":red_circle: x").hasSize(MessageTemplate.LONGEST_TEXT);
    assertThat(alert("hi", Records.of(Map.of("outcome", "other"))).text()).isEqualTo("hi");
    assertThat(map("{{text}}", Records.of(Map.of("outcome", "negative"))))
        .isInstanceOf(Unpostable.class);
  }

  @Test
  void aTombstoneIsNothingAndAnEmptyTextCanNeverBePosted() {
    assertThat(map("{{value}}", Records.of((Object) null))).isEqualTo(new Nothing());
    assertThat(map("{{text}}", Records.of(Map.of("a", 1))))
        .isInstanceOfSatisfying(
            Unpostable.class,
            never -> {
              assertThat(never.code()).isEqualTo("no_text");
              assertThat(never.remedy()).contains("message.template");
            });
  }

  @Test
  void noRecordWhateverItHoldsStopsTheOthers() {
    String template =
        "{{#text}}{{a.b}} <{{url}}|{{text}}>{{/text}}{{^text}}{{value}}{{/text}} {{key}}";
    StrangeValues values = new StrangeValues(42);
    for (int each = 0; each < 1_000; each++) {
      Mapped mapped = map(template, Records.of(values.next()));
      if (mapped instanceof ToPost post) {
        assertThat(post.alert().text())
            .isNotBlank()
            .hasSizeLessThanOrEqualTo(MessageTemplate.LONGEST_TEXT)
            .doesNotContainPattern("<[@!#]");
      } else if (mapped instanceof Unpostable never) {
        assertThat(never.code()).as(never.remedy()).isEqualTo("no_text");
      }
    }
  }

  @Test
  void topicsFindTheirChannels() {
    ChannelRoutes routes = new ChannelRoutes("alerts-${topic}", Map.of("a", "#ops", "b", "C1"));
    assertThat(routes.channel("a")).isEqualTo("ops");
    assertThat(routes.channel("b")).isEqualTo("C1");
    assertThat(routes.channel("c")).isEqualTo("alerts-c");
  }
}
