package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Posts read in the month: the same post once a UTC day. Safe for use from several threads. In
 * memory: a stand-in that starts anew has counted nothing.
 */
final class Usage {
  private final long postsPerMonth;
  private final Set<Long> today = new HashSet<>();
  private LocalDate day = LocalDate.EPOCH;
  private long month;

  Usage(long postsPerMonth) {
    this.postsPerMonth = postsPerMonth;
  }

  /** Whether nothing more may be read before the month ends. */
  synchronized boolean capped(Instant now) {
    turn(now);
    return postsPerMonth > 0 && month >= postsPerMonth;
  }

  /** Counts what is being given. */
  synchronized void count(Collection<Post> posts, Instant now) {
    turn(now);
    posts.stream().filter(post -> today.add(post.id())).forEach(any -> month++);
  }

  /** Posts that this month has cost. */
  synchronized long month(Instant now) {
    turn(now);
    return month;
  }

  private void turn(Instant now) {
    LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!date.equals(day)) {
      if (!YearMonth.from(date).equals(YearMonth.from(day))) {
        month = 0;
      }
      today.clear();
      day = date;
    }
  }
}
