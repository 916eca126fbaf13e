package io.bellwether.connect.nomics.source.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * What one page of a market showed.
 *
 * @param trades how many new trades it had
 * @param more whether more trades are known to be there
 * @param first the time of the first of them
 * @param last the time of the last
 */
public record Reading(int trades, boolean more, Optional<Instant> first, Optional<Instant> last) {
  /** Nothing new. */
  public static final Reading NOTHING = new Reading(0, false, Optional.empty(), Optional.empty());
}
