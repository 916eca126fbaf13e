package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.analyzer.scorer.ScorerUnavailableException;
import io.bellwether.analyzer.scorer.azure.Answer.Failed;
import io.bellwether.analyzer.scorer.azure.Answer.Found;
import io.bellwether.analyzer.scorer.azure.Documents.Document;
import io.bellwether.analyzer.scorer.azure.Outcome.Ok;
import io.bellwether.analyzer.scorer.azure.Outcome.Reject;
import io.bellwether.analyzer.scorer.azure.Outcome.Retry;
import io.bellwether.config.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks about any number of documents: in calls side by side, each tried until it comes to an end.
 */
final class Caller implements AutoCloseable {
  private final AzureSettings settings;
  private final Persistence persistence;
  private final ExecutorService threads;

  Caller(AzureSettings settings, Persistence persistence) {
    this.settings = settings;
    this.persistence = persistence;
    this.threads =
        Executors.newFixedThreadPool(
            settings.parallel(),
            task -> {
              Thread thread = new Thread(task, "azure-call");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What became of each document, in their order.
   *
   * @throws ScorerUnavailableException if the service refuses every call, or is away for too long
   */
  List<Answer> ask(Kind kind, List<Document> documents) {
    List<Future<List<Answer>>> calls = new ArrayList<>();
    try {
      for (List<Document> call : Documents.calls(documents, kind.mostDocuments())) {
        calls.add(threads.submit(() -> answers(kind, call)));
      }
      List<Answer> answers = new ArrayList<>(documents.size());
      for (Future<List<Answer>> call : calls) {
        answers.addAll(call.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Azure", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ScorerUnavailableException unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } finally {
      calls.forEach(call -> call.cancel(true));
    }
  }

  private List<Answer> answers(Kind kind, List<Document> documents) throws InterruptedException {
    Outcome outcome = persistence.call(kind, documents);
    if (outcome instanceof Ok ok) {
      return each(documents, ok);
    }
    if (outcome instanceof Retry away) {
      String why = "Azure has given no answer for " + minutes() + ": " + away.why();
      if (settings.stopsWithout()) {
        throw new ScorerUnavailableException(why);
      }
      return Collections.nCopies(documents.size(), new Failed(why));
    }
    Reject reject = (Reject) outcome;
    if (reject.everyCall()) {
      throw new ScorerUnavailableException("Azure refuses every call: " + reject.why());
    }
    if (documents.size() == 1) {
      return List.of(new Failed("Azure refuses the text: " + reject.why()));
    }
    // One document must not take the others of its call along.
    List<Answer> answers = new ArrayList<>();
    for (Document document : documents) {
      answers.addAll(answers(kind, List.of(document)));
    }
    return answers;
  }

  private static List<Answer> each(List<Document> documents, Ok ok) {
    List<Answer> answers = new ArrayList<>();
    for (Optional<JsonNode> answer : Documents.answers(ok.results(), documents.size())) {
      if (answer.isEmpty()) {
        answers.add(new Failed("Azure has left the text out of its answer"));
      } else if (answer.get().has("error")) {
        answers.add(new Failed("Azure cannot score the text: " + error(answer.get())));
      } else {
        answers.add(new Found(answer.get()));
      }
    }
    return answers;
  }

  private static String error(JsonNode answer) {
    JsonNode error = answer.path("error");
    JsonNode inner = error.path("innererror").isMissingNode() ? error : error.path("innererror");
    return Printable.of(inner.path("code").asText() + ", " + inner.path("message").asText());
  }

  private String minutes() {
    return settings.patience().toSeconds() + " s";
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
