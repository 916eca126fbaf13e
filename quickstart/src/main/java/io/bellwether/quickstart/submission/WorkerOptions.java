package io.bellwether.quickstart.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.WorkerAccess;
import io.bellwether.quickstart.stack.WorkerApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine.Option;

/** The options that name a worker and how to be let in. */
final class WorkerOptions {
  private static final String PASSWORD = "CONNECT_PASSWORD";
  private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

  @Option(
      names = "--connect",
      paramLabel = "URL",
      defaultValue = "${env:CONNECT_URL:-http://localhost:8083}",
      description =
          "The REST address of a Connect worker, any of the cluster (default: CONNECT_URL of the"
              + " environment, else http://localhost:8083).")
  private URI url;

  @Option(
      names = "--user",
      paramLabel = "NAME[:PASSWORD]",
      description = "For basic authentication. Without a password that of CONNECT_PASSWORD.")
  private String user;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "Certificates (PEM) to trust instead of Java's own, for https.")
  private Path authorities;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait while the workers rebalance (60).")
  private int patience;

  WorkerApi open() {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new LaunchException(
          url + " is no address of a worker: use --connect http://HOST:8083 or https://HOST:8083.");
    }
    if (user != null
        && url.getScheme().equals("http")
        && !LOOPBACK.matcher(url.getHost()).matches()) {
      throw new LaunchException(
          "A password would go to " + url.getHost() + " in the clear: use https:// in --connect.");
    }
    HttpClient.Builder client = WorkerAccess.client();
    if (authorities != null) {
      client.sslContext(trusting(authorities));
    }
    Duration limit = Duration.ofSeconds(patience);
    return new WorkerApi(
        WorkerAccess.elsewhere(url, authorization(), client.build(), limit), new Watch());
  }

  private Optional<String> authorization() {
    if (user == null) {
      return Optional.empty();
    }
    String both = user;
    if (!user.contains(":")) {
      String password = System.getenv(PASSWORD);
      if (password == null) {
        throw new LaunchException(
            "--user has no password: use NAME:PASSWORD, or set " + PASSWORD + ".");
      }
      both = user + ":" + password;
    }
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
  }

  private static SSLContext trusting(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + number++, each);
      }
      if (number == 0) {
        throw new LaunchException(file + " holds no certificate: --cacert takes a PEM file.");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new LaunchException(
          "Cannot read certificates from " + file + ": --cacert takes a PEM file.", e);
    }
  }
}
