package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.Term;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a record has its score: once for people, once for programs. */
final class Explanation {
  private Explanation() {}

  static void put(ObjectNode fields, List<Term> terms) {
    fields.put(
        Fields.WHY,
        terms.isEmpty()
            ? null
            : terms.stream().map(Explanation::said).collect(Collectors.joining(", ")));
    ArrayNode array = fields.putArray(Fields.WHY_TERMS);
    terms.forEach(
        term -> array.addObject().put("term", term.text()).put("weight", rounded(term.weight())));
  }

  private static String said(Term term) {
    return String.format(Locale.ROOT, "%s %+.2f", term.text(), term.weight());
  }

  private static double rounded(double weight) {
    return Math.round(weight * 1e4) / 1e4;
  }
}
