package io.bellwether.connect.slack.sink.mapping;

import java.util.Map;

/**
 * The emoji that a message starts with.
 *
 * @param field whose value chooses it
 * @param byValue names of emojis, without colons
 */
public record Emojis(String field, Map<String, String> byValue) {
  /** Copies. */
  public Emojis {
    byValue = Map.copyOf(byValue);
  }

  /** In Slack's markup, with a space behind; empty if there is none for this record. */
  String of(RecordFields fields) {
    return fields.text(field).map(byValue::get).map(name -> ":" + name + ": ").orElse("");
  }
}
