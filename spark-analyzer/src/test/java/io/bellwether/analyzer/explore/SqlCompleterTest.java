package io.bellwether.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class SqlCompleterTest {
  private final SqlCompleter completer =
      new SqlCompleter(
          () ->
              Map.of(
                  "trips", List.of("from_station", "to_station", "_json"),
                  "feedback", List.of("author_name", "text")));

  private List<String> offered(String line) {
    List<Candidate> candidates = new ArrayList<>();
    completer.complete(
        null, new SqlParser().parse(line, line.length(), ParseContext.COMPLETE), candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  @Test
  void aWordOfSqlIsOfferedHoweverItIsWritten() {
    assertThat(offered("sel")).containsExactly("SELECT");
    assertThat(offered("qu")).containsExactly("quit");
  }

  @Test
  void columnsAreOfferedBeforeATableIsNamed() {
    assertThat(offered("SELECT from_")).containsExactly("from_station");
    assertThat(offered("SELECT ")).contains("trips", "FROM").doesNotContain("from_station");
  }

  @Test
  void onceATableIsNamedItsColumnsAloneAreOffered() {
    assertThat(offered("SELECT count(*) FROM Trips WHERE t")).contains("to_station", "trips");
    assertThat(offered("SELECT count(*) FROM Trips WHERE t")).doesNotContain("text");
    assertThat(offered("SELECT count(*) FROM trips WHERE ")).contains("_json");
  }
}
