package io.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownTriggerIsAMistakeOnTheCommandLine() {
    assertThat(bench("--trigger", "sometimes")).isEqualTo(2);
    assertThat(err.toString()).contains("neither 'micro-batch' nor 'continuous'");
  }

  @Test
  void aSettingNeedsItsFile() {
    assertThat(bench("--set", "linger.ms=5")).isEqualTo(2);
    assertThat(err.toString()).contains("FILE:KEY=VALUE");
  }

  @Test
  void aPriceCannotCrossALevelWithEveryTrade() {
    assertThat(bench("--trades-alert-every", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("Write 2 or more");
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "x");
    assertThat(bench("--state", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("not empty");
    assertThat(file).exists();
  }

  private int bench(String... arguments) {
    CommandLine commands = Bench.commands();
    commands.setErr(new PrintWriter(err));
    return commands.execute(arguments);
  }
}
