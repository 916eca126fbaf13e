package io.bellwether.analyzer.scorer;

import java.util.Objects;

/**
 * The scorer has no answer for this text.
 *
 * @param reason why, for a person to read; it ends up in the unscored topic
 */
public record NotScored(String reason) implements Scoring {
  public NotScored {
    Objects.requireNonNull(reason);
  }
}
