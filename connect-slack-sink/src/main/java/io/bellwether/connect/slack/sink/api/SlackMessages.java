package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads pages of messages, of which any part may be missing or of another form than expected. */
final class SlackMessages {
  private SlackMessages() {}

  /** The messages of a page. */
  static List<JsonObject> of(JsonObject page) {
    return objects(page, "messages");
  }

  /** The cursor of the next page; empty on the last. */
  static String nextCursor(JsonObject page) {
    return text(object(page, "response_metadata"), "next_cursor");
  }

  /** The objects of a list; empty where there is no list. */
  static List<JsonObject> objects(JsonObject of, String name) {
    List<JsonObject> objects = new ArrayList<>();
    if (of.get(name) != null && of.get(name).isJsonArray()) {
      for (JsonElement each : of.getAsJsonArray(name)) {
        if (each.isJsonObject()) {
          objects.add(each.getAsJsonObject());
        }
      }
    }
    return objects;
  }

  /** An inner object; an empty one where there is none. */
  static JsonObject object(JsonObject of, String name) {
    JsonElement inner = of.get(name);
    return inner != null && inner.isJsonObject() ? inner.getAsJsonObject() : new JsonObject();
  }

  /** A text; empty where there is none. */
  static String text(JsonObject of, String name) {
    JsonElement text = of.get(name);
    return text != null && text.isJsonPrimitive() ? text.getAsString() : "";
  }
}
