package io.bellwether.analyzer.trips;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where trips come from. */
enum Input {
  STREAM,
  TOPIC,
  FILES;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Input of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Input::word).toList();
  }
}
