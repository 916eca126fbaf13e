package io.bellwether.quickstart.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.Bellwether;
import io.bellwether.quickstart.stack.RecordedWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
  private static final String CHECK = "PUT /connector-plugins/C/config/validate";
  private static final String FINE =
      "{\"error_count\":0,\"configs\":[{\"definition\":{\"name\":\"pin\",\"type\":\"PASSWORD\"},"
          + "\"value\":{\"name\":\"pin\",\"errors\":[]}}]}";
  private static final String WRONG =
      "{\"error_count\":1,\"configs\":[{\"definition\":{\"name\":\"pin\",\"type\":\"PASSWORD\"},"
          + "\"value\":{\"name\":\"pin\",\"errors\":[\"Too short: use four digits.\"]}}]}";
  private static final String REBALANCE =
      "{\"error_code\":409,\"message\":\"Cannot complete request because of a conflicting"
          + " operation (e.g. worker rebalance)\"}";

  @TempDir Path folder;
  private final RecordedWorker worker = new RecordedWorker();
  private final Terminal terminal = new Terminal(Bellwether.commands());
  private Path one;
  private Path two;

  @BeforeEach
  void files() throws IOException {
    one =
        Files.writeString(
            folder.resolve("one.json"),
            "{\"name\":\"one\",\"config\":{\"connector.class\":\"C\",\"pin\":\"hunter2\",\"t\":\"a\"}}");
    two =
        Files.writeString(
            folder.resolve("two.json"), "{\"name\":\"two\",\"connector.class\":\"C\"}");
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private int apply(String... more) {
    String[] arguments = new String[more.length + 5];
    System.arraycopy(more, 0, arguments, 5, more.length);
    arguments[0] = "apply";
    arguments[1] = "--connect";
    arguments[2] = worker.url();
    arguments[3] = one.toString();
    arguments[4] = two.toString();
    return terminal.run(arguments);
  }

  @Test
  void whatIsNewIsCreatedWhatDiffersIsChangedAndNoSecretIsShown() {
    worker
        .gives(CHECK, 200, FINE)
        .gives(
            "GET /connectors/one/config",
            200,
            "{\"name\":\"one\",\"connector.class\":\"C\",\"pin\":\"hunter3\",\"t\":\"b\"}")
        .gives("PUT /connectors/one/config", 200, "{}")
        .gives("POST /connectors", 201, "{}");
    assertThat(apply()).isZero();
    assertThat(terminal.out())
        .contains(
            "one of " + one + ": changed",
            "  ~ pin: (hidden) -> (hidden)",
            "  ~ t: b -> a",
            "two of " + two + ": created",
            "  + connector.class = C")
        .doesNotContain("hunter");
    assertThat(worker.requests()).filteredOn(each -> each.startsWith("POST")).hasSize(1);
  }

  @Test
  void whatIsEqualIsLeftAlone() {
    worker
        .gives(CHECK, 200, FINE)
        .gives(
            "GET /connectors/one/config",
            200,
            "{\"name\":\"one\",\"connector.class\":\"C\",\"pin\":\"hunter2\",\"t\":\"a\"}")
        .gives("GET /connectors/two/config", 200, "{\"name\":\"two\",\"connector.class\":\"C\"}");
    assertThat(apply()).isZero();
    assertThat(terminal.out()).contains("one.json: nothing to do", "two.json: nothing to do");
    assertThat(apply("--dry-run")).isZero();
    assertNothingWasChanged();
  }

  @Test
  void whenOneIsWrongNothingIsChanged() {
    worker.gives(CHECK, 200, FINE).gives(CHECK, 200, WRONG);
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err())
        .contains("two.json is wrong:", "pin: Too short: use four digits.", "Nothing was changed.");
    assertNothingWasChanged();
  }

  @Test
  void whenAFileIsWrongNothingIsEvenAsked() throws IOException {
    Files.writeString(two, "{\"name\":\"one\",\"connector.class\":\"C\"}");
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err()).contains("two.json: another file has a connector one too.");
    assertThat(worker.requests()).isEmpty();
  }

  @Test
  void aTrialShowsWhatDiffersAndChangesNothing() {
    worker.gives(CHECK, 200, FINE);
    assertThat(apply("--dry-run")).isEqualTo(3);
    assertThat(terminal.out()).contains("one.json: would be created", "+ pin = (hidden)");
    assertNothingWasChanged();
  }

  @Test
  void aRebalanceIsWaitedForButNotForEver() {
    worker
        .gives(CHECK, 409, REBALANCE)
        .gives(CHECK, 200, FINE)
        .gives("POST /connectors", 201, "{}");
    assertThat(apply()).isZero();
    worker.gives("GET /connectors/two/config", 409, REBALANCE);
    assertThat(apply("--patience", "1")).isEqualTo(1);
    assertThat(terminal.err()).contains("Waited 1 s in vain for the workers to finish a rebalance");
  }

  @Test
  void aWorkerThatIsNotThereIsToldWithTheRemedy() {
    worker.close();
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err())
        .startsWith("bellwether: No Connect worker answers at " + worker.url())
        .contains("--connect");
  }

  @Test
  void aPluginThatTheWorkerLacksIsToldWithTheRemedy() {
    worker.gives(
        CHECK, 500, "{\"message\":\"Failed to find any class that implements Connector\"}");
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err()).contains("no plugin C", "plugin.path");
  }

  @Test
  void somethingElseAtTheAddressIsToldAsSuch() {
    worker.gives(CHECK, 404, "<html>no such page</html>");
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err()).contains("is no answer of a Connect worker: check --connect");
  }

  @Test
  void nameAndPasswordAreSentAndWhereTheyAreMissingTheyAreAskedFor() {
    worker.gives(CHECK, 401, "");
    assertThat(apply()).isEqualTo(1);
    assertThat(terminal.err()).contains("HTTP 401", "--user");
    apply("--user", "ann:hunter2");
    assertThat(worker.authorizations()).endsWith("Basic YW5uOmh1bnRlcjI=");
  }

  @Test
  void aPasswordDoesNotLeaveThisMachineInTheClear() {
    assertThat(
            terminal.run(
                "status", "--connect", "http://worker.example.com:8083", "--user", "ann:hunter2"))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("in the clear", "https://").doesNotContain("hunter2");
  }

  private void assertNothingWasChanged() {
    assertThat(worker.requests())
        .allMatch(each -> each.startsWith("GET") || each.startsWith(CHECK));
  }
}
