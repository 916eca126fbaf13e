package io.bellwether.analyzer.explore;

import java.util.List;
import java.util.Locale;
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

  private final Tables tables;

  SqlCompleter(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begun = line.word().substring(0, line.wordCursor()).toLowerCase(Locale.ROOT);
    if (line.wordIndex() == 0) {
      SqlParser.WORDS.forEach(word -> offer(word, begun, "prompt", candidates));
    }
    tables.columns().keySet().forEach(table -> offer(table, begun, "tables", candidates));
    tables.columns().entrySet().stream()
        .filter(table -> line.line().contains(table.getKey()))
        .flatMap(table -> table.getValue().stream())
        .distinct()
        .forEach(column -> offer(column, begun, "columns", candidates));
    WORDS.forEach(word -> offer(word, begun, "words", candidates));
  }

  private static void offer(String word, String begun, String group, List<Candidate> candidates) {
    if (word.toLowerCase(Locale.ROOT).startsWith(begun)) {
      candidates.add(new Candidate(word, word, group, null, null, null, true));
    }
  }
}
