package io.bellwether.quickstart.rows;

import io.bellwether.quickstart.process.LaunchException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * The names of a file's columns, in the file's order.
 *
 * @param file whose they are
 */
public record Header(Path file, List<String> names) {
  /**
   * Of names that differ.
   *
   * @throws LaunchException if two are the same
   */
  public Header {
    names = List.copyOf(names);
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new LaunchException(file + " has two columns named '" + name + "'.");
      }
    }
  }

  /** Where a column stands, 0 being the first; -1 if this file does not have it. */
  public int find(String name) {
    return names.indexOf(name);
  }

  /**
   * Where a column stands, 0 being the first.
   *
   * @throws LaunchException if this file does not have it
   */
  public int index(String name) {
    int index = find(name);
    if (index < 0) {
      throw new LaunchException(
          file + " has no column '" + name + "'. It has: " + String.join(", ", names));
    }
    return index;
  }
}
