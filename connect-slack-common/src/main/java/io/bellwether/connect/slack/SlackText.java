package io.bellwether.connect.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup, both ways. Its rules: docs.slack.dev/messaging/formatting-message-text. Mentions,
 * channels, links and commands stand in angle brackets; {@code & < >} of the text itself are
 * entities.
 */
public final class SlackText {
  private static final Pattern BRACKETS = Pattern.compile("<([^<>]+)>");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\r\\n]]");

  private SlackText() {}

  /** Names of people and channels by their ids. */
  public interface Names {
    /** The name people see; the id itself where Slack does not tell. */
    String user(String id);

    /** The name without {@code #}; the id itself where Slack does not tell. */
    String channel(String id);
  }

  /** The text as a person reads it: people and channels by name, links by label, no entities. */
  public static String plain(String markup, Names names) {
    String readable =
        BRACKETS
            .matcher(markup)
            .replaceAll(
                (MatchResult match) -> Matcher.quoteReplacement(show(match.group(1), names)));
    return unescape(readable);
  }

  /**
   * Text that Slack shows as it is. With the brackets gone, no text can mention a person or a whole
   * channel.
   */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Text without what nobody sees: controls other than tabs and line ends, and marks by which
   * letters are shown in another order than they are written, so that {@code gro.live} may look
   * like another address.
   */
  public static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }

  /** Text in which entities are characters again. */
  public static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String show(String inside, Names names) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : inside.substring(bar + 1);
    if (target.isEmpty()) {
      return label;
    }
    String rest = target.substring(1);
    return switch (target.charAt(0)) {
      case '@' -> "@" + (label.isEmpty() ? names.user(rest) : label);
      case '#' -> "#" + (label.isEmpty() ? names.channel(rest) : label);
      case '!' -> label.isEmpty() ? "@" + rest : label;
      default -> label.isEmpty() ? target : label;
    };
  }
}
