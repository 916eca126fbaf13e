package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.benchmarks.load.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Message by message, as a notebook does it: a connection, a call for the language, a call for the
 * sentiment, the next message.
 */
final class OneByOne {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS_PER_SECOND = 1e9;

  private OneByOne() {}

  static Rate run(URI endpoint, String key, long seed, int messages) {
    URI uri = endpoint.resolve("language/:analyze-text?api-version=2023-04-01");
    Texts texts = new Texts(seed);
    long begin = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      String text = texts.next(i);
      call(uri, key, "LanguageDetection", text, "keep-alive");
      call(uri, key, "SentimentAnalysis", text, "close");
    }
    double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    return Rate.of("one by one", messages, seconds);
  }

  private static void call(URI uri, String key, String kind, String text, String connection) {
    ObjectNode body = JSON.createObjectNode().put("kind", kind);
    body.putObject("analysisInput")
        .putArray("documents")
        .addObject()
        .put("id", "0")
        .put("text", text);
    try {
      HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection();
      http.setRequestProperty("Ocp-Apim-Subscription-Key", key);
      http.setRequestProperty("Content-Type", "application/json");
      http.setRequestProperty("Connection", connection);
      http.setDoOutput(true);
      http.getOutputStream().write(JSON.writeValueAsBytes(body));
      JSON.readTree(http.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
