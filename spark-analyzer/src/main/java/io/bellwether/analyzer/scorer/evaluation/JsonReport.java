package io.bellwether.analyzer.scorer.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.data.Label;
import java.util.List;
import java.util.Optional;

/** An evaluation for programs: one JSON object in one line. */
final class JsonReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonReport() {}

  /**
   * @param suggested routes of a wanted precision; empty if they were not asked for
   */
  static String write(
      String scorer, Evaluation evaluation, Optional<List<Optional<Route>>> suggested) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("scorer", scorer);
    json.put("texts", evaluation.judged().size());
    json.put("unscored", evaluation.unscored());
    json.put("accuracy", evaluation.accuracy());
    json.put("macro_f1", evaluation.macroF1());
    // JSON has no NaN: without positive or without negative texts there is no such figure.
    json.put("auc", Double.isNaN(evaluation.auc()) ? null : (Double) evaluation.auc());
    json.put("calibration_error", evaluation.calibrationError());
    json.put("texts_per_second", evaluation.textsPerSecond());
    ObjectNode routes = json.putObject("routes");
    evaluation.routes().forEach(route -> put(routes, route));
    int[][] counts = evaluation.confusion();
    ObjectNode confusion = json.putObject("confusion");
    for (Label label : Label.values()) {
      ObjectNode row = confusion.putObject(label.word());
      for (Label guess : Label.values()) {
        row.put(guess.word(), counts[label.index()][guess.index()]);
      }
    }
    suggested.ifPresent(
        found -> {
          ObjectNode suggestions = json.putObject("suggested");
          found.forEach(route -> route.ifPresent(one -> put(suggestions, one)));
        });
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(ObjectNode routes, Route route) {
    routes
        .putObject(route.label().word())
        .put("threshold", route.threshold())
        .put("precision", route.precision())
        .put("recall", route.recall())
        .put("count", route.count());
  }
}
