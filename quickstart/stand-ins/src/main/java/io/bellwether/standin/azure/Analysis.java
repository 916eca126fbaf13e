package io.bellwether.standin.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.BreakIterator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** What the service makes of a request that it has let in. */
final class Analysis {
  static final String SENTIMENT = "SentimentAnalysis";
  static final String LANGUAGE = "LanguageDetection";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TEXT_ELEMENTS = 5_120;
  private static final String MODEL = "2022-11-01";

  /** The languages of sentiment analysis, by their first subtag. */
  private static final Set<String> LANGUAGES =
      Set.of(
          ("af sq am ar hy as az eu be bn bs br bg my ca zh hr cs da nl en eo et fil fi fr gl ka"
                  + " de el gu ha he hi hu id ga it ja jv kn kk km ko ku ky lo la lv lt mk mg ms"
                  + " ml mr mn ne no or om ps fa pl pt pa ro ru sa gd sr sd si sk sl so es su sw"
                  + " sv ta te th tr uk ur ug uz vi cy fy xh yi")
              .split(" "));

  private final double badShare;
  private final long seed;

  Analysis(Options options) {
    this.badShare = options.badShare();
    this.seed = options.seed();
  }

  /** The request, or null where it is no JSON object. */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode request = JSON.readTree(body);
      return request != null && request.isObject() ? request : null;
    } catch (JsonProcessingException e) {
      return null;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static JsonNode documents(JsonNode request) {
    return request.path("analysisInput").path("documents");
  }

  /** The answer, with an error for each document that has one. */
  Reply of(JsonNode request) {
    String kind = request.path("kind").asText();
    if (!kind.equals(SENTIMENT) && !kind.equals(LANGUAGE)) {
      return Reply.invalid("InvalidParameterValue", "This kind is not known: " + kind);
    }
    JsonNode documents = documents(request);
    if (!documents.isArray() || documents.isEmpty()) {
      return Reply.invalid("MissingInputDocuments", "There are no documents.");
    }
    int most = kind.equals(SENTIMENT) ? 10 : 1_000;
    if (documents.size() > most) {
      return Reply.invalid("InvalidDocumentBatch", "Too many documents, " + most + " are allowed.");
    }
    ObjectNode body = JSON.createObjectNode();
    body.put("kind", kind + "Results");
    ObjectNode results = body.putObject("results");
    ArrayNode done = results.putArray("documents");
    ArrayNode errors = results.putArray("errors");
    Set<String> ids = new HashSet<>();
    for (JsonNode document : documents) {
      String id = document.path("id").asText();
      String fault =
          ids.add(id) ? fault(kind, document) : "InvalidDocument: The id is there twice.";
      if (fault.isEmpty()) {
        String text = document.path("text").textValue();
        done.add(
            kind.equals(SENTIMENT)
                ? SentimentRule.of(text).document(id, text)
                : LanguageRule.of(text).document(id));
      } else {
        String[] codeAndMessage = fault.split(": ", 2);
        errors.add(
            Reply.documentError(id, "InvalidArgument", codeAndMessage[0], codeAndMessage[1]));
      }
    }
    results.put("modelVersion", MODEL);
    return Reply.ok(body);
  }

  private String fault(String kind, JsonNode document) {
    String text = document.path("text").textValue();
    if (text == null || text.isBlank()) {
      return "InvalidDocument: The document has no text.";
    }
    if (isTooLong(text)) {
      return "InvalidDocument: The document has more than 5120 text elements.";
    }
    String language = document.path("language").asText("");
    String primary = List.of(language.split("[-_]")).get(0).toLowerCase(Locale.ROOT);
    if (kind.equals(SENTIMENT) && !language.isEmpty() && !LANGUAGES.contains(primary)) {
      return "UnsupportedLanguageCode: There is no sentiment in " + language + ".";
    }
    if (kind.equals(SENTIMENT) && isBad(text)) {
      return "InvalidDocument: The document cannot be processed.";
    }
    return "";
  }

  /** Whether this text is one of the bad ones. */
  boolean isBad(String text) {
    return new SplittableRandom(seed * 31 + text.hashCode()).nextDouble() < badShare;
  }

  private static boolean isTooLong(String text) {
    if (text.length() <= MOST_TEXT_ELEMENTS) {
      return false;
    }
    BreakIterator elements = BreakIterator.getCharacterInstance(Locale.ROOT);
    elements.setText(text);
    int count = 0;
    while (elements.next() != BreakIterator.DONE) {
      count++;
    }
    return count > MOST_TEXT_ELEMENTS;
  }
}
