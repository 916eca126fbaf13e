package io.bellwether.standin.x.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OpenAPI document that requests and answers are held against: the excerpt in {@code
 * contract/x.yaml}, or with {@code -Dbellwether.x.contract=PATH} a whole one, such as X's own.
 */
final class Contract {
  private static final String PROPERTY = "bellwether.x.contract";
  private static final String EXCERPT = "/contract/x.yaml";

  /**
   * X's documents of 2025 still name kinds of problems by its old host, its guides by the new one.
   */
  private static final String OLD_TYPES = "https://api.twitter.com/2/problems/";

  private static final String TYPES = "https://api.x.com/2/problems/";
  private static final String NO_SUCH_PATH = "validation.request.path.missing";

  /** Reading a document takes seconds, so it is read once. */
  private static final Contract CONTRACT = read();

  private final OpenApiInteractionValidator validator;

  private Contract(String document, boolean whole) {
    LevelResolver.Builder levels =
        LevelResolver.create()
            .withLevel(
                "validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR);
    if (whole) {
      // X's document leaves every object open, so that fields may be added; it has no token path.
      levels
          .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
          .withLevel(NO_SUCH_PATH, ValidationReport.Level.IGNORE);
    }
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(document)
            .withLevelResolver(levels.build())
            .build();
  }

  static Contract get() {
    return CONTRACT;
  }

  private static Contract read() {
    String path = System.getProperty(PROPERTY, "");
    try {
      if (!path.isEmpty()) {
        return new Contract(Files.readString(Path.of(path)).replace(OLD_TYPES, TYPES), true);
      }
      try (InputStream excerpt = Contract.class.getResourceAsStream(EXCERPT)) {
        return new Contract(new String(excerpt.readAllBytes(), StandardCharsets.UTF_8), false);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<String> wrong(SimpleRequest request, SimpleResponse response) {
    return messages(validator.validate(request, response));
  }

  List<String> wrong(SimpleRequest request) {
    return messages(validator.validateRequest(request));
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(each -> each.getLevel() == ValidationReport.Level.ERROR)
        .flatMap(Contract::withNested)
        .toList();
  }

  private static Stream<String> withNested(ValidationReport.Message message) {
    String own = message.getKey() + ": " + message.getMessage() + " " + message.getAdditionalInfo();
    return Stream.concat(
        Stream.of(own), message.getNestedMessages().stream().flatMap(Contract::withNested));
  }
}
