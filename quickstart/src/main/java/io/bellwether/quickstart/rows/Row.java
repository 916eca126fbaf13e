package io.bellwether.quickstart.rows;

import java.util.List;

/** A row of a file; a row may span several lines. */
public sealed interface Row {
  /** The line it begins on, 1 being the file's first. */
  long line();

  /** As many values as the header has names, in its order. */
  record Values(long line, List<String> values) implements Row {}

  /** What cannot be used, and why. */
  record Bad(long line, String reason) implements Row {}
}
