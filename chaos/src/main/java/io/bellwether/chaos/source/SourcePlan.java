package io.bellwether.chaos.source;

import io.bellwether.chaos.lab.Kill;
import io.bellwether.standin.slack.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run of the source is to be.
 *
 * @param length how long Slack misbehaves; zero for a run that nothing in is timed
 * @param script what is said; its seed also decides what goes wrong and when the worker dies
 */
public record SourcePlan(Duration length, int kills, Script script, Mode mode) {
  private static final int SOON = 10;

  /** How the connector reads. */
  public enum Mode {
    SOCKET,
    HISTORY;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isTimed() {
    return !length.isZero();
  }

  boolean hasChanges() {
    return script.edits() + script.deletes() > 0;
  }

  /** The kills while people talk: all, or all but one that is kept for their changes. */
  List<Kill> killsOfTalk() {
    int count = kills > 1 && hasChanges() ? kills - 1 : kills;
    int share = (script.messages() + script.replies()) * 9 / 10 / Math.max(1, count);
    return Kill.seeded(script.seed(), count, Math.max(1, share / 2), Math.max(1, share));
  }

  /** The kill while they change what they said, if there is one. */
  List<Kill> killsOfChanges() {
    int most = Math.min(SOON, Math.max(1, script.edits() / 2));
    return Kill.seeded(script.seed() + 1, kills - killsOfTalk().size(), 1, most);
  }
}
