package io.bellwether.analyzer.trips.files;

import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import java.util.List;
import java.util.function.Function;

/** What stands on a line of a file. */
public sealed interface FileRow {
  /** 1 is the file's first. */
  long line();

  /**
   * A row of as many values as the header has names.
   *
   * @param header of the file; shared by its rows
   */
  record Values(long line, List<String> header, List<String> values) implements FileRow {
    /** A column's value by its name; null where the file has no such column. */
    public Function<String, String> byName() {
      return name -> {
        int index = header.indexOf(name);
        return index < 0 ? null : values.get(index);
      };
    }
  }

  /**
   * What cannot be read.
   *
   * @param text the line, or what is known of it
   */
  record Bad(long line, CleaningRule rule, String reason, String text) implements FileRow {}
}
