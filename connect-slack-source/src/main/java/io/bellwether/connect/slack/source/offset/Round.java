package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.slack.SlackTs;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far a round through the threads of a channel has come. It takes the parents from old to new,
 * so that two timestamps tell what is done, however many threads there are.
 *
 * @param to replies up to here, inclusive, are what the round is to bring
 * @param parents threads of parents up to here, inclusive, are done
 * @param thread the thread that is begun; "0" when there is none
 * @param replies its replies up to here, inclusive, are done
 */
public record Round(String to, String parents, String thread, String replies) {
  /** A round in which nothing is done. */
  static Round begun(String to) {
    return new Round(to, SlackTs.BEGINNING, SlackTs.BEGINNING, SlackTs.BEGINNING);
  }

  static Round of(String field, List<String> parts) {
    if (parts.size() != 4) {
      throw new ConnectException(
          "The offset field '%s' takes four Slack timestamps, not %d."
              .formatted(field, parts.size()));
    }
    return new Round(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  List<String> parts() {
    return List.of(to, parents, thread, replies);
  }

  boolean covers(String parent, String reply) {
    return isUpTo(reply, to)
        && (isUpTo(parent, parents) || (parent.equals(thread) && isUpTo(reply, replies)));
  }

  /**
   * A thread that is begun means that the older ones are done. Otherwise, after a restart, an older
   * one that has changed since would be read first and push this one's mark out.
   */
  Round withReply(String parent, String reply) {
    String older = SlackTs.of(SlackTs.instant(parent).minus(1, ChronoUnit.MICROS));
    return new Round(to, isUpTo(older, parents) ? parents : older, parent, reply);
  }

  Round withThread(String parent) {
    return new Round(to, parent, SlackTs.BEGINNING, SlackTs.BEGINNING);
  }

  private static boolean isUpTo(String ts, String end) {
    return SlackTs.ORDER.compare(ts, end) <= 0;
  }
}
