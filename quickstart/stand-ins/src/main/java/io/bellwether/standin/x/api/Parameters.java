package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a query, each read with what X says about a bad one. */
final class Parameters {
  private static final String ID = "[0-9]{1,19}";
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

  private final Map<String, String> values = new LinkedHashMap<>();

  Parameters(Map<String, Deque<String>> query) {
    query.forEach((name, given) -> values.put(name, given.getLast()));
  }

  Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** Refuses every other one, all of them in one answer. */
  void only(Collection<String> known) {
    List<ObjectNode> errors = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            String those = String.join(",", new TreeSet<>(known));
            errors.add(
                Problem.one(
                    name,
                    value,
                    "The query parameter [" + name + "] is not one of [" + those + "]"));
          }
        });
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.toArray(ObjectNode[]::new));
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int number(String name, int least, int most, int otherwise) {
    String given = values.get(name);
    if (given == null) {
      return otherwise;
    }
    if (!given.matches("\\d{1,9}")
        || Integer.parseInt(given) < least
        || Integer.parseInt(given) > most) {
      throw Problem.invalid(
          name,
          given,
          "The `"
              + name
              + "` query parameter value ["
              + given
              + "] is not between "
              + least
              + " and "
              + most);
    }
    return Integer.parseInt(given);
  }

  Optional<Long> id(String name) {
    return text(name)
        .map(
            given -> {
              if (!given.matches(ID)) {
                throw Problem.invalid(
                    name,
                    given,
                    "The `"
                        + name
                        + "` query parameter value ["
                        + given
                        + "] does not match ^"
                        + ID
                        + "$");
              }
              // The last ids of 19 digits do not fit; nothing is above the greatest that does.
              return given.compareTo("9223372036854775807") > 0 && given.length() == 19
                  ? Long.MAX_VALUE
                  : Long.parseLong(given);
            });
  }

  Optional<Instant> time(String name) {
    return text(name)
        .map(
            given -> {
              try {
                if (given.matches(TIME)) {
                  return Instant.parse(given);
                }
              } catch (DateTimeParseException noSuchDay) {
                // told below
              }
              throw Problem.invalid(
                  name,
                  given,
                  "The `"
                      + name
                      + "` query parameter value ["
                      + given
                      + "] is not a valid RFC3339 date-time");
            });
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(values.getOrDefault(name, "false"));
  }

  /** A list divided by commas, of these words only. */
  Set<String> list(String name, Collection<String> known) {
    Set<String> given = new LinkedHashSet<>();
    text(name).ifPresent(text -> given.addAll(Arrays.asList(text.split(",", -1))));
    for (String each : given) {
      if (!known.contains(each)) {
        throw Problem.invalid(
            name,
            each,
            "The `"
                + name
                + "` query parameter value ["
                + each
                + "] is not one of ["
                + String.join(",", new TreeSet<>(known))
                + "]");
      }
    }
    return given;
  }
}
