package io.bellwether.analyzer.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers tables, their columns, and the words of SQL that are used most. */
final class SqlCompleter implements Completer {
  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "ON",
          "AS",
          "AND",
          "OR",
          "NOT",
          "LIKE",
          "IN",
          "BETWEEN",
          "DESC",
          "DISTINCT",
          "UNION ALL",
          "WITH",
          "CASE WHEN",
          "DESCRIBE",
          "SHOW TABLES",
          "count(*)",
          "sum(",
          "avg(",
          "min(",
          "max(",
          "round(",
          "date_trunc(",
          "inline(",
          "explode(",
          "get_json_object(");

  private final Supplier<Map<String, List<String>>> tables;

  /** {@code tables} gives each table with its columns. */
  SqlCompleter(Supplier<Map<String, List<String>>> tables) {
    this.tables = tables;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begun = line.word().substring(0, line.wordCursor()).toLowerCase(Locale.ROOT);
    if (line.wordIndex() == 0) {
      SqlParser.WORDS.forEach(word -> offer(word, begun, "prompt", candidates));
    }
    Map<String, List<String>> all = tables.get();
    all.keySet().forEach(table -> offer(table, begun, "tables", candidates));
    columns(all, line.line(), begun).forEach(name -> offer(name, begun, "columns", candidates));
    WORDS.forEach(word -> offer(word, begun, "words", candidates));
  }

  /** Those of the tables that are named; what is selected is written before any is. */
  private static Stream<String> columns(
      Map<String, List<String>> tables, String line, String begun) {
    Set<String> words = new HashSet<>(List.of(line.toLowerCase(Locale.ROOT).split("\\W+")));
    boolean named = tables.keySet().stream().anyMatch(table -> isIn(words, table));
    return tables.entrySet().stream()
        .filter(table -> named ? isIn(words, table.getKey()) : !begun.isEmpty())
        .flatMap(table -> table.getValue().stream())
        .distinct();
  }

  private static boolean isIn(Set<String> words, String table) {
    return words.contains(table.toLowerCase(Locale.ROOT));
  }

  private static void offer(String word, String begun, String group, List<Candidate> candidates) {
    if (word.toLowerCase(Locale.ROOT).startsWith(begun)) {
      candidates.add(new Candidate(word, word, group, null, null, null, true));
    }
  }
}
