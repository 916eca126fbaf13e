package io.bellwether.analyzer.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/**
 * What is wrong with a log-in or with TLS, in words: key, reason, remedy. Never quotes a setting
 * that can hold a secret.
 */
final class ConnectionFaults {
  private static final Pattern KAFKAS =
      Pattern.compile("org\\.apache\\.kafka\\.common\\.errors\\.\\w*AuthenticationException");

  private final Connection connection;
  private final List<Throwable> chain;

  private ConnectionFaults(Throwable failure, Connection connection) {
    this.connection = connection;
    this.chain = ExceptionUtils.getThrowableList(failure);
  }

  /** Empty where the failure has nothing to do with who may connect. */
  static Optional<String> refused(Throwable failure, Connection connection) {
    return new ConnectionFaults(failure, connection).refused();
  }

  /** The same for a failure that may have come from anywhere else, such as a scorer's service. */
  static Optional<String> refusedByKafka(Throwable failure, Connection connection) {
    ConnectionFaults faults = new ConnectionFaults(failure, connection);
    return faults.first(ConnectionFaults::isKafkas).flatMap(one -> faults.refused());
  }

  /** Why no client can be made at all. */
  static String noClient(Throwable failure, Connection connection) {
    return new ConnectionFaults(failure, connection).noClient();
  }

  private Optional<String> refused() {
    return Stream.<Optional<String>>of(wrongHost(), expired(), untrusted(), noTls(), noClientKey())
        .flatMap(Optional::stream)
        .findFirst()
        .or(this::mechanism)
        .or(this::tls)
        .or(this::login);
  }

  // The words are those of the JDK's TLS: it has no exceptions of its own for these.
  private Optional<String> wrongHost() {
    return said("No subject alternative", "No name matching")
        .map(
            reason ->
                key(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                    + ": the certificate of "
                    + connection.brokers()
                    + " is for another host: "
                    + reason
                    + ". Use a name that the certificate has, or have one made with this name;"
                    + " switching the check off would let anybody listen.");
  }

  private Optional<String> expired() {
    return said("validity check failed", "NotAfter", "NotBefore")
        .map(
            reason ->
                key(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                    + ": the certificate of "
                    + connection.brokers()
                    + " is not valid now: "
                    + reason
                    + ". Have it renewed, or correct this machine's clock.");
  }

  private Optional<String> untrusted() {
    return said("PKIX path", "valid certification path", "Path does not chain")
        .map(
            reason ->
                key(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG)
                    + ": the certificate of "
                    + connection.brokers()
                    + " comes from an authority that is not trusted here. Name the file with the"
                    + " authority's certificate, with "
                    + key(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG)
                    + "=PEM if it begins with BEGIN CERTIFICATE.");
  }

  private Optional<String> noTls() {
    return said("Unsupported or unrecognized SSL message")
        .map(
            reason ->
                key(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                    + ": "
                    + connection.brokers()
                    + " does not speak TLS, but "
                    + connection.protocol()
                    + " is set. Correct it, or the port in "
                    + key(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                    + ".");
  }

  private Optional<String> noClientKey() {
    return said("certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca")
        .map(
            reason ->
                key(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)
                    + ": "
                    + connection.brokers()
                    + " asks for a certificate of the client and "
                    + (connection.has(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)
                        ? "refuses this one. Name one of an authority that the brokers trust."
                        : "none is set. Name the file with key and certificate."));
  }

  private Optional<String> mechanism() {
    return first(UnsupportedSaslMechanismException.class::isInstance)
        .map(
            cause ->
                key(SaslConfigs.SASL_MECHANISM)
                    + ": "
                    + reason(cause)
                    + ". Set one that the brokers have, with its login module in "
                    + key(SaslConfigs.SASL_JAAS_CONFIG)
                    + ".");
  }

  private Optional<String> tls() {
    return first(SslAuthenticationException.class::isInstance)
        .map(
            cause ->
                key(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                    + ": TLS with "
                    + connection.brokers()
                    + " does not come about: "
                    + reason(chain.get(chain.size() - 1))
                    + ". Correct the ssl.* keys, or the port.");
  }

  private Optional<String> login() {
    return first(ConnectionFaults::isKafkas)
        .map(
            cause ->
                key(SaslConfigs.SASL_JAAS_CONFIG)
                    + ": the brokers refuse the login. Correct the name or the password in it, and"
                    + " look whether "
                    + key(SaslConfigs.SASL_MECHANISM)
                    + "="
                    + connection.text(
                        SaslConfigs.SASL_MECHANISM, SaslConfigs.DEFAULT_SASL_MECHANISM)
                    + " is what they have this user for.");
  }

  private String noClient() {
    Optional<String> store =
        first(one -> String.valueOf(one.getMessage()).contains("SSL keystore")).map(this::store);
    if (store.isPresent()) {
      return store.get();
    }
    boolean asksForLogin = connection.protocol().startsWith("SASL");
    if (asksForLogin && !connection.has(SaslConfigs.SASL_JAAS_CONFIG)) {
      return key(SaslConfigs.SASL_JAAS_CONFIG)
          + ": missing, and "
          + connection.protocol()
          + " needs a login. Set the login module with name and password, taken from the"
          + " environment: ${env:NAME}.";
    }
    // Where there is a login, the cause could quote a part of it.
    return key(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
        + ": no client can be made: "
        + (connection.has(SaslConfigs.SASL_JAAS_CONFIG)
            ? "look at " + key(SaslConfigs.SASL_JAAS_CONFIG) + " first"
            : reason(chain.get(Math.min(1, chain.size() - 1))))
        + ". Correct the kafka.* keys.";
  }

  // Kafka calls both stores so; its words hold the path, never the password.
  private String store(Throwable cause) {
    String trusted = connection.text(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, "");
    boolean isTrust = !trusted.isEmpty() && cause.getMessage().contains(trusted);
    Throwable root = chain.get(chain.size() - 1);
    return key(
            isTrust
                ? SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG
                : SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)
        + ": the file cannot be used: "
        + root.getClass().getSimpleName()
        + ", "
        + reason(root)
        + ". Correct the path, the type (JKS unless "
        + key(isTrust ? SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG : SslConfigs.SSL_KEYSTORE_TYPE_CONFIG)
        + " says otherwise) or the password.";
  }

  // Spark hands some failures on as text.
  private static boolean isKafkas(Throwable one) {
    return one instanceof AuthenticationException
        || KAFKAS.matcher(String.valueOf(one.getMessage())).find();
  }

  private String key(String name) {
    return connection.key(name);
  }

  private Optional<String> said(String... words) {
    return first(
            one ->
                Stream.of(words).anyMatch(word -> String.valueOf(one.getMessage()).contains(word)))
        .map(one -> reason(chain.get(chain.size() - 1)));
  }

  private Optional<Throwable> first(Predicate<Throwable> condition) {
    return chain.stream().filter(condition).findFirst();
  }

  private static String reason(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
