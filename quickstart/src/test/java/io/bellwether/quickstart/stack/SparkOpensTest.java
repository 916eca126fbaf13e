package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class SparkOpensTest {
  @Test
  void theListIsThatOfSpark() {
    List<String> ofSpark = List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+"));
    assertThat(SparkOpens.ARGUMENTS).containsExactlyInAnyOrderElementsOf(ofSpark);
  }
}
