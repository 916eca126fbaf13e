package io.bellwether.connect.twitter.source;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.offset.OffsetAlteration;
import io.bellwether.connect.twitter.source.offset.QueryPartition;
import io.bellwether.connect.twitter.source.offset.QueryPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * Reads the posts of X that match queries into the feedback topic, by recent search and, where it
 * is wanted, live by the filtered stream.
 */
public final class TwitterSourceConnector extends SourceConnector {
  /** That of the jar; "development" when run from class files. */
  static final String VERSION =
      Optional.ofNullable(TwitterSourceConnector.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Map<String, String> properties = Map.of();

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public void start(Map<String, String> given) {
    properties = Map.copyOf(given);
  }

  @Override
  public void stop() {
    // Nothing runs here.
  }

  @Override
  public Class<? extends Task> taskClass() {
    return TwitterSourceTask.class;
  }

  /**
   * Queries are split over the tasks; each learns how many there are, because they share X's limits
   * and the bounds of spending. A stream cannot be split: X allows an app one connection.
   */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    TwitterSourceConfig config = new TwitterSourceConfig(properties);
    List<String> queries = List.copyOf(config.queries().keySet());
    int tasks = config.isStream() ? 1 : Math.min(maxTasks, queries.size());
    List<Map<String, String>> configs = new ArrayList<>();
    for (List<String> share : ConnectorUtils.groupPartitions(queries, tasks)) {
      Map<String, String> task = new HashMap<>(properties);
      task.put(TwitterSourceConfig.QUERIES, String.join(",", share));
      task.put(TwitterSourceConfig.TASKS, String.valueOf(tasks));
      configs.add(task);
    }
    return configs;
  }

  @Override
  public ConfigDef config() {
    return TwitterSourceConfig.DEFINITION;
  }

  @Override
  public Config validate(Map<String, String> given) {
    ConnectorCheck check =
        ConnectorCheck.ofSource(
            TwitterSourceConfig.DEFINITION, given, List.of(TwitterSourceConfig.QUERY));
    TwitterSourceCheck.run(check, given);
    return check.config();
  }

  /** The position moves in {@code poll()} with the records, whatever the configuration. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
    OffsetAlteration.check(offsets, QueryPartition::fromMap, QueryPosition::fromMap);
    return true;
  }
}
