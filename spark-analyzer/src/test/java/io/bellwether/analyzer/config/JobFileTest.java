package io.bellwether.analyzer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileTest {
  @TempDir Path folder;

  @Test
  void overridesWin() throws Exception {
    Path file = file("{\"name\":\"n\",\"config\":{\"a\":\"1\",\"b\":2,\"c\":true}}");
    assertThat(JobFile.read(file, List.of("b=x=y", "d=")))
        .isEqualTo(new JobFile("n", Map.of("a", "1", "b", "x=y", "c", "true", "d", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"n"} | config: missing
          {"config":{}} | name: missing
          {"nam":"n","name":"m","config":{}} | Did you mean 'name'?
          {"name":"n","config":{"topics":["a"]}} | topics: a list or object
          [] | no JSON object
          {"name":"n", | no JSON
          {"name":"n","config":{"a":"1","a":"2"}} | Duplicate field 'a'
          """)
  void aFaultyFileIsAnsweredWithWhatIsWrong(String content, String fault) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> JobFile.read(file, List.of())).hasMessageContaining(fault);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> JobFile.read(folder.resolve("gone.json"), List.of()))
        .hasMessageContaining("gone.json");
  }

  @Test
  void anArgumentThatIsNoOverrideIsNotRepeatedInFull() throws IOException {
    Path file = file("{\"name\":\"n\",\"config\":{}}");
    assertThatThrownBy(() -> JobFile.read(file, List.of("token: hunter2")))
        .hasMessageContaining("key=value")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void placeholdersAreReplaced() throws IOException {
    Path secrets = Files.writeString(folder.resolve("secrets.properties"), "login=hunter2\n");
    Files.writeString(folder.resolve("login"), "hunter3");
    List<String> faults = new ArrayList<>();

    Map<String, String> resolved =
        Placeholders.resolve(
            Map.of(
                "a", "${file:" + secrets + ":login}",
                "b", "user ${env:PATH}",
                "c", "${env:NO_SUCH_VARIABLE}",
                "d", "${file:" + secrets + ":lgin}",
                "e", "$ {x} ${topic}",
                "f", "${dir:" + folder + ":login}",
                "g", "${dir:" + folder + ":lgin}"),
            faults);

    assertThat(resolved)
        .containsOnlyKeys("a", "b", "e", "f")
        .containsEntry("a", "hunter2")
        .containsEntry("b", "user " + System.getenv("PATH"))
        .containsEntry("e", "$ {x} ${topic}")
        .containsEntry("f", "hunter3");
    assertThat(faults)
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("c: ") && fault.contains("NO_SUCH_VARIABLE"))
        .anyMatch(fault -> fault.startsWith("d: "))
        .anyMatch(fault -> fault.startsWith("g: "));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("job.json"), content);
  }
}
