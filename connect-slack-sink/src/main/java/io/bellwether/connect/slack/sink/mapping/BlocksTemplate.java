package io.bellwether.connect.slack.sink.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.bellwether.connect.slack.SlackText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Block Kit blocks (docs.slack.dev/reference/block-kit/blocks) as JSON whose strings are Mustache
 * templates. A record fills strings only and cannot change what the blocks are. They are escaped as
 * in {@link MessageTemplate}, but for plain text and URLs, in which Slack reads no markup.
 */
public final class BlocksTemplate {
  /** What one message takes. */
  public static final int MOST_BLOCKS = 50;

  private static final String NO_BLOCKS =
      "It is no JSON array of blocks, each an object with a type: build it at"
          + " app.slack.com/block-kit-builder.";

  private static final int LONGEST_HEADER = 150;
  private static final String TYPE = "type";
  private static final String TEXT = "text";
  private static final String TAG = "{{";

  /** Types of objects whose text Slack shows as it is. */
  private static final Set<String> PLAIN = Set.of("plain_text", "text", "raw_text");

  private final JsonArray blocks;
  private final IdentityHashMap<JsonElement, MessageTemplate> strings = new IdentityHashMap<>();

  private BlocksTemplate(JsonArray blocks) {
    this.blocks = blocks;
  }

  /**
   * Compiles; a blank source gives no blocks.
   *
   * @throws IllegalArgumentException with the reason and the remedy, if it is not valid
   */
  public static BlocksTemplate compile(String source) {
    BlocksTemplate template = new BlocksTemplate(source.isBlank() ? new JsonArray() : read(source));
    template.blocks.forEach(template::prepare);
    return template;
  }

  private static JsonArray read(String source) {
    JsonElement read;
    try {
      read = JsonParser.parseString(source);
    } catch (JsonParseException notJson) {
      throw new IllegalArgumentException(NO_BLOCKS, notJson);
    }
    if (!read.isJsonArray()
        || !read.getAsJsonArray().asList().stream().allMatch(BlocksTemplate::isBlock)) {
      throw new IllegalArgumentException(NO_BLOCKS);
    }
    if (read.getAsJsonArray().size() > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "It has more than " + MOST_BLOCKS + " blocks: a message takes no more.");
    }
    return read.getAsJsonArray();
  }

  private static boolean isBlock(JsonElement element) {
    return element.isJsonObject() && !text(element.getAsJsonObject(), TYPE).isEmpty();
  }

  private void prepare(JsonElement element) {
    if (element.isJsonObject()) {
      if (text(element.getAsJsonObject(), TYPE).contains(TAG)) {
        throw new IllegalArgumentException(
            "A type comes from the record: write it out, so that a record cannot change it.");
      }
      element.getAsJsonObject().asMap().values().forEach(this::prepare);
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(this::prepare);
    } else if (isText(element) && element.getAsString().contains(TAG)) {
      strings.put(element, MessageTemplate.compile(element.getAsString()));
    }
  }

  /** The blocks for these fields, each as JSON; those whose text would be empty are left out. */
  List<String> render(Map<String, Object> fields) {
    List<String> rendered = new ArrayList<>();
    for (JsonElement block : blocks) {
      JsonObject object = fill(block.getAsJsonObject(), fields);
      if (!isEmpty(object)) {
        rendered.add(object.toString());
      }
    }
    return rendered;
  }

  private JsonObject fill(JsonObject object, Map<String, Object> fields) {
    boolean plain = PLAIN.contains(text(object, TYPE));
    JsonObject filled = new JsonObject();
    object
        .asMap()
        .forEach(
            (name, value) -> filled.add(name, fill(value, fields, plain || name.endsWith("url"))));
    if (text(filled, TYPE).equals("header") && filled.get(TEXT) instanceof JsonObject inside) {
      inside.addProperty(TEXT, Cut.to(LONGEST_HEADER, text(inside, TEXT)));
    }
    return filled;
  }

  private JsonElement fill(JsonElement value, Map<String, Object> fields, boolean plain) {
    if (value.isJsonObject()) {
      return fill(value.getAsJsonObject(), fields);
    }
    if (value.isJsonArray()) {
      JsonArray filled = new JsonArray();
      value.getAsJsonArray().forEach(each -> filled.add(fill(each, fields, plain)));
      return filled;
    }
    MessageTemplate template = strings.get(value);
    if (template == null) {
      return value;
    }
    String markup = template.render(fields, "", Optional.empty());
    return new JsonPrimitive(plain ? SlackText.unescape(markup) : markup);
  }

  private static boolean isEmpty(JsonObject block) {
    JsonElement text = block.get(TEXT);
    return text != null && text.isJsonObject() && text(text.getAsJsonObject(), TEXT).isBlank();
  }

  private static String text(JsonObject object, String name) {
    JsonElement text = object.get(name);
    return text != null && isText(text) ? text.getAsString() : "";
  }

  private static boolean isText(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }
}
