package io.bellwether.quickstart.replay;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Header;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/**
 * Which columns of a file make a record's time and key.
 *
 * @param time joined by a space where it takes several, such as a date and a time of day
 * @param key -1 where the file has no such column, or none was chosen
 */
record Columns(List<Integer> time, int key) {
  /** What the user chose; the key is null for none. */
  record Choice(List<String> time, String key) {}

  static Columns of(Header header, Choice choice) {
    return new Columns(
        choice.time.stream().map(header::index).toList(),
        choice.key == null ? -1 : header.find(choice.key));
  }

  /**
   * Looks at all headers before the first row is sent.
   *
   * @throws LaunchException if a file has no time, or none has the key
   */
  static void check(List<Path> files, Choice choice) {
    boolean keyFound = choice.key == null;
    for (Path file : files) {
      try (CsvRows rows = CsvRows.open(file)) {
        keyFound |= of(rows.header(), choice).key >= 0;
      }
    }
    if (!keyFound) {
      throw new LaunchException("No file has a column '" + choice.key + "' for the key.");
    }
  }

  /**
   * The row's moment, in milliseconds.
   *
   * @throws DateTimeException if it says none
   */
  long millis(List<String> values, EventTime format) {
    if (time.size() == 1) {
      return format.millis(values.get(time.get(0)));
    }
    StringBuilder joined = new StringBuilder();
    for (int column : time) {
      joined.append(joined.length() == 0 ? "" : " ").append(values.get(column));
    }
    return format.millis(joined.toString());
  }

  /** The record's key; null for none. */
  byte[] key(List<String> values) {
    return key < 0 ? null : values.get(key).getBytes(StandardCharsets.UTF_8);
  }
}
