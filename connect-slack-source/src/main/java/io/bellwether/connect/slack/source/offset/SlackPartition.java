package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePartition;
import java.util.HashMap;
import java.util.Map;

/**
 * One channel of one workspace. By id, so that a renamed channel keeps its position.
 *
 * @param team the id of the workspace, such as {@code T0123}
 * @param channel the id of the channel, such as {@code C0123}
 */
public record SlackPartition(String team, String channel) implements SourcePartition {
  private static final String TEAM = "team";
  private static final String CHANNEL = "channel";

  /**
   * Reads the stored form.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException naming a bad field
   */
  public static SlackPartition fromMap(Map<String, ?> fields) {
    OffsetFields partition = new OffsetFields("partition", fields).only(TEAM, CHANNEL);
    return new SlackPartition(partition.required(TEAM), partition.required(CHANNEL));
  }

  @Override
  public Map<String, String> toMap() {
    return new HashMap<>(Map.of(TEAM, team, CHANNEL, channel));
  }
}
