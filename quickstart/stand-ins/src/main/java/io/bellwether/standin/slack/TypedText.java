package io.bellwether.standin.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/** What Slack's clients make of text that a person types. */
final class TypedText {
  private static final Pattern LINK = Pattern.compile("\\bhttps?://[^\\s<>|]+[^\\s<>|.,;:!?)'\"]");

  private TypedText() {}

  /** As Slack stores it: the three control characters escaped, links in angle brackets. */
  static String toMarkup(String typed) {
    String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return LINK.matcher(escaped).replaceAll("<$0>");
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
