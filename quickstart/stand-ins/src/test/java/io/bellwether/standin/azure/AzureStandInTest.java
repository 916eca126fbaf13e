package io.bellwether.standin.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.TickableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureStandInTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "language/:analyze-text?api-version=2023-04-01";

  private final HttpClient client = HttpClient.newHttpClient();
  private final TickableClock clock = new TickableClock();
  private final AzureStandIn azure =
      AzureStandIn.start(
          Options.defaults()
              .withAnswerTime(Duration.ZERO)
              .withClock(clock)
              .withLimits(3, 4)
              .withBadDocuments(1, 0.5));

  @AfterEach
  void stop() {
    azure.close();
  }

  @Test
  void sentimentHasScoresThatAddUpToOne() throws Exception {
    String text = good("The portal is great but slow ");
    JsonNode document = answer("SentimentAnalysis", List.of(text)).at("/results/documents/0");
    assertThat(document.path("id").asText()).isEqualTo("0");
    assertThat(document.path("sentiment").asText()).isEqualTo("mixed");
    double sum = 0;
    for (JsonNode score : document.path("confidenceScores")) {
      sum += score.asDouble();
    }
    assertThat(sum).isEqualTo(1);
  }

  @Test
  void languagesAreTold() throws Exception {
    List<String> texts = List.of("Das Portal ist kaputt", "ポータルが遅い", "👍", "it is fine");
    JsonNode documents = answer("LanguageDetection", texts).at("/results/documents");
    assertThat(documents.findValuesAsText("iso6391Name"))
        .containsExactly("de", "ja", "(Unknown)", "en");
  }

  @Test
  void aDocumentCanHaveAnErrorOfItsOwn() throws Exception {
    List<String> texts = List.of(good("it is fine "), "", "x".repeat(5_121));
    JsonNode results = answer("SentimentAnalysis", texts).path("results");
    assertThat(results.path("documents")).hasSize(1);
    assertThat(results.path("errors").findValuesAsText("id")).containsExactly("1", "2");
    assertThat(results.at("/errors/0/error/innererror/code").asText()).isEqualTo("InvalidDocument");
  }

  @Test
  void tooManyDocumentsAreRefusedAsAWhole() throws Exception {
    HttpResponse<String> eleven = post("SentimentAnalysis", Collections.nCopies(11, "x"));
    assertThat(eleven.statusCode()).isEqualTo(400);
    assertThat(eleven.body()).contains("InvalidDocumentBatch");
    assertThat(post("LanguageDetection", Collections.nCopies(1_000, "x")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theTierLimitsEachKindOfCall() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post("SentimentAnalysis", List.of("x")).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> fourth = post("SentimentAnalysis", List.of("x"));
    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(fourth.headers().firstValue("Retry-After")).contains("1");
    assertThat(post("LanguageDetection", List.of("x")).statusCode()).isEqualTo(200);

    clock.move(Duration.ofSeconds(1));
    assertThat(post("SentimentAnalysis", List.of("x")).statusCode()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    HttpResponse<String> inTheSameMinute = post("SentimentAnalysis", List.of("x"));
    assertThat(inTheSameMinute.statusCode()).isEqualTo(429);
    assertThat(inTheSameMinute.headers().firstValue("Retry-After")).contains("58");
  }

  @Test
  void aWrongKeyAndAWrongPathAreRefused() throws Exception {
    assertThat(post("wrong", PATH, "{}").statusCode()).isEqualTo(401);
    assertThat(post(Options.DEFAULT_KEY, "language/:analyze-text", "{}").statusCode())
        .isEqualTo(404);
    assertThat(post(Options.DEFAULT_KEY, PATH, "nonsense").statusCode()).isEqualTo(400);
    assertThat(post(Options.DEFAULT_KEY, PATH, "\"" + "x".repeat(1_000_000) + "\"").statusCode())
        .isEqualTo(413);
  }

  /** One that the stand-in does not call bad. */
  private String good(String beginning) {
    int i = 0;
    while (azure.isBad(beginning + i)) {
      i++;
    }
    return beginning + i;
  }

  private JsonNode answer(String kind, List<String> texts) throws Exception {
    HttpResponse<String> response = post(kind, texts);
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> post(String kind, List<String> texts) throws Exception {
    ObjectNode body = JSON.createObjectNode().put("kind", kind);
    ArrayNode documents = body.putObject("analysisInput").putArray("documents");
    for (int i = 0; i < texts.size(); i++) {
      documents.addObject().put("id", "" + i).put("text", texts.get(i));
    }
    return post(Options.DEFAULT_KEY, PATH, body.toString());
  }

  private HttpResponse<String> post(String key, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(azure.url() + path))
            .header("Ocp-Apim-Subscription-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
