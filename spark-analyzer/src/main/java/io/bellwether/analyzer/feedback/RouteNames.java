package io.bellwether.analyzer.feedback;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a route may be called: its name is part of keys and is written as the outcome. */
final class RouteNames {
  /** The outcome of what has no score. */
  static final String UNSCORED = "unscored";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private RouteNames() {}

  /** The names of such a list that are good; each once. */
  static List<String> of(String list) {
    return Stream.of(list.split(","))
        .map(String::trim)
        .filter(RouteNames::isGood)
        .distinct()
        .toList();
  }

  static boolean areGood(Object value) {
    List<?> names = (List<?>) value;
    return !names.isEmpty()
        && new HashSet<>(names).size() == names.size()
        && names.stream().allMatch(RouteNames::isGood);
  }

  static boolean isGood(Object name) {
    return NAME.matcher(name.toString()).matches() && !name.equals(UNSCORED);
  }
}
