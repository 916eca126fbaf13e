package io.bellwether.testkafka;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import okhttp3.tls.HeldCertificate;

/** A certificate authority for tests, valid for a day. */
final class Certificates {
  private final HeldCertificate authority;

  Certificates(String name) {
    authority = new HeldCertificate.Builder().commonName(name).certificateAuthority(0).build();
  }

  /** A certificate of a server that is reached under this name or address. */
  HeldCertificate server(String host) {
    return new HeldCertificate.Builder()
        .commonName("broker")
        .addSubjectAlternativeName(host)
        .signedBy(authority)
        .build();
  }

  /** What trusts this authority. */
  String pem() {
    return authority.certificatePem();
  }

  /** The certificate with the authority's, as a server shows it. */
  String chain(HeldCertificate certificate) {
    return certificate.certificatePem() + authority.certificatePem();
  }

  /** A client's key and certificate in a PKCS #12 file with this password. */
  void writeClient(String name, Path file, String password) {
    HeldCertificate client =
        new HeldCertificate.Builder().commonName(name).signedBy(authority).build();
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "client",
          client.keyPair().getPrivate(),
          password.toCharArray(),
          new Certificate[] {client.certificate(), authority.certificate()});
      store.store(out, password.toCharArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
