package io.bellwether.quickstart.stack;

import java.util.Locale;

/** When the analyzer works; the names are those of its configuration. */
public enum Trigger {
  MICRO_BATCH,
  CONTINUOUS,
  AVAILABLE_NOW;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
