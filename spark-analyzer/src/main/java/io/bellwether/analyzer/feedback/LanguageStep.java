package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.feedback.Reading.Said;
import io.bellwether.analyzer.scorer.LanguageDetector;
import io.bellwether.analyzer.scorer.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out the languages that the services did not tell, and writes them into the records. */
final class LanguageStep {
  private final When when;
  private final LanguageDetector detector;

  /** Which texts are looked at. */
  enum When {
    OFF,
    WHEN_MISSING,
    ALWAYS;

    static When of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** With {@link When#OFF} the detector is never asked. */
  LanguageStep(When when, LanguageDetector detector) {
    this.when = when;
    this.detector = detector;
  }

  List<Said> apply(List<Said> batch) {
    List<Integer> places = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (isAsked(batch.get(i))) {
        places.add(i);
        texts.add(batch.get(i).utterance().text());
      }
    }
    if (texts.isEmpty()) {
      return batch;
    }
    List<Optional<String>> languages = detector.detect(texts);
    List<Said> all = new ArrayList<>(batch);
    for (int i = 0; i < places.size(); i++) {
      Said said = batch.get(places.get(i));
      languages.get(i).ifPresent(code -> said.fields().put(Fields.LANGUAGE, code));
      all.set(
          places.get(i),
          new Said(
              said.fields(),
              said.utterance().in(languages.get(i).or(() -> said.utterance().language()))));
    }
    return all;
  }

  private boolean isAsked(Said said) {
    return switch (when) {
      case OFF -> false;
      case ALWAYS -> true;
      case WHEN_MISSING -> said.utterance().language().filter(Languages::isLanguage).isEmpty();
    };
  }
}
