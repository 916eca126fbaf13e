package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef;

/**
 * For the tests of every module with a configuration: its page in docs/configuration is current.
 */
public final class ReferencePage {
  private ReferencePage() {}

  /**
   * Fails when {@code docs/configuration/<file>} is not what the definition renders to; writes it
   * instead when run with {@code -Dbellwether.docs=write}.
   */
  public static void isCurrent(String file, String title, String intro, ConfigDef definition) {
    Path page = Path.of("..", "docs", "configuration", file);
    String expected = ConfigReference.markdown(title, intro, definition);
    try {
      if ("write".equals(System.getProperty("bellwether.docs"))) {
        Files.createDirectories(page.getParent());
        Files.writeString(page, expected);
      }
      assertThat(page)
          .as("stale: run mvn test -Dbellwether.docs=write and commit %s", page)
          .exists()
          .hasContent(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
