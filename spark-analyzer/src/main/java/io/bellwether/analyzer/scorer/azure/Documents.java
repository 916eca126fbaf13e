package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents as calls have them. */
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** 1 MB is allowed; the difference is for what surrounds the documents. */
  private static final int MOST_BYTES = 900_000;

  private static final int BYTES_AROUND_A_TEXT = 100;

  private Documents() {}

  /** Something to send, whole. */
  record Document(String text, Optional<String> language) {}

  /** In calls of so many documents, and of so many bytes, at most; in their order. */
  static List<List<Document>> calls(List<Document> documents, int most) {
    List<List<Document>> calls = new ArrayList<>();
    List<Document> call = new ArrayList<>();
    int bytes = 0;
    for (Document document : documents) {
      int size = size(document.text());
      if (!call.isEmpty() && (call.size() == most || bytes + size > MOST_BYTES)) {
        calls.add(call);
        call = new ArrayList<>();
        bytes = 0;
      }
      call.add(document);
      bytes += size;
    }
    if (!call.isEmpty()) {
      calls.add(call);
    }
    return calls;
  }

  /** The body of a call; a document's id is its place in the list. */
  static byte[] body(Kind kind, String modelVersion, List<Document> documents) {
    ObjectNode body = JSON.createObjectNode().put("kind", kind.word());
    body.putObject("parameters").put("modelVersion", modelVersion);
    ArrayNode array = body.putObject("analysisInput").putArray("documents");
    for (int i = 0; i < documents.size(); i++) {
      ObjectNode document = array.addObject().put("id", Integer.toString(i));
      documents.get(i).language().ifPresent(code -> document.put("language", code));
      document.put("text", wellFormed(documents.get(i).text()));
    }
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON values is always written", e);
    }
  }

  /** For each document of a call its result, or its error, or nothing if the answer forgot it. */
  static List<Optional<JsonNode>> answers(JsonNode results, int documents) {
    List<Optional<JsonNode>> answers = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      answers.add(Optional.empty());
    }
    for (JsonNode group : List.of(results.path("documents"), results.path("errors"))) {
      for (JsonNode answer : group) {
        String id = answer.path("id").asText();
        if (id.matches("\\d{1,4}") && Integer.parseInt(id) < documents) {
          answers.set(Integer.parseInt(id), Optional.of(answer));
        }
      }
    }
    return answers;
  }

  // Half a surrogate pair is no character: no writer of UTF-8 takes it.
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
      }
    }
    return text;
  }

  // In JSON and UTF-8: three bytes a character at most, six for a control character.
  private static int size(String text) {
    int bytes = BYTES_AROUND_A_TEXT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x20 ? 6 : c < 0x80 ? 2 : 3;
    }
    return bytes;
  }
}
