package io.bellwether.standin.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack's clients make of text that a person types. */
final class TypedText {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "\\bhttps?://(?:(?!&[lg]t;)[^\\s<>|])*(?<![.,;:!?)'\"])" // a link, without what ends a
              // sentence
              + "|(?<![\\w&])[@#][\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_]");
  private static final Map<String, String> GROUPS =
      Map.of("@here", "<!here>", "@channel", "<!channel>", "@everyone", "<!everyone>");

  private TypedText() {}

  /**
   * As Slack stores it: the three control characters escaped; links, and names that the composer
   * would have completed, in angle brackets.
   */
  static String toMarkup(String typed, State state) {
    String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return SPECIAL
        .matcher(escaped)
        .replaceAll(found -> Matcher.quoteReplacement(special(found, state)));
  }

  private static String special(MatchResult found, State state) {
    String word = found.group();
    return switch (word.charAt(0)) {
      case '@' ->
          state
              .handle(word.substring(1))
              .map(user -> "<@" + user.id() + ">")
              .orElse(GROUPS.getOrDefault(word, word));
      case '#' ->
          state
              .channel(word)
              .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">")
              .orElse(word);
      default -> "<" + word + ">";
    };
  }

  /** The rich text block that Slack adds to what a person typed. */
  static ArrayNode toBlocks(String typed, String blockId) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    blocks
        .addObject()
        .put("type", "rich_text")
        .put("block_id", blockId)
        .putArray("elements")
        .addObject()
        .put("type", "rich_text_section")
        .putArray("elements")
        .addObject()
        .put("type", "text")
        .put("text", typed);
    return blocks;
  }
}
