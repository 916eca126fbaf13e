package io.bellwether.analyzer.scorer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a tool was called with: {@code name=value}, as the launcher passes its options on. */
public final class ToolArguments {
  private final Map<String, String> given = new LinkedHashMap<>();

  /**
   * @param known the names there are; one that ends in a dot stands for all that begin with it
   * @throws ToolException if an argument is of another form or name
   */
  public ToolArguments(List<String> arguments, Set<String> known) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      boolean isKnown =
          known.contains(name)
              || known.stream().anyMatch(one -> one.endsWith(".") && name.startsWith(one));
      if (equals < 0 || !isKnown) {
        throw new ToolException(
            "No such argument: '"
                + argument
                + "'. There are, each followed by =value: "
                + String.join(", ", new TreeSet<>(known)));
      }
      given.put(name, argument.substring(equals + 1));
    }
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * @throws ToolException if it is missing
   */
  public String required(String name) {
    return text(name).orElseThrow(() -> new ToolException("Missing: " + name + "=..."));
  }

  /** Several files with commas between them. */
  public List<Path> files(String name) {
    List<Path> files = new ArrayList<>();
    for (String file : required(name).split(",")) {
      if (!file.isBlank()) {
        files.add(Path.of(file.strip()));
      }
    }
    return files;
  }

  public boolean flag(String name) {
    return text(name).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * @throws ToolException if it is no number from least to most
   */
  public Optional<Double> number(String name, double least, double most) {
    return text(name)
        .map(
            value -> {
              try {
                double number = Double.parseDouble(value);
                if (number >= least && number <= most) {
                  return number;
                }
              } catch (NumberFormatException e) {
                // The sentence below says all there is to say.
              }
              throw new ToolException(
                  name + "=" + value + " is no number from " + least + " to " + most);
            });
  }

  /** Those that begin with a prefix, without it. */
  public Map<String, String> startingWith(String prefix) {
    return startingWith(prefix, given);
  }

  static Map<String, String> startingWith(String prefix, Map<String, String> settings) {
    Map<String, String> found = new TreeMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
