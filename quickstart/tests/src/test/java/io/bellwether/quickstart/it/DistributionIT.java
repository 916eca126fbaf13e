package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people unpack. */
class DistributionIT {
  private static final Path HOME = Path.of(System.getProperty("bellwether.home")).normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s:]+)(#[^)]*)?\\)");
  private static final Pattern DEPLOYED = Pattern.compile("\\bdeploy/[\\w/.-]*\\w");

  @Test
  void whatItsDocumentsLeadToIsInIt() throws IOException {
    List<Path> documents;
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      documents =
          Stream.concat(
                  docs, Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(HOME::resolve))
              .filter(path -> path.toString().endsWith(".md"))
              .toList();
    }
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Path document : documents) {
      String text = Files.readString(document);
      List<Path> wanted = new ArrayList<>();
      for (Matcher link = LINK.matcher(text); link.find(); ) {
        wanted.add(document.resolveSibling(link.group(1)).normalize());
      }
      for (Matcher name = DEPLOYED.matcher(text); name.find(); ) {
        wanted.add(HOME.resolve(name.group()));
      }
      seen += wanted.size();
      wanted.stream()
          .filter(path -> !path.startsWith(HOME) || !Files.exists(path))
          .forEach(path -> missing.add(HOME.relativize(document) + " -> " + path));
    }
    assertThat(seen).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }
}
