package io.bellwether.quickstart.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents of {@code deploy/kubernetes}. */
final class Manifests {
  static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

  private static final YAMLMapper PLAIN = new YAMLMapper();

  /** Reads a model without the place where it would keep what it does not know. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }

                @Override
                public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                    MapperConfig<?> config, Annotated annotated) {
                  return JsonIgnoreProperties.Value.empty();
                }
              })
          .build();

  private Manifests() {}

  /** All documents below a folder, in the order of their files. */
  static List<JsonNode> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of a kind. */
  static List<JsonNode> in(String folder, String kind) {
    return in(FOLDER.resolve(folder)).stream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .toList();
  }

  private static List<JsonNode> of(Path file) {
    try {
      return PLAIN
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(PLAIN.getFactory().createParser(file.toFile()))
          .readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** As its operator's model has it; a field that the model does not have is an error. */
  static <T> T strictly(JsonNode document, Class<T> model) throws IOException {
    return STRICT.treeToValue(document, model);
  }
}
