package io.bellwether.connect.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mistake that people make, as what they did to a configuration that works.
 *
 * @param title the mistake in a few words
 * @param changes lines {@code key=value}, or {@code -key} for a key that is left out
 */
record WrongConfig(String title, List<String> changes) {
  private static final String TITLE = "# ";

  /** All of a file: a title after {@code #} and a space, then the changes, a line each. */
  static List<WrongConfig> read(Path file) {
    List<WrongConfig> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(TITLE)) {
          all.add(new WrongConfig(line.substring(TITLE.length()), new ArrayList<>()));
        } else if (!line.isBlank()) {
          all.get(all.size() - 1).changes.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The configuration with the mistake in it. */
  Map<String, String> in(Map<String, String> good) {
    Map<String, String> bad = new HashMap<>(good);
    for (String change : changes) {
      if (change.startsWith("-")) {
        bad.remove(change.substring(1));
      } else {
        String[] parts = change.split("=", 2);
        bad.put(parts[0], parts[1]);
      }
    }
    return bad;
  }
}
