package io.bellwether.quickstart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What operators are told fits what the sources say, and each other. */
class OperationsDocsTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `(.+?)` \\|");
  private static final Pattern METRIC = Pattern.compile("bellwether_(?:job_)?[a-z_]+");
  private static final List<String> PRODUCT =
      List.of(
          "connect-common",
          "connect-slack-common",
          "connect-slack-source",
          "connect-slack-sink",
          "connect-twitter-source",
          "connect-nomics-source",
          "spark-analyzer",
          "scorer-transformer");

  private static String read(String file) throws IOException {
    return Files.readString(REPOSITORY.resolve(file));
  }

  private static Set<String> found(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult each) -> each.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theRunbookExplainsEachWarningAndErrorAndNoOther() throws IOException {
    assertThat(found(MESSAGE, 1, read("docs/runbook.md")))
        .containsExactlyInAnyOrderElementsOf(ToldMessages.of(REPOSITORY, PRODUCT));
  }

  @Test
  void eachAlertHasItsPlaceInTheRunbook() throws IOException {
    Set<String> places =
        found(Pattern.compile("docs/runbook.md#(\\w+)"), 1, read("deploy/monitoring/alerts.yml"));
    assertThat(places).isNotEmpty();
    assertThat(found(Pattern.compile("<a id=\"(\\w+)\">"), 1, read("docs/runbook.md")))
        .isEqualTo(places);
  }

  @Test
  void eachMetricOfTheDashboardAndTheAlertsIsDocumentedAndTheOtherWayRound() throws IOException {
    String operate = read("docs/operate.md");
    String jobs = operate.substring(operate.indexOf("## Metrics of the jobs"));
    String ofJobs = jobs.substring(0, jobs.indexOf("## Prometheus"));
    String ofConnectors =
        operate.substring(operate.indexOf("## Metrics of the connectors"), operate.indexOf(jobs));
    Set<String> documented = new TreeSet<>(prometheus("bellwether_", ofConnectors));
    documented.addAll(prometheus("bellwether_job_", ofJobs));

    String dashboard = read("deploy/monitoring/dashboard.json");
    assertThat(new ObjectMapper().readTree(dashboard).path("panels")).isNotEmpty();
    Set<String> used = found(METRIC, 0, dashboard + read("deploy/monitoring/alerts.yml"));
    assertThat(used).isEqualTo(documented);
  }

  /** By the rules of the exporter: as in the first column of the tables, and in the sentences. */
  private static Set<String> prometheus(String prefix, String text) {
    Pattern name = Pattern.compile("`([a-z]+(?:-[a-z]+)*)(?:\\.TOPIC)?`(?! is)");
    Set<String> names = new TreeSet<>();
    for (String line : text.lines().toList()) {
      String first = line.startsWith("|") ? line.split("\\|")[1] : line;
      names.addAll(found(name, 1, first));
    }
    return names.stream()
        .map(each -> prefix + each.replace('-', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
