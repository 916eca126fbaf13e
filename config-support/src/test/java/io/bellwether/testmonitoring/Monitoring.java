package io.bellwether.testmonitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prometheus.jmx.JmxCollector;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MalformedObjectNameException;

/**
 * {@code deploy/monitoring}, seen from a module's folder, with the JMX exporter's own collector.
 */
public final class Monitoring {
  private static final Path FOLDER = Path.of("..", "deploy", "monitoring");
  private static final Pattern USED = Pattern.compile("\\b(?:bellwether|kafka)_[a-z_]+");

  private Monitoring() {}

  /** The names of metrics that the dashboard or an alert asks for. */
  public static Set<String> used() throws IOException {
    String all =
        Files.readString(FOLDER.resolve("dashboard.json"))
            + Files.readString(FOLDER.resolve("alerts.yml"));
    return USED.matcher(all)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What Prometheus would read of this JVM, in its text format. */
  public static String exposition(String rules) throws IOException, MalformedObjectNameException {
    return scrape(Files.readString(FOLDER.resolve(rules)));
  }

  /**
   * What Prometheus would read of another JVM.
   *
   * @param jmx its {@code service:jmx:...}
   */
  public static String exposition(String rules, String jmx)
      throws IOException, MalformedObjectNameException {
    return scrape("jmxUrl: " + jmx + "\n" + Files.readString(FOLDER.resolve(rules)));
  }

  private static String scrape(String config) throws IOException, MalformedObjectNameException {
    PrometheusRegistry registry = new PrometheusRegistry();
    new JmxCollector(config).register(registry);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toString(UTF_8);
  }

  /** The names of metrics in an exposition. */
  public static Set<String> names(String exposition) {
    return exposition
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
