package io.bellwether.analyzer.trades.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void detailsAreInOneOrderWhateverTheJvm() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("value", "105");
    details.put("level", "100");

    Finding finding = new Finding("up", "text", details);

    assertThat(finding.details().keySet()).containsExactly("level", "value");
  }
}
