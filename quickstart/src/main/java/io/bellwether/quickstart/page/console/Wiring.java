package io.bellwether.quickstart.page.console;

import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the console looks at.
 *
 * @param bootstrap the broker
 * @param connect the worker's REST API
 * @param checkpoint the job's
 * @param source the name of the source connector
 * @param channels names or ids of the channels that it reads
 * @param strict whether it brings every message that a person says there
 * @param sink the name of the sink connector
 * @param alertTopics what the sink reads
 * @param deadLetters the topic of what the sink gives up, empty where there is none
 * @param x what there is of X, where the demo has it
 */
public record Wiring(
    String bootstrap,
    URI connect,
    Path checkpoint,
    String source,
    Set<String> channels,
    boolean strict,
    String sink,
    Set<String> alertTopics,
    String deadLetters,
    Optional<XWiring> x) {
  private static final List<String> FILTERS = List.of("keywords", "keywords.regex");

  /** As the connectors' configurations say. */
  public static Wiring of(
      String bootstrap, URI connect, Path checkpoint, ConnectorFile source, ConnectorFile sink) {
    Map<String, String> reads = source.config();
    boolean filtered = FILTERS.stream().anyMatch(key -> !reads.getOrDefault(key, "").isBlank());
    return new Wiring(
        bootstrap,
        connect,
        checkpoint,
        source.name(),
        list(reads.get("slack.channels")),
        !filtered && "beginning".equals(reads.get("start.from")),
        sink.name(),
        list(sink.config().get("topics")),
        sink.config().getOrDefault("errors.deadletterqueue.topic.name", ""),
        Optional.empty());
  }

  /** The same with X besides. */
  public Wiring with(XWiring added) {
    return new Wiring(
        bootstrap,
        connect,
        checkpoint,
        source,
        channels,
        strict,
        sink,
        alertTopics,
        deadLetters,
        Optional.of(added));
  }

  private static Set<String> list(String value) {
    return Set.of(value == null ? new String[0] : value.strip().split("\\s*,\\s*"));
  }

  /** Every topic that the console reads. */
  List<String> topics() {
    List<String> topics =
        new ArrayList<>(
            Stream.concat(Stream.of(Topics.FEEDBACK), Topics.OUTCOMES.stream()).toList());
    if (!deadLetters.isEmpty()) {
      topics.add(deadLetters);
    }
    return topics;
  }
}
