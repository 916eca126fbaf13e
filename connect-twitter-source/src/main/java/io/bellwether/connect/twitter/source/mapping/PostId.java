package io.bellwether.connect.twitter.source.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Ids of posts: unsigned decimal numbers of up to 64 bits, kept as text because they do not fit a
 * double. Since November 2010 the bits above the lowest 22 are the milliseconds since X's epoch
 * (docs.x.com/fundamentals/x-ids), so a moment has an id that lies between those of the posts
 * before and after it.
 */
public final class PostId {
  /** From the older to the newer. */
  public static final Comparator<String> ORDER =
      (one, other) -> Long.compareUnsigned(parse(one), parse(other));

  private static final Instant EPOCH = Instant.ofEpochMilli(1_288_834_974_657L);
  private static final int SEQUENCE_BITS = 22;

  private PostId() {}

  /** Whether this is an id. */
  public static boolean isValid(String id) {
    if (!id.matches("\\d{1,20}")) {
      return false;
    }
    try {
      parse(id);
      return true;
    } catch (NumberFormatException tooLarge) {
      return false;
    }
  }

  /** The smallest id that a post of this moment can have. */
  public static String at(Instant moment) {
    long millis = Math.max(0, Duration.between(EPOCH, moment).toMillis());
    return Long.toUnsignedString(millis << SEQUENCE_BITS);
  }

  /** When the post with this id was made, to the millisecond. */
  public static Instant time(String id) {
    return EPOCH.plusMillis(parse(id) >>> SEQUENCE_BITS);
  }

  /** The id before this one. */
  public static String before(String id) {
    long value = parse(id);
    return value == 0 ? id : Long.toUnsignedString(value - 1);
  }

  /** The newer of two. */
  public static String newer(String one, String other) {
    return ORDER.compare(one, other) >= 0 ? one : other;
  }

  /** The older of two. */
  public static String older(String one, String other) {
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  private static long parse(String id) {
    return Long.parseUnsignedLong(id);
  }
}
