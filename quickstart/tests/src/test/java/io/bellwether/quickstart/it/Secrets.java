package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds Slack tokens where none may be. */
final class Secrets {
  private static final Pattern TOKEN = Pattern.compile("xox[bp]-|xapp-");

  private Secrets() {}

  static void assertNoneIn(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertNoneIn(file.toString(), Files.readString(file));
    }
  }

  static void assertNoneIn(String where, String text) {
    // Not the text itself in the message: it would repeat the secret.
    assertThat(TOKEN.matcher(text).find()).as("a token in " + where).isFalse();
  }
}
