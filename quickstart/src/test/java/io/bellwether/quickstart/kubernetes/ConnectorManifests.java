package io.bellwether.quickstart.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Connectors of {@code config/} as an operator's resources, one document each. */
enum ConnectorManifests {
  STRIMZI(
      "strimzi",
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaConnector
      metadata:
        name: %s
        labels:
          app.kubernetes.io/part-of: bellwether
          strimzi.io/cluster: bellwether
      spec:
        class: %s
        tasksMax: %s
        config:
      %s"""),
  CONFLUENT(
      "confluent",
      """
      apiVersion: platform.confluent.io/v1beta1
      kind: Connector
      metadata:
        name: %s
        labels:
          app.kubernetes.io/part-of: bellwether
      spec:
        connectClusterRef:
          name: bellwether
        class: %s
        taskMax: %s
        configs:
      %s""");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD =
      "# The connectors of config/, as they are there: generated, see docs/kubernetes.md. Take those"
          + " you want.\n";

  private final String folder;
  private final String template;

  ConnectorManifests(String folder, String template) {
    this.folder = folder;
    this.template = template;
  }

  /** Where they stand, below {@code deploy/kubernetes}. */
  String file() {
    return folder + "/connectors.yaml";
  }

  /** The file for these connectors, each as it would be submitted. */
  String render(List<JsonNode> connectors) {
    return connectors.stream().map(this::render).collect(Collectors.joining("---\n", HEAD, ""));
  }

  private String render(JsonNode connector) {
    JsonNode config = connector.get("config");
    String settings =
        config.properties().stream()
            .filter(each -> !List.of("connector.class", "tasks.max").contains(each.getKey()))
            .map(ConnectorManifests::line)
            .collect(Collectors.joining());
    return template.formatted(
        connector.get("name").asText(),
        config.get("connector.class").asText(),
        config.get("tasks.max").asText(),
        settings);
  }

  // A JSON text is a YAML text as well.
  private static String line(Map.Entry<String, JsonNode> setting) {
    try {
      String value = JSON.writeValueAsString(setting.getValue().asText());
      return "    " + setting.getKey() + ": " + value + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
