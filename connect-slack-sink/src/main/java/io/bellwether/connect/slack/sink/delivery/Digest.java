package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import io.bellwether.connect.slack.sink.mapping.BlocksTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects alerts for one message, as many as a message takes: docs.slack.dev/reference/block-kit
 * allows 50 blocks, each with a section of 3,000 characters. All blocks together may have about
 * 13,000 (observed; Slack documents no number), and the metadata 16 kB.
 */
final class Digest {
  private static final int MOST_TEXT = 11_000;
  private static final int MOST_METADATA = 12_000;

  /** What Slack may count for a block and its braces. */
  private static final int BLOCK = 100;

  /** Names, numbers and braces of one alert in the metadata. */
  private static final int ENTRY = 80;

  private static final int LONGEST_ESCAPE = 6;

  private final List<Alert> alerts = new ArrayList<>();
  private final Set<String> eventIds = new HashSet<>();
  private final int most;
  private int text;
  private int blocks;
  private int metadata;

  /**
   * @param most alerts at most, after a refusal
   */
  Digest(int most) {
    this.most = most;
  }

  /** Takes the alert in if there is room; the first one always has. */
  boolean add(Alert alert) {
    int moreText = textOf(alert);
    int moreBlocks = Math.max(1, alert.blocks().size());
    int moreMetadata = size(alert.eventId()) + size(alert.partition().topic()) + ENTRY;
    boolean fits =
        alerts.isEmpty()
            || (alerts.size() < most
                && blocks + moreBlocks <= BlocksTemplate.MOST_BLOCKS
                && text + moreText <= MOST_TEXT
                && metadata + moreMetadata <= MOST_METADATA);
    if (fits) {
      alerts.add(alert);
      eventIds.add(alert.eventId());
      text += moreText;
      blocks += moreBlocks;
      metadata += moreMetadata;
    }
    return fits;
  }

  private static int textOf(Alert alert) {
    return alert.blocks().isEmpty()
        ? alert.text().length() + BLOCK
        : alert.blocks().stream().mapToInt(String::length).sum();
  }

  boolean hasEvent(String eventId) {
    return eventIds.contains(eventId);
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** Bytes in JSON, not less than they are. */
  private static int size(String text) {
    return text.chars().map(c -> c == ' ' || isPlain(c) ? 1 : LONGEST_ESCAPE).sum();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= ':')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '-'
        || c == '_'
        || c == '/';
  }
}
