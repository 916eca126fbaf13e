package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.analyzer.scorer.azure.Outcome.Ok;
import io.bellwether.analyzer.scorer.azure.Outcome.Reject;
import io.bellwether.analyzer.scorer.azure.Outcome.Retry;
import io.bellwether.config.Printable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code POST {endpoint}/language/:analyze-text}, and what its answers mean. Redirections are not
 * followed: the key goes to the configured endpoint and nowhere else. Follows "Analyze Text" of the
 * Azure AI Language REST reference.
 */
final class AzureApi {
  private static final ObjectReader JSON = new ObjectMapper().reader();

  /** Ten documents of the greatest length come back whole, with a score for each sentence. */
  private static final int MOST_ANSWER_BYTES = 8_000_000;

  /** What a 400 says of the documents; anything else it says concerns every call. */
  private static final Set<String> ABOUT_DOCUMENTS =
      Set.of(
          "InvalidDocument",
          "InvalidDocumentBatch",
          "InvalidRequestBodyFormat",
          "EmptyRequest",
          "MissingInputDocuments",
          "UnsupportedLanguageCode");

  private final HttpClient client;
  private final AzureSettings settings;
  private final URI uri;

  AzureApi(AzureSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
    this.uri = settings.analyzeText();
  }

  /** Makes one call; it takes no longer than the time-out. */
  Outcome call(byte[] body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Ocp-Apim-Subscription-Key", settings.key())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(MOST_ANSWER_BYTES));
    try {
      // The request's own time-out would end with the headers, and a body may never end.
      HttpResponse<byte[]> whole = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return meaning(whole.statusCode(), whole.headers(), withoutKey(whole.body()));
    } catch (ExecutionException e) {
      String kind = e.getCause().getClass().getSimpleName();
      String message = Optional.ofNullable(e.getCause().getMessage()).orElse("");
      return new Retry(Printable.of(kind + ": " + message), Optional.empty(), false);
    } catch (TimeoutException e) {
      return new Retry(
          "no answer within " + settings.timeout().toMillis() + " ms", Optional.empty(), false);
    } finally {
      answer.cancel(true);
    }
  }

  /** What the answer may echo of the key is blotted out before anybody reads it. */
  private byte[] withoutKey(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.contains(settings.key())
        ? text.replace(settings.key(), "[secret]").getBytes(StandardCharsets.UTF_8)
        : body;
  }

  private static Outcome meaning(int status, HttpHeaders headers, byte[] body) {
    if (status == 200) {
      return read(body);
    }
    String said = "HTTP " + status + error(body);
    if (status == 429 || status == 408 || status >= 500) {
      return new Retry(said, RetryAfter.of(headers), status == 429);
    }
    if (status == 401 || status == 403) {
      return new Reject(said + ". Correct the key: it must be one of this endpoint", true);
    }
    if (status == 413 || (status == 400 && ABOUT_DOCUMENTS.contains(innerCode(body)))) {
      return new Reject(said, false);
    }
    return new Reject(said + ". Correct endpoint, api.version and model.version", true);
  }

  private static Outcome read(byte[] body) {
    JsonNode results = tree(body).path("results");
    if (results.path("documents").isArray() && results.path("errors").isArray()) {
      return new Ok(results);
    }
    return new Retry("an answer that is none", Optional.empty(), false);
  }

  private static String error(byte[] body) {
    JsonNode error = tree(body).path("error");
    JsonNode inner = error.path("innererror");
    String code = inner.path("code").asText(error.path("code").asText(""));
    String message = inner.path("message").asText(error.path("message").asText(""));
    String said = Printable.of((code + " " + message).strip());
    return said.isEmpty() ? "" : ", " + said.substring(0, Math.min(said.length(), 300));
  }

  private static String innerCode(byte[] body) {
    return tree(body).path("error").path("innererror").path("code").asText();
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
