package io.bellwether.quickstart.page;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.bellwether.quickstart.stack.Part;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a part while the demo ran.
 *
 * @param at when, in JSON as RFC 3339
 * @param text for a person to read
 */
public record PartEvent(
    @JsonSerialize(using = ToStringSerializer.class) Instant at,
    Part part,
    Kind kind,
    String text) {
  /** What happened. */
  public enum Kind {
    /** Somebody pressed the button. */
    KILLED,
    /** It ended, and nobody had asked the demo for that. */
    DIED,
    /** The demo starts it again. */
    RESTARTING,
    /** It does its work again. */
    READY;

    /** Its name in JSON. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
