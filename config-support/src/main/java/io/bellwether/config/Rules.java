package io.bellwether.config;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.types.Password;

/** The rules that configuration keys of this project are made of. */
public final class Rules {
  /** Names Kafka accepts for a topic. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

  private Rules() {}

  /** One of the given words, upper or lower case. */
  public static Rule oneOf(String... words) {
    List<String> known = Arrays.asList(words);
    return new Rule(
        "one of " + String.join(", ", known),
        new ArrayList<>(known),
        value -> known.contains(value.toString().toLowerCase(Locale.ROOT)));
  }

  /** A whole number within bounds, both included; {@code unit} is for the reader only. */
  public static Rule between(long min, long max, String unit) {
    return rule(
        "a whole number of " + unit + " from " + min + " to " + max,
        value -> ((Number) value).longValue() >= min && ((Number) value).longValue() <= max);
  }

  /** A text, a secret or a list with something in it. */
  public static Rule notBlank(String whatItIs) {
    return rule(
        whatItIs + ", not blank",
        value -> {
          if (value instanceof Collection<?> list) {
            return !list.isEmpty() && list.stream().noneMatch(item -> item.toString().isBlank());
          }
          return !text(value).isBlank();
        });
  }

  /** A list that may be empty, but in which nothing is blank: {@code "a,"} is a slip. */
  public static Rule noneBlank(String whatTheyAre) {
    return rule(
        whatTheyAre + ", none of them blank",
        value -> ((Collection<?>) value).stream().noneMatch(item -> item.toString().isBlank()));
  }

  /**
   * A secret that can travel in a header as it is: no space, no line's end, nothing but ASCII. A
   * file that ends with a new line would make clients refuse the header, some of them with the
   * secret in their error.
   */
  public static Rule secret(String whatItIs) {
    return rule(
        whatItIs + ", without spaces or line ends before, in or after it",
        value -> SECRET.matcher(text(value)).matches());
  }

  /** The same, and it starts as the service's tokens do. */
  public static Rule secret(String prefix, String whatItIs) {
    return rule(
        whatItIs
            + " (it starts with "
            + prefix
            + "), without spaces or line ends before, in or after it",
        value -> text(value).startsWith(prefix) && SECRET.matcher(text(value)).matches());
  }

  /** A URL that secrets may be sent to: https, or this machine; nothing but an address in it. */
  public static Rule safeUrl() {
    return safeUrl("an https URL such as https://example.com/api/");
  }

  /** The same where the reader needs to be told which. */
  public static Rule safeUrl(String whatItIs) {
    return rule(
        whatItIs
            + ". Secrets and texts are sent there, so it must begin with https://; http:// is taken"
            + " to this machine only (localhost, 127.0.0.1, [::1]), and there is no user, no ? and"
            + " no # in it",
        value -> {
          try {
            URI uri = URI.create(value.toString());
            return uri.getHost() != null
                && isSafe(uri)
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null;
          } catch (IllegalArgumentException e) {
            return false;
          }
        });
  }

  private static boolean isSafe(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.matcher(uri.getHost()).matches());
  }

  /** A regular expression of {@link Pattern}. */
  public static Rule regex() {
    return rule(
        "a regular expression in Java's syntax, not blank",
        value -> {
          try {
            Pattern.compile(value.toString());
            return !value.toString().isBlank();
          } catch (PatternSyntaxException e) {
            return false;
          }
        });
  }

  /** A name, or a list of names, that Kafka accepts for a topic. */
  public static Rule topic() {
    return rule(
        "a topic name: letters, digits, dots, dashes and underscores, at most 249",
        value ->
            value instanceof Collection<?> list
                ? list.stream().allMatch(item -> TOPIC.matcher(item.toString()).matches())
                : TOPIC.matcher(value.toString()).matches());
  }

  /** A point in time as RFC 3339 in UTC ({@code 2026-11-01T00:00:00Z}), or one of the words. */
  public static Rule instantOr(String... words) {
    List<String> known = Arrays.asList(words);
    return new Rule(
        "one of " + String.join(", ", known) + ", or a time such as 2026-11-01T00:00:00Z",
        new ArrayList<>(known),
        value -> known.contains(value.toString()) || isInstant(value.toString()));
  }

  /** A rule of one's own; {@code description} completes the sentence "Use ...". */
  public static Rule rule(String description, Predicate<Object> test) {
    return new Rule(description, List.of(), test);
  }

  private static boolean isInstant(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String text(Object value) {
    return value instanceof Password secret ? secret.value() : value.toString();
  }
}
