package io.bellwether.testkafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;

/**
 * A broker that asks for TLS and a log-in, with certificates of an authority made for it. Clients
 * get no further with what is not valid here.
 */
public final class SecuredBroker implements AutoCloseable {
  /** SASL_SSL with PLAIN and SCRAM-SHA-512. */
  public static final String SASL = "SASL";

  /** TLS where the client shows a certificate as well. */
  public static final String MUTUAL = "MUTUAL";

  /** SASL_SSL with a certificate of the right authority for another host. */
  public static final String ELSEWHERE = "ELSEWHERE";

  /** Has the shape of the one that Event Hubs gives; the user's name there is $ConnectionString. */
  public static final String CONNECTION_STRING =
      "Endpoint=sb://canary.servicebus.windows.net/;SharedAccessKeyName=bellwether;"
          + "SharedAccessKey=canary/PlainKey+0123456789=";

  public static final String SCRAM_USER = "bellwether";
  public static final String SCRAM_PASSWORD = "canary-scram-password";
  public static final String STORE_PASSWORD = "canary-store-password";

  private final EmbeddedBroker broker;
  private final Path folder;

  private SecuredBroker(EmbeddedBroker broker, Path folder) {
    this.broker = broker;
    this.folder = folder;
  }

  /** Starts one and writes the files that its clients need into a folder. */
  public static SecuredBroker start(Path folder) {
    Certificates authority = new Certificates("bellwether test authority");
    try {
      Files.writeString(folder.resolve("ca.pem"), authority.pem());
      Files.writeString(folder.resolve("other-ca.pem"), new Certificates("somebody else").pem());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    authority.writeClient("bellwether", folder.resolve("client.p12"), STORE_PASSWORD);
    Map<String, String> settings = new HashMap<>();
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.certificates", authority.pem());
    show("", authority, authority.server("127.0.0.1"), settings);
    show("listener.name.elsewhere.", authority, authority.server("kafka.example"), settings);
    settings.put("listener.name.mutual.ssl.client.auth", "required");
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    for (String listener : List.of("sasl", "elsewhere")) {
      settings.put(
          "listener.name." + listener + ".plain.sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required user_$ConnectionString=\""
              + CONNECTION_STRING
              + "\";");
      settings.put(
          "listener.name." + listener + ".scram-sha-512.sasl.jaas.config",
          "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            Map.of(SASL, "SASL_SSL", ELSEWHERE, "SASL_SSL", MUTUAL, "SSL"),
            settings,
            List.of(
                "--add-scram",
                "SCRAM-SHA-512=[name=" + SCRAM_USER + ",password=" + SCRAM_PASSWORD + "]"));
    return new SecuredBroker(broker, folder);
  }

  private static void show(
      String prefix,
      Certificates authority,
      HeldCertificate certificate,
      Map<String, String> settings) {
    settings.put(prefix + "ssl.keystore.type", "PEM");
    settings.put(prefix + "ssl.keystore.certificate.chain", authority.chain(certificate));
    settings.put(prefix + "ssl.keystore.key", certificate.privateKeyPkcs8Pem());
  }

  /** What clients of a listener connect to. */
  public String bootstrap(String listener) {
    return broker.bootstrap(listener);
  }

  /** The certificate of the authority: what clients have to trust. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** That of an authority which has nothing to do with this broker. */
  public Path otherAuthority() {
    return folder.resolve("other-ca.pem");
  }

  /** A client's certificate and key, PKCS #12, with {@link #STORE_PASSWORD}. */
  public Path client() {
    return folder.resolve("client.p12");
  }

  /** Every secret of this broker's clients. */
  public static List<String> secrets() {
    return List.of("canary/PlainKey+0123456789", SCRAM_PASSWORD, STORE_PASSWORD);
  }

  @Override
  public void close() {
    broker.close();
  }
}
