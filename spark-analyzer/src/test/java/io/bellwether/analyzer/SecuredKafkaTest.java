package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.config.KafkaCheck;
import io.bellwether.testkafka.EmbeddedBroker;
import io.bellwether.testkafka.SecuredBroker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of {@code config/secured/} against a broker that asks for TLS and a log-in. */
class SecuredKafkaTest {
  private static final Path CONFIG = Path.of("..", "config");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PATIENT = List.of("trigger=available-now");

  @TempDir static Path files;
  private static SecuredBroker kafka;
  private static TestTopics topics;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws IOException {
    kafka = SecuredBroker.start(files);
    topics = new TestTopics(new TestBroker(kafka.bootstrap(EmbeddedBroker.INTERNAL)), 1);
    topics.send("e1", "{\"event_id\":\"e1:0\",\"text\":\"awful\"}");
    Files.writeString(
        files.resolve("secrets.properties"),
        "KAFKA_PASSWORD=%s\nKAFKA_STORE_PASSWORD=%s\nKAFKA_CONNECTION_STRING=%s\nWRONG=guessed\n"
            .formatted(
                SecuredBroker.SCRAM_PASSWORD,
                SecuredBroker.STORE_PASSWORD,
                SecuredBroker.CONNECTION_STRING));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @CsvSource({"scram,SASL", "event-hubs,SASL", "mutual-tls,MUTUAL"})
  void theSampleReadsAndWritesAndNoSecretIsSeenAnywhere(String sample, String listener)
      throws Exception {
    int before = topics.outputs().size();
    Path events = Files.createDirectory(folder.resolve("events"));
    try (SecretTrap trap = new SecretTrap(SecuredBroker.secrets()).open()) {
      List<String> more = new ArrayList<>(PATIENT);
      more.add("spark.eventLog.enabled=true");
      more.add("spark.eventLog.dir=" + events.toUri());
      assertThat(run(sample, listener, more)).as(err.toString(UTF_8)).isZero();

      assertThat(trap.masked()).as("settings logged with their secrets masked").isPositive();
      assertThat(trap.caught()).isEmpty();
    }
    assertThat(topics.outputs()).hasSize(before + 1);
    // What Spark's UI shows, the checkpoint, and what the user sees.
    assertThat(Stream.of(events.toFile().listFiles())).isNotEmpty();
    assertNoSecretIn(folder);
    assertThat(out.toString(UTF_8) + err.toString(UTF_8))
        .doesNotContain(SecuredBroker.secrets().toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scram", "event-hubs", "mutual-tls"})
  void beyondTheConnectionTheSampleIsTheFeedbackJob(String sample) throws IOException {
    Map<String, String> plain = config(CONFIG.resolve("feedback-analyzer.json"));
    Map<String, String> secured = config(sample(sample));
    assertThat(secured.keySet()).containsAll(plain.keySet());
    plain.forEach(
        (key, value) -> {
          if (!key.startsWith("kafka.") && !key.equals("sink.kafka.compression.type")) {
            assertThat(secured).containsEntry(key, value);
          }
        });
  }

  @Test
  void aWrongPasswordEndsTheJobWithKeyAndRemedy() throws Exception {
    String guessed = secret("scram", "kafka.sasl.jaas.config").replace("KAFKA_PASSWORD", "WRONG");
    List<String> more = List.of("kafka.sasl.jaas.config=" + guessed);
    assertThat(run("scram", "SASL", more)).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("kafka.sasl.jaas.config: the brokers refuse the login. Correct the name or")
        .contains("kafka.sasl.mechanism=SCRAM-SHA-512")
        .doesNotContain("guessed");
  }

  @Test
  void theTwoSidesHaveTheirOwnLogin() throws Exception {
    String guessed = secret("scram", "kafka.sasl.jaas.config").replace("KAFKA_PASSWORD", "WRONG");
    assertThat(faults("scram", "SASL", Map.of("sink.kafka.sasl.jaas.config", guessed)))
        .singleElement()
        .asString()
        .startsWith("sink.kafka.sasl.jaas.config: the brokers refuse the login.");
  }

  @Test
  void anAuthorityThatIsNotTrustedIsRefused() throws Exception {
    String other = kafka.otherAuthority().toString();
    assertThat(faults("scram", "SASL", Map.of("kafka.ssl.truststore.location", other)))
        .singleElement()
        .asString()
        .startsWith("kafka.ssl.truststore.location: the certificate of 127.0.0.1:")
        .contains("authority that is not trusted", "kafka.ssl.truststore.type=PEM");
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    assertThat(faults("scram", "ELSEWHERE", Map.of()))
        .singleElement()
        .asString()
        .startsWith("kafka.bootstrap.servers: the certificate of 127.0.0.1:")
        .contains("is for another host", "Use a name that the certificate has");
  }

  @Test
  void brokersThatAskForACertificateSaySo() throws Exception {
    Map<String, String> config = mapped("mutual-tls", "MUTUAL");
    config.keySet().removeIf(key -> key.startsWith("kafka.ssl.key"));
    assertThat(faults(config))
        .singleElement()
        .asString()
        .startsWith("kafka.ssl.keystore.location: 127.0.0.1:")
        .contains("asks for a certificate of the client and none is set");
  }

  @ParameterizedTest
  @CsvSource({"PLAINTEXT,SASL", "SSL,INTERNAL", "SASL_PLAINTEXT,MUTUAL"})
  void theWrongProtocolIsNamed(String protocol, String listener) throws Exception {
    assertThat(faults("scram", listener, Map.of("kafka.security.protocol", protocol)))
        .singleElement()
        .asString()
        .startsWith("kafka.security.protocol: ")
        .contains(protocol, kafka.bootstrap(listener), "kafka.bootstrap.servers");
  }

  @Test
  void aMechanismThatTheBrokersDoNotHaveIsNamed() throws Exception {
    assertThat(faults("scram", "SASL", Map.of("kafka.sasl.mechanism", "SCRAM-SHA-256")))
        .singleElement()
        .asString()
        .startsWith("kafka.sasl.mechanism: ")
        .contains("SCRAM-SHA-512", "PLAIN");
  }

  @Test
  void aStoreThatCannotBeReadIsNamedWithoutItsPassword() throws Exception {
    assertThat(faults("scram", "SASL", Map.of("kafka.ssl.truststore.location", "/no/such.pem")))
        .singleElement()
        .asString()
        .startsWith("kafka.ssl.truststore.location: the file cannot be used: ")
        .contains("/no/such.pem");
    assertThat(
            faults("mutual-tls", "MUTUAL", Map.of("kafka.ssl.keystore.password", "hunter2hunter2")))
        .singleElement()
        .asString()
        .startsWith("kafka.ssl.keystore.location: the file cannot be used: ")
        .contains("password")
        .doesNotContain("hunter2");
  }

  @Test
  void aLoginThatIsMissingIsAskedFor() throws Exception {
    Map<String, String> config = mapped("scram", "SASL");
    config.remove("kafka.sasl.jaas.config");
    assertThat(faults(config))
        .singleElement()
        .asString()
        .startsWith("kafka.sasl.jaas.config: missing, and SASL_SSL needs a login.");
  }

  @Test
  void aJobThatIsRefusedLaterSaysTheSameAndOthersFailuresAreTheirOwn() throws Exception {
    AnalyzerConfig config = Jobs.check(new JobFile("t", mapped("scram", "SASL")));
    Throwable asSparkTellsIt =
        new IllegalStateException(
            "Lost task 0.0: org.apache.kafka.common.errors.SaslAuthenticationException: no");
    assertThat(JobFailedException.of(asSparkTellsIt, config))
        .hasMessageStartingWith(
            "bellwether-analyzer failed: kafka.sasl.jaas.config: the brokers refuse the login.");
    Throwable ofAScorer = new SSLHandshakeException("PKIX path building failed");
    assertThat(JobFailedException.of(ofAScorer, config))
        .hasMessageStartingWith("bellwether-analyzer failed: SSLHandshakeException: PKIX");
  }

  private static List<String> faults(String sample, String listener, Map<String, String> more)
      throws Exception {
    Map<String, String> config = mapped(sample, listener);
    config.putAll(more);
    return faults(config);
  }

  private static List<String> faults(Map<String, String> config) throws Exception {
    config.put("check.timeout.ms", "2000");
    return KafkaCheck.ask(Jobs.check(new JobFile("t", config))).faults();
  }

  private int run(String sample, String listener, List<String> more) throws IOException {
    Path file = folder.resolve("job.json");
    ObjectNode job = JSON.createObjectNode().put("name", "t");
    mapped(sample, listener).forEach(job.putObject("config")::put);
    Files.writeString(file, JSON.writeValueAsString(job));
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.add("checkpoint.location=" + folder.resolve("checkpoint"));
    arguments.addAll(more);
    return Analyzer.run(arguments, stream(out), stream(err));
  }

  /** The sample with this broker's address and files; secrets come from a file. */
  private static Map<String, String> mapped(String sample, String listener) throws IOException {
    Map<String, String> config = config(sample(sample));
    config.replaceAll((key, value) -> referred(value));
    config.putIfAbsent("kafka.ssl.truststore.type", "PEM");
    config.putAll(topics.config());
    config.put("kafka.bootstrap.servers", kafka.bootstrap(listener));
    config.put("kafka.ssl.truststore.location", kafka.authority().toString());
    config.computeIfPresent(
        "kafka.ssl.keystore.location", (key, value) -> kafka.client().toString());
    return config;
  }

  private static String secret(String sample, String key) throws IOException {
    return referred(config(sample(sample)).get(key));
  }

  private static String referred(String value) {
    return value.replace("${env:", "${file:" + files.resolve("secrets.properties") + ":");
  }

  private static Path sample(String name) {
    return CONFIG.resolve("secured").resolve("feedback-analyzer-" + name + ".json");
  }

  private static Map<String, String> config(Path file) throws IOException {
    Map<String, String> config = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each :
        JSON.readTree(file.toFile()).get("config").properties()) {
      config.put(each.getKey(), each.getValue().asText());
    }
    return config;
  }

  private static void assertNoSecretIn(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).toList();
    }
    for (Path each : all) {
      String text = Files.readString(each, ISO_8859_1);
      assertThat(SecuredBroker.secrets().stream().filter(text::contains).count())
          .as("secrets in " + each)
          .isZero();
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}
