package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.analyzer.scorer.LanguageDetector;
import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.analyzer.scorer.azure.Answer.Failed;
import io.bellwether.analyzer.scorer.azure.Answer.Found;
import io.bellwether.analyzer.scorer.azure.Documents.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores by the sentiment of Azure AI Language. A text that is too long for it is sent in pieces;
 * its probabilities are the means of theirs, each counting as much as it is long.
 */
final class AzureScorer implements Scorer {
  private static final NotScored NOTHING_SAID = new NotScored("There is nothing but blanks in it");

  private final AzureSettings settings;
  private final Caller caller;

  AzureScorer(AzureSettings settings) {
    this.settings = settings;
    this.caller = new Caller(settings, new Persistence(new AzureApi(settings), settings));
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    List<List<String>> pieces =
        batch.stream().map(one -> Pieces.of(one.text(), settings.longestText())).toList();
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Optional<String> language = batch.get(i).language().flatMap(AzureLanguages::asked);
      pieces.get(i).forEach(piece -> documents.add(new Document(piece, language)));
    }
    List<Answer> answers = caller.ask(Kind.SENTIMENT, documents);
    List<Scoring> scorings = new ArrayList<>(batch.size());
    int next = 0;
    for (List<String> ofOne : pieces) {
      scorings.add(scoring(ofOne, answers.subList(next, next + ofOne.size())));
      next += ofOne.size();
    }
    return scorings;
  }

  private static Scoring scoring(List<String> pieces, List<Answer> answers) {
    if (pieces.isEmpty()) {
      return NOTHING_SAID;
    }
    double negative = 0;
    double neutral = 0;
    double positive = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (answers.get(i) instanceof Failed failed) {
        return new NotScored(failed.why());
      }
      JsonNode scores = ((Found) answers.get(i)).document().path("confidenceScores");
      double n = scores.path("negative").asDouble(-1);
      double u = scores.path("neutral").asDouble(-1);
      double p = scores.path("positive").asDouble(-1);
      double all = n + u + p;
      if (!(n >= 0 && u >= 0 && p >= 0 && all > 0)) {
        return new NotScored("Azure has given no scores for the text");
      }
      int length = Math.max(1, pieces.get(i).length());
      // They are rounded, so they may add up to a little more or less than 1.
      negative += length * n / all;
      neutral += length * u / all;
      positive += length * p / all;
    }
    double all = negative + neutral + positive;
    return new Probabilities(negative / all, neutral / all, positive / all);
  }

  @Override
  public Optional<LanguageDetector> detector() {
    return Optional.of(new AzureLanguages(caller));
  }

  @Override
  public void close() {
    caller.close();
  }
}
