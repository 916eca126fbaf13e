package io.bellwether.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.TestSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class QueriesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Queries queries = new Queries(TestSpark.session(), Format.TABLE, 2);

  @Test
  void anAnswerIsATableOfItsFirstRows() {
    assertThat(run("SELECT id, 'x' AS name FROM range(3)")).isTrue();
    assertThat(out.toString())
        .contains("| id|name|", "|  0|   x|", "|  1|   x|", "only showing top 2 rows");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void forProgramsItIsAnObjectALineOfAllRows() {
    Queries json = new Queries(TestSpark.session(), Format.JSON, 2);
    json.run("SELECT id FROM range(3) ORDER BY id", new PrintWriter(out), new PrintWriter(err));
    assertThat(out.toString().lines()).containsExactly("{\"id\":0}", "{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void whatSparkDoesNotUnderstandIsSaidWithoutItsPlan() {
    assertThat(run("SELECT scor FROM (SELECT 1 AS score)")).isFalse();
    assertThat(err.toString())
        .startsWith("Error: [UNRESOLVED_COLUMN.WITH_SUGGESTION]")
        .contains("`scor`", "`score`")
        .doesNotContain("Project", "\tat ");
    assertThat(run("SELEC 1")).isFalse();
    assertThat(err.toString()).contains("[PARSE_SYNTAX_ERROR]");
    assertThat(run("SELECT * FROM nowhere")).isFalse();
    assertThat(err.toString()).contains("[TABLE_OR_VIEW_NOT_FOUND]", "`nowhere`");
  }

  @Test
  void aFailureWithinARowIsSaidToo() {
    assertThat(run("SELECT raise_error('bad ' || id) FROM range(1)")).isFalse();
    assertThat(err.toString()).contains("bad 0").doesNotContain("\tat ");
  }

  @Test
  void aQueryThatTakesTooLongCanBeCancelledAndTheNextOneRuns() throws Exception {
    CompletableFuture<Boolean> endless =
        CompletableFuture.supplyAsync(
            () -> run("SELECT count(*) FROM range(100000000000000) WHERE id % 7 = rand()"));
    var tracker = TestSpark.session().sparkContext().statusTracker();
    Awaitility.await().until(() -> tracker.getActiveJobIds().length > 0);
    queries.cancel();
    assertThat(endless.get(60, TimeUnit.SECONDS)).isFalse();
    assertThat(err.toString().strip()).isEqualTo("Cancelled.");
    assertThat(run("SELECT 1")).isTrue();
  }

  private boolean run(String sql) {
    return queries.run(sql, new PrintWriter(out), new PrintWriter(err));
  }
}
