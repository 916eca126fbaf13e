package io.bellwether.connect.slack.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this plugin, from a file that no other jar on the class path has. */
final class Version {
  private static final String FILE = "slack-sink-version.properties";

  private Version() {}

  static String get() {
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
