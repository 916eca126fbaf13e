package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.slack.SlackTs;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/** The newest version of messages, by their timestamps; of the last five hundred. Immutable. */
final class Versions {
  private static final int MOST = 500;

  private final NavigableMap<String, Long> versions = new TreeMap<>(SlackTs.ORDER);

  Versions() {}

  static Versions parse(String field, String stored) {
    Versions parsed = new Versions();
    for (String each : stored.split(",", -1)) {
      String[] parts = each.split(":", -1);
      if (parts.length != 2 || !SlackTs.isValid(parts[0]) || !parts[1].matches("\\d{1,18}")) {
        throw new ConnectException(
            "The offset field '%s' takes pairs such as 1700000000.000100:1700000100000000, not '%s'."
                .formatted(field, each));
      }
      parsed.versions.put(parts[0], Long.parseLong(parts[1]));
    }
    return parsed;
  }

  String stored() {
    return versions.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining(","));
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  /** Whether this version, or one of a later second, is known. */
  boolean contains(String ts, long version) {
    Long known = versions.get(ts);
    return known != null && (known == version || known / 1_000_000 > version / 1_000_000);
  }

  Versions with(String ts, long version) {
    Versions next = copy();
    next.versions.put(ts, version);
    while (next.versions.size() > MOST) {
      next.versions.entrySet().stream()
          .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .ifPresent(oldest -> next.versions.remove(oldest.getKey()));
    }
    return next;
  }

  /** Those above this version. */
  Versions above(long version) {
    if (versions.values().stream().allMatch(each -> each > version)) {
      return this;
    }
    Versions next = copy();
    next.versions.values().removeIf(each -> each <= version);
    return next;
  }

  private Versions copy() {
    Versions copy = new Versions();
    copy.versions.putAll(versions);
    return copy;
  }
}
