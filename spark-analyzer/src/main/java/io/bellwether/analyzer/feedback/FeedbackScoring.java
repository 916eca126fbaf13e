package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.feedback.Reading.Said;
import io.bellwether.analyzer.feedback.Reading.Unread;
import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Scores records. Whatever they hold, each comes out, in its order. */
final class FeedbackScoring {
  private final Scorer scorer;
  private final String scorerName;
  private final RecordLimit limit;
  private final LanguageStep languages;
  private final boolean explains;

  FeedbackScoring(Scorer scorer, ScoringPlan plan) {
    this.scorer = scorer;
    this.scorerName = plan.scorer().name();
    this.limit = plan.limit();
    this.languages = plan.languages(scorer);
    this.explains = plan.explain();
  }

  List<ScoredRecord> score(List<InputRecord> records) {
    List<Reading> readings = records.stream().map(FeedbackReader::read).toList();
    List<Said> said =
        languages.apply(
            readings.stream().filter(Said.class::isInstance).map(Said.class::cast).toList());
    Iterator<Said> utterances = said.iterator();
    Iterator<Scoring> scorings =
        said.isEmpty()
            ? List.<Scoring>of().iterator()
            : scorer.score(said.stream().map(Said::utterance).toList()).iterator();
    List<ScoredRecord> scored = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      scored.add(
          readings.get(i) instanceof Unread unread
              ? unscored(records.get(i), cleared(unread.fields()), unread.reason())
              : finished(records.get(i), utterances.next(), scorings.next()));
    }
    return scored;
  }

  private static ObjectNode cleared(ObjectNode fields) {
    fields.remove(Fields.ADDED);
    return fields;
  }

  private ScoredRecord finished(InputRecord input, Said said, Scoring scoring) {
    ObjectNode fields = cleared(said.fields());
    if (scoring instanceof NotScored notScored) {
      return unscored(input, fields, notScored.reason());
    }
    Probabilities probabilities = (Probabilities) scoring;
    fields.put(Fields.P_NEGATIVE, probabilities.negative());
    fields.put(Fields.P_NEUTRAL, probabilities.neutral());
    fields.put(Fields.P_POSITIVE, probabilities.positive());
    fields.put(Fields.SCORE, probabilities.score());
    fields.put(Fields.SCORER, scorerName);
    fields.putNull(Fields.REASON);
    if (explains) {
      Explanation.put(fields, scorer.explain(said.utterance()));
    }
    String json = Json.write(fields);
    if (limit.fits(input.keyBytes(), json)) {
      return new ScoredRecord(input, input.key(), fields, json, Optional.of(probabilities));
    }
    fields.remove(Fields.ADDED);
    return unscored(input, fields, "The record would exceed " + limit.maxBytes() + " bytes");
  }

  private ScoredRecord unscored(InputRecord input, ObjectNode fields, String reason) {
    RecordLimit.cutText(fields);
    fields.put(Fields.SCORER, scorerName);
    fields.put(Fields.REASON, reason);
    String json = Json.write(fields);
    if (limit.fits(input.keyBytes(), json)) {
      return new ScoredRecord(input, input.key(), fields, json, Optional.empty());
    }
    ObjectNode bones = RecordLimit.bones(fields, input.place());
    bones.put(Fields.SCORER, scorerName);
    bones.put(Fields.REASON, reason);
    String bare = Json.write(bones);
    if (limit.fits(input.keyBytes(), bare)) {
      return new ScoredRecord(input, input.key(), bones, bare, Optional.empty());
    }
    bones.put(Fields.REASON, reason + "; its key of " + input.keyBytes() + " bytes was left out");
    return new ScoredRecord(input, null, bones, Json.write(bones), Optional.empty());
  }
}
