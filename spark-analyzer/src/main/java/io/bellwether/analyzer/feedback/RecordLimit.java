package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * How large a record may be.
 *
 * @param maxBytes key and value together
 */
record RecordLimit(int maxBytes) {
  /** An unscored text is cut to this many characters. */
  static final int LONGEST_TEXT = 10_000;

  /** Other fields of a record that is cut to its bones. */
  private static final int LONGEST_FIELD = 1_000;

  /** In UTF-8, of a character of a Java string. */
  private static final long MOST_BYTES_OF_A_CHARACTER = 3;

  /** What the routes append: the field's name and the longest name of a route. */
  private static final int OUTCOME_BYTES = 100;

  boolean fits(int keyBytes, String json) {
    long rest = (long) maxBytes - keyBytes - OUTCOME_BYTES;
    if (json.length() * MOST_BYTES_OF_A_CHARACTER <= rest) {
      return true;
    }
    return json.getBytes(StandardCharsets.UTF_8).length <= rest;
  }

  /** Cuts the text, and says so. */
  static void cutText(ObjectNode fields) {
    String text = fields.path(Fields.TEXT).textValue();
    boolean tooLong = text != null && text.length() > LONGEST_TEXT;
    if (tooLong) {
      fields.put(Fields.TEXT, cut(text, LONGEST_TEXT));
    }
    fields.put(Fields.TRUNCATED, tooLong);
  }

  /** The fields of the contract alone, each of bounded length: at most some 150,000 bytes. */
  static ObjectNode bones(ObjectNode fields, String place) {
    ObjectNode bones = Json.object();
    for (String name : Fields.STRINGS) {
      String value = fields.path(name).textValue();
      if (value != null) {
        bones.put(name, cut(value, name.equals(Fields.TEXT) ? LONGEST_TEXT : LONGEST_FIELD));
      }
    }
    // A cut identity is none.
    if (!bones.path(Fields.EVENT_ID).equals(fields.path(Fields.EVENT_ID))) {
      bones.put(Fields.EVENT_ID, place);
    }
    JsonNode version = fields.path(Fields.EVENT_VERSION);
    if (version.canConvertToLong()) {
      bones.put(Fields.EVENT_VERSION, version.longValue());
    }
    bones.put(Fields.TRUNCATED, true);
    return bones;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }
}
