package io.bellwether.analyzer.trips.cleaning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which columns hold a field. The names drift from year to year, so each field has alternatives, of
 * which the first that a row has is taken.
 */
public final class Columns implements Serializable {
  private static final long serialVersionUID = 1;

  /** For each field its alternatives, each of one column or several. */
  private final EnumMap<Field, List<List<String>>> names = new EnumMap<>(Field.class);

  /**
   * Names for each field: alternatives with commas between them, {@code +} between columns that are
   * joined by a space.
   */
  public Columns(Map<Field, String> written) {
    for (Field field : Field.values()) {
      names.put(field, parse(written.getOrDefault(field, field.usual())));
    }
  }

  private static List<List<String>> parse(String written) {
    return Arrays.stream(written.split(","))
        .map(alternative -> Arrays.stream(alternative.split("\\+")).map(String::strip).toList())
        .toList();
  }

  /** A field's value without blanks around it, empty where it has none. */
  String value(Field field, Function<String, String> row) {
    return found(field, row)
        .map(columns -> columns.stream().map(row).collect(Collectors.joining(" ")).strip())
        .orElse("");
  }

  /** A field that has to be there and for which the row has no column. */
  Optional<Field> missing(Function<String, String> row) {
    return names.keySet().stream()
        .filter(field -> field.required() && found(field, row).isEmpty())
        .findFirst();
  }

  private Optional<List<String>> found(Field field, Function<String, String> row) {
    return names.get(field).stream()
        .filter(columns -> columns.stream().allMatch(name -> row.apply(name) != null))
        .findFirst();
  }

  /** How a field may be called. */
  String described(Field field) {
    return names.get(field).stream()
        .map(columns -> String.join("+", columns))
        .collect(Collectors.joining(" or "));
  }
}
