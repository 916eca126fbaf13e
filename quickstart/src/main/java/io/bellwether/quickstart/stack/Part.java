package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the demo that has a JVM of its own. */
public enum Part {
  BROKER("broker"),
  CONNECT("Connect worker"),
  SPARK("Spark job"),
  TRADES("trades job"),
  TRIPS("trips job");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** Its name in JSON and on addresses. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The part with an {@link #id}. */
  public static Optional<Part> of(String id) {
    return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
  }
}
