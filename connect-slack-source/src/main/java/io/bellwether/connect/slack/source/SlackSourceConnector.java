package io.bellwether.connect.slack.source;

import static io.bellwether.connect.slack.source.SlackSourceConfig.APP_TOKEN;
import static io.bellwether.connect.slack.source.SlackSourceConfig.BOTS_LISTED;
import static io.bellwether.connect.slack.source.SlackSourceConfig.CHANNELS;
import static io.bellwether.connect.slack.source.SlackSourceConfig.CHANNELS_REGEX;
import static io.bellwether.connect.slack.source.SlackSourceConfig.HISTORY_REQUESTS;
import static io.bellwether.connect.slack.source.SlackSourceConfig.KEYWORDS;
import static io.bellwether.connect.slack.source.SlackSourceConfig.KEYWORDS_REGEX;
import static io.bellwether.connect.slack.source.SlackSourceConfig.NAME_REQUESTS;
import static io.bellwether.connect.slack.source.SlackSourceConfig.REPLIES_REQUESTS;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.offset.OffsetAlteration;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import io.bellwether.connect.slack.source.read.ChannelMonitor;
import io.bellwether.connect.slack.source.read.SlackCheck;
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
 * Reads the messages of Slack channels into the feedback topic, live over Socket Mode and complete
 * through {@code conversations.history}.
 */
public final class SlackSourceConnector extends SourceConnector {
  /** That of the jar; "development" when run from class files. */
  static final String VERSION =
      Optional.ofNullable(SlackSourceConnector.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Map<String, String> properties = Map.of();
  private ChannelMonitor monitor;

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public void start(Map<String, String> given) {
    properties = Map.copyOf(given);
    SlackSourceConfig config = new SlackSourceConfig(properties);
    if (config.choice().isOpen()) {
      monitor =
          new ChannelMonitor(
              SlackKeys.botApi(config),
              config.choice(),
              config.channelsInterval(),
              context()::requestTaskReconfiguration,
              context()::raiseError);
      monitor.start();
    }
  }

  @Override
  public void stop() {
    if (monitor != null) {
      monitor.close();
    }
  }

  @Override
  public Class<? extends Task> taskClass() {
    return SlackSourceTask.class;
  }

  /**
   * In history mode the channels, and with them the budgets, are split over the tasks. A Socket
   * Mode stream cannot be split: Slack sends each event to any one of an app's connections. Where
   * the channels are not all listed, there are no tasks until the list has been read.
   */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    SlackSourceConfig config = new SlackSourceConfig(properties);
    List<String> channels = monitor == null ? config.getList(CHANNELS) : monitor.ids();
    if (channels.isEmpty()) {
      return List.of();
    }
    int tasks = config.isSocket() ? 1 : Math.min(maxTasks, channels.size());
    List<Map<String, String>> configs = new ArrayList<>();
    for (List<String> share : ConnectorUtils.groupPartitions(channels, tasks)) {
      Map<String, String> task = new HashMap<>(properties);
      task.put(CHANNELS, String.join(",", share));
      task.remove(CHANNELS_REGEX);
      for (String budget : List.of(HISTORY_REQUESTS, REPLIES_REQUESTS, NAME_REQUESTS)) {
        task.put(budget, String.valueOf(config.getDouble(budget) / tasks));
      }
      configs.add(task);
    }
    return configs;
  }

  @Override
  public ConfigDef config() {
    return SlackSourceConfig.DEFINITION;
  }

  @Override
  public Config validate(Map<String, String> given) {
    ConnectorCheck check = ConnectorCheck.ofSource(SlackSourceConfig.DEFINITION, given);
    if (check.isClean()) {
      SlackSourceConfig config = new SlackSourceConfig(given);
      checkTogether(check, config, given);
      if (check.isClean()) {
        SlackCheck.run(check, config);
      }
    }
    return check.config();
  }

  private static void checkTogether(
      ConnectorCheck check, SlackSourceConfig config, Map<String, String> given) {
    if (config.choice().isEmpty()) {
      check.error(
          CHANNELS,
          "Nothing is to be read: set slack.channels or slack.channels.regex, or add im to"
              + " slack.channel.types.");
    }
    if (config.getList(BOTS_LISTED).isEmpty() == config.lists()) {
      check.error(BOTS_LISTED, "bots=listed and bots.listed belong together: set both or neither.");
    }
    if (config.isSocket() && config.getPassword(APP_TOKEN) == null) {
      check.error(
          APP_TOKEN,
          "mode=socket needs the app-level token (it starts with xapp-): set slack.app.token, or"
              + " set mode=history.");
    }
    if (config.isSocket()
        && "interval".equalsIgnoreCase(given.getOrDefault("transaction.boundary", "").strip())) {
      check.error(
          "transaction.boundary",
          "With interval, events would be acknowledged too late for Slack: use poll in mode=socket.");
    }
    if (config.getString(KEYWORDS_REGEX) != null && !config.getList(KEYWORDS).isEmpty()) {
      check.error(KEYWORDS_REGEX, "Use keywords or keywords.regex, not both.");
    }
  }

  /** The position moves in {@code poll()} with the records, whatever the configuration. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
    OffsetAlteration.check(offsets, SlackPartition::fromMap, SlackPosition::fromMap);
    return true;
  }
}
