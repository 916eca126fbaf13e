package io.bellwether.connect.http;

import java.io.IOException;

/** A redirect or a link leads away from the configured server. */
final class ForeignOriginException extends IOException {
  private static final long serialVersionUID = 1L;

  ForeignOriginException(String host) {
    super("it sends us to " + host + ", which is not the configured server");
  }
}
