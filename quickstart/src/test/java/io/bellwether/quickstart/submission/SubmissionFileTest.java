package io.bellwether.quickstart.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.json"), text);
  }

  @Test
  void bothFormsOfConnectAreTheSame() throws IOException {
    Submission nested =
        SubmissionFile.read(
                file("{\"name\":\"a\",\"config\":{\"connector.class\":\"C\",\"tasks.max\":1}}"))
            .orElseThrow();
    Submission plain =
        SubmissionFile.read(file("{\"name\":\"a\",\"connector.class\":\"C\",\"tasks.max\":\"1\"}"))
            .orElseThrow();
    assertThat(nested).isEqualTo(plain);
    assertThat(plain.config())
        .containsEntry("name", "a")
        .containsEntry("tasks.max", "1")
        .hasSize(3);
  }

  @Test
  void theStateToBeginWithIsNoKeyOfTheConnector() throws IOException {
    Submission stopped =
        SubmissionFile.read(
                file(
                    "{\"name\":\"a\",\"initial_state\":\"stopped\","
                        + "\"config\":{\"connector.class\":\"C\"}}"))
            .orElseThrow();
    assertThat(stopped.initialState()).hasValue("STOPPED");
    assertThat(stopped.config()).doesNotContainKey("initial_state");
  }

  @Test
  void aFileOfTheAnalyzerIsNoConnector() {
    assertThat(SubmissionFile.read(Path.of("..", "config", "feedback-analyzer.json"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'config':{'connector.class':'C'}}~has no 'name'",
        "{'name':'a','config':{'topic':'t'}}~'connector.class' is missing",
        "{'name':'a','config':{'connector.class':'C','name':'b'}}~differ",
        "{'name':'a','config':{'connector.class':'C','t':['x']}}~value of 't'",
        "{'name':'a','config':{'connector.class':'C','t':null}}~value of 't'",
        "{'name':'a','initial_state':'idle','config':{'connector.class':'C'}}~RUNNING, PAUSED",
        "{'name':'a','config':{'connector.class':'C','t':'hunter2','t':'x'}}~a key stands there",
        "['hunter2']~must hold a JSON object",
        "{'name':'a' 'hunter2'~line 1, column"
      })
  void whatIsWrongIsToldWithoutTheValues(String text, String message) throws IOException {
    // Quotes are what the source of this test is easier to read without.
    Path file = file(text.replace('\'', '"'));
    assertThatThrownBy(() -> SubmissionFile.read(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("a.json: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SubmissionFile.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json: there is no such file");
  }
}
