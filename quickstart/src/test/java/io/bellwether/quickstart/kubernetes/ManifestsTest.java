package io.bellwether.quickstart.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.strimzi.api.kafka.model.connect.KafkaConnect;
import io.strimzi.api.kafka.model.connector.KafkaConnector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code deploy/kubernetes} asks of a cluster, and that it is what {@code config} has. */
class ManifestsTest {
  private static final Path CONFIG = Path.of("..", "config");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([A-Z_]+)}");
  private static final Map<String, Class<?>> MODELS =
      Map.of(
          "kafka.strimzi.io/v1 KafkaConnect", KafkaConnect.class,
          "kafka.strimzi.io/v1 KafkaConnector", KafkaConnector.class,
          "v1 Secret", Secret.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "rbac.authorization.k8s.io/v1 Role", Role.class,
          "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

  /** No registry has these models; docs/kubernetes.md says how they were checked. */
  private static final Set<String> WITHOUT_MODEL =
      Set.of(
          "platform.confluent.io/v1beta1 Connect",
          "platform.confluent.io/v1beta1 Connector",
          "sparkoperator.k8s.io/v1beta2 SparkApplication");

  @Test
  void eachIsReadByItsOperatorsModelToTheLastField() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (JsonNode document : Manifests.in(Manifests.FOLDER)) {
      String type = type(document);
      seen.add(type);
      if (!WITHOUT_MODEL.contains(type)) {
        assertThat(MODELS).containsKey(type);
        Manifests.strictly(document, MODELS.get(type));
      }
    }
    assertThat(seen).containsAll(MODELS.keySet()).containsAll(WITHOUT_MODEL);
  }

  @Test
  void aFieldThatTheModelDoesNotHaveIsAnError() {
    JsonNode connect = Manifests.in("strimzi", "KafkaConnect").get(0);
    for (String place :
        List.of("/spec", "/spec/build/plugins/0/artifacts/0", "/spec/template/pod")) {
      ObjectNode slip = connect.deepCopy();
      ((ObjectNode) slip.at(place)).put("replica", 1);
      assertThatThrownBy(() -> Manifests.strictly(slip, KafkaConnect.class))
          .as(place)
          .hasMessageContaining("Unrecognized field \"replica\"");
    }
  }

  /** Renew them with {@code -Dbellwether.docs=write}. */
  @ParameterizedTest
  @EnumSource
  void theConnectorsAreThoseOfTheConfiguration(ConnectorManifests manifests) throws IOException {
    Path file = Manifests.FOLDER.resolve(manifests.file());
    String expected = manifests.render(List.copyOf(shippedConnectors().values()));
    if ("write".equals(System.getProperty("bellwether.docs"))) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file))
        .as(file + " is stale: run mvn test -Dbellwether.docs=write")
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback-analyzer", "trades-analyzer"})
  void theJobsAreThoseOfTheConfiguration(String job) throws IOException {
    JsonNode map =
        Manifests.in("spark", "ConfigMap").stream()
            .filter(each -> each.at("/metadata/name").asText().equals("bellwether-" + job))
            .findFirst()
            .orElseThrow();
    assertThat(JSON.readTree(map.at("/data").path(job + ".json").asText()))
        .isEqualTo(JSON.readTree(CONFIG.resolve(job + ".json").toFile()));
  }

  @ParameterizedTest
  @CsvSource({
    "strimzi, KafkaConnect, /spec/template/connectContainer/env",
    "confluent, Connect, /spec/podTemplate/envVars"
  })
  void everySecretThatAConnectorNamesReachesItsWorker(String folder, String kind, String place)
      throws IOException {
    JsonNode environment = Manifests.in(folder, kind).get(0).at(place);
    Set<String> secrets =
        names(Manifests.in(Manifests.FOLDER.resolve("secrets.yaml")).get(0).at("/stringData"));
    Set<String> given = new TreeSet<>();
    for (JsonNode each : environment) {
      assertThat(each.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo("bellwether-services");
      assertThat(secrets).contains(each.at("/valueFrom/secretKeyRef/key").asText());
      given.add(each.get("name").asText());
    }
    Set<String> named = new TreeSet<>();
    for (JsonNode connector : shippedConnectors().values()) {
      Matcher matcher = ENVIRONMENT.matcher(connector.toString());
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }
    assertThat(given).isEqualTo(named).isEqualTo(secrets);
    assertThat(named).allMatch(Pattern.compile(allowed()).asMatchPredicate());
  }

  @Test
  void theWorkersLetConnectorsReadTheNamesThatTheSampleWorkerDoes() throws IOException {
    String key = "config.providers.env.param.allowlist.pattern";
    assertThat(Manifests.in("strimzi", "KafkaConnect").get(0).at("/spec/config").get(key).asText())
        .isEqualTo(allowed());
    assertThat(Manifests.in("confluent", "Connect").get(0).at("/spec/configOverrides/server"))
        .extracting(JsonNode::asText)
        .contains(key + "=" + allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "strimzi, KafkaConnect, /spec/build/plugins, /artifacts/0/url",
    "confluent, Connect, /spec/build/onDemand/plugins/url, /archivePath"
  })
  void everyPluginHasItsArchive(String folder, String kind, String plugins, String url) {
    Set<String> modules =
        Stream.of(new File("..").list())
            .filter(name -> name.matches("connect-(.*-source|.*-sink)"))
            .map(name -> name.replace("connect-", "bellwether-"))
            .collect(Collectors.toSet());
    Map<String, String> archives = new HashMap<>();
    for (JsonNode each : Manifests.in(folder, kind).get(0).at(plugins)) {
      archives.put(each.get("name").asText(), each.at(url).asText());
    }
    assertThat(archives.keySet()).isEqualTo(modules);
    archives.forEach((name, at) -> assertThat(at).endsWith("/" + name + "-0.1.0.zip"));
  }

  private static Map<String, JsonNode> shippedConnectors() throws IOException {
    Map<String, JsonNode> connectors = new TreeMap<>();
    for (File file : CONFIG.toFile().listFiles((folder, name) -> name.endsWith(".json"))) {
      JsonNode json = JSON.readTree(file);
      if (json.at("/config").has("connector.class")) {
        connectors.put(json.get("name").asText(), json);
      }
    }
    return connectors;
  }

  private static String allowed() throws IOException {
    Properties worker = new Properties();
    try (var in = Files.newInputStream(CONFIG.resolve("worker.properties"))) {
      worker.load(in);
    }
    return worker.getProperty("config.providers.env.param.allowlist.pattern");
  }

  private static Set<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String type(JsonNode document) {
    return document.path("apiVersion").asText() + " " + document.path("kind").asText();
  }
}
