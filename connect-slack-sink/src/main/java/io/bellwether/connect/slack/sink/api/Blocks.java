package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.bellwether.connect.slack.sink.delivery.Message;
import java.util.List;

/** Block Kit, docs.slack.dev/reference/block-kit/blocks. */
final class Blocks {
  private Blocks() {}

  /** The blocks of each alert; of one without, its text as a section. */
  static String json(Message message) {
    JsonArray all = new JsonArray();
    for (int each = 0; each < message.sections().size(); each++) {
      List<String> own = message.blocks().get(each);
      own.forEach(block -> all.add(JsonParser.parseString(block)));
      if (own.isEmpty()) {
        all.add(section(message.sections().get(each)));
      }
    }
    return all.toString();
  }

  private static JsonObject section(String text) {
    JsonObject markup = new JsonObject();
    markup.addProperty("type", "mrkdwn");
    markup.addProperty("text", text);
    // Names of channels and people in it do not become links.
    markup.addProperty("verbatim", true);
    JsonObject section = new JsonObject();
    section.addProperty("type", "section");
    section.add("text", markup);
    return section;
  }
}
