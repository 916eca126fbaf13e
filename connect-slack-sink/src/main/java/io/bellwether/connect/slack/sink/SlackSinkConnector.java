package io.bellwether.connect.slack.sink;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackKeys;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Posts the records of its topics to Slack. Configuration: docs/configuration/slack-sink.md. */
public final class SlackSinkConnector extends SinkConnector {
  private Map<String, String> given = Map.of();

  @Override
  public String version() {
    return Version.get();
  }

  @Override
  public ConfigDef config() {
    return SlackSinkConfig.DEFINITION;
  }

  @Override
  public Class<? extends Task> taskClass() {
    return SlackSinkTask.class;
  }

  @Override
  public void start(Map<String, String> props) {
    given = Map.copyOf(props);
  }

  /** Each task gets its share of the pace: they may run on different workers. */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    Map<String, String> task = new HashMap<>(given);
    task.put(SlackSinkConfig.TASKS, String.valueOf(maxTasks));
    return Collections.nCopies(maxTasks, task);
  }

  @Override
  public void stop() {
    given = Map.of();
  }

  /** Asks Slack only when the values themselves are in order. */
  @Override
  public Config validate(Map<String, String> props) {
    ConnectorCheck check = ConnectorCheck.ofSink(SlackSinkConfig.DEFINITION, props);
    if (check.isClean()) {
      SlackSinkConfig config = new SlackSinkConfig(props);
      SinkCheck sink = new SinkCheck(config, props, check);
      sink.values();
      if (check.isClean()) {
        try (SlackApi slack = SlackKeys.botApi(config)) {
          sink.service(slack);
        }
      }
    }
    return check.config();
  }

  /** What Connect keeps is all there is: the sink stores no offsets elsewhere. */
  @Override
  public boolean alterOffsets(Map<String, String> config, Map<TopicPartition, Long> offsets) {
    return true;
  }
}
