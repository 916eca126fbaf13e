package io.bellwether.connect.twitter.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.config.ConfigContract;
import io.bellwether.config.ReferencePage;
import io.bellwether.connect.twitter.source.api.Credentials;
import io.bellwether.connect.twitter.source.mapping.PostId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class TwitterSourceConfigTest {
  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "name", "x",
              "x.bearer.token", "hunter2",
              "queries", "azure,outage",
              "query.azure", "#Azure lang:en -is:retweet",
              "query.outage", "outage",
              "x.api.url", "http://127.0.0.1:1/"));

  private List<String> errors(String key) {
    return new TwitterSourceConnector()
        .validate(properties).configValues().stream()
            .filter(value -> value.name().equals(key))
            .map(ConfigValue::errorMessages)
            .findFirst()
            .orElse(List.of());
  }

  private void credentials(String... keys) {
    properties.remove("x.bearer.token");
    for (String key : keys) {
      properties.put(key, "hunter2");
    }
  }

  @Test
  void everyKeyIsDescribed() {
    ConfigContract.holds(TwitterSourceConfig.DEFINITION);
  }

  @Test
  void theReferenceIsCurrent() {
    ReferencePage.isCurrent(
        "twitter-source.md",
        "X (Twitter) source connector",
        "The keys of `io.bellwether.connect.twitter.source.TwitterSourceConnector`, besides those"
            + " of Kafka Connect itself. [X](../x.md) says what X allows, what it costs, and what"
            + " is not supported.",
        TwitterSourceConfig.DEFINITION);
  }

  @Test
  void eachQueryNeedsATextAndEachTextAQuery() {
    properties.remove("query.azure");
    properties.put("query.azur", "x");
    assertThat(errors("query.azure").get(0)).contains("set query.azure");
    assertThat(errors("query.azur").get(0)).contains("add it to queries");
    properties.put("queries", "azure,azure");
    assertThat(errors("queries").get(0)).contains("each name once");
  }

  @Test
  void aMisspeltKeyIsNamedWithTheRightOne() {
    properties.put("querys", "azure");
    assertThat(errors("querys").get(0)).contains("Did you mean 'queries'?");
  }

  @Test
  void credentialsAreOneOfThreeKinds() {
    assertThat(new TwitterSourceConfig(properties).credentials())
        .isInstanceOf(Credentials.Bearer.class);
    credentials("x.consumer.key", "x.consumer.secret");
    assertThat(new TwitterSourceConfig(properties).credentials())
        .isInstanceOf(Credentials.AppKey.class);
    credentials("x.access.token", "x.access.token.secret");
    assertThat(new TwitterSourceConfig(properties).credentials())
        .isInstanceOf(Credentials.UserKeys.class);
    assertThat(new TwitterSourceConfig(properties).searchesPerWindow()).isEqualTo(300);
    properties.put("mode", "stream");
    assertThat(new TwitterSourceConfig(properties).credentials())
        .isInstanceOf(Credentials.AppKey.class);
  }

  @Test
  void incompleteOrDoubleCredentialsAreNamed() {
    properties.put("x.consumer.key", "k");
    assertThat(errors("x.bearer.token").get(0)).contains("either x.bearer.token");
    credentials();
    assertThat(errors("x.consumer.secret").get(0)).contains("Set x.consumer.secret");
    properties.remove("x.consumer.key");
    assertThat(errors("x.bearer.token").get(0)).contains("There are no credentials");
  }

  @Test
  void anUnreachableXIsAnErrorOfTheUrlWithoutSecrets() {
    assertThat(errors("x.api.url").get(0)).contains("cannot be reached").doesNotContain("hunter2");
    assertThat(new TwitterSourceConfig(properties).credentials().toString())
        .doesNotContain("hunter2");
  }

  @Test
  void secretsGoToNoPlainAddress() {
    properties.put("x.api.url", "http://api.x.com/");
    assertThat(errors("x.api.url").get(0)).contains("https");
  }

  @Test
  void aBoundThatIsTooSmallForTheTasksIsRefused() {
    properties.put("tasks.max", "2");
    properties.put("max.posts.per.day", "19");
    assertThat(errors("max.posts.per.day").get(0)).contains("too few for 2 tasks");
  }

  @Test
  void tasksShareQueriesAndBounds() {
    properties.put("max.posts.per.day", "1001");
    TwitterSourceConnector connector = new TwitterSourceConnector();
    connector.start(properties);
    List<Map<String, String>> tasks = connector.taskConfigs(5);
    assertThat(tasks).extracting(task -> task.get("queries")).containsExactly("azure", "outage");
    TwitterSourceConfig first = new TwitterSourceConfig(tasks.get(0));
    assertThat(first.queries()).containsOnlyKeys("azure");
    assertThat(first.tasks()).isEqualTo(2);
    assertThat(first.bounds().perDay()).isEqualTo(OptionalLong.of(500));
    properties.put("mode", "stream");
    connector.start(properties);
    assertThat(connector.taskConfigs(5)).hasSize(1);
  }

  @Test
  void aTimeToStartFromBecomesAnId() {
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    String id = new TwitterSourceConfig(properties).startId(now).orElseThrow();
    assertThat(PostId.time(id)).isEqualTo(now.minusMillis(1));
    properties.put("start.time", "earliest");
    assertThat(new TwitterSourceConfig(properties).startId(now)).isEmpty();
  }

  @Test
  void theShippedConfigurationIsGoodButForItsServer() throws Exception {
    JsonNode shipped =
        new ObjectMapper().readTree(Path.of("..", "config", "twitter-source.json").toFile());
    properties.clear();
    shipped
        .get("config")
        .properties()
        .forEach(e -> properties.put(e.getKey(), e.getValue().asText()));
    properties.put("name", shipped.get("name").asText());
    properties.put("x.api.url", "http://127.0.0.1:1/");
    properties.put("x.bearer.token", "as-the-worker-looks-it-up");
    assertThat(new TwitterSourceConnector().validate(properties).configValues())
        .filteredOn(value -> !value.errorMessages().isEmpty())
        .extracting(ConfigValue::name)
        .containsExactly("x.api.url");
  }

  @Test
  void aTasksMaxThatIsNoNumberIsLeftToConnect() {
    properties.put("tasks.max", "many");
    properties.put("max.posts.per.day", "19");
    assertThat(errors("max.posts.per.day")).isEmpty();
  }

  @Test
  void exactlyOnceHoldsWhateverTheConfiguration() {
    assertThat(new TwitterSourceConnector().exactlyOnceSupport(properties))
        .isEqualTo(ExactlyOnceSupport.SUPPORTED);
  }
}
