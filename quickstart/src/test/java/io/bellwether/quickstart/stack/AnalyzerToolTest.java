package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzerToolTest {
  @Test
  void aToolHasTheJobsClassPathAndThenOnesOwnJars() {
    AnalyzerTool tool =
        new AnalyzerTool(new Home(Path.of("/b")), "a.Tool", "1g", List.of(Path.of("my.jar")));
    List<String> line = tool.line(List.of("-Dx=y"), List.of("data=a b.csv", "json=true"));
    assertThat(line)
        .contains("-Xmx1g", "-Dx=y")
        .containsSubsequence(
            "-cp",
            "/b/lib/analyzer/*:/b/lib/spark/*:my.jar",
            "a.Tool",
            "data=a b.csv",
            "json=true");
  }
}
