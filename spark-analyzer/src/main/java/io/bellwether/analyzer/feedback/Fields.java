package io.bellwether.analyzer.feedback;

import java.util.List;

/** Names of the fields in docs/contracts.md that this job reads or writes. */
final class Fields {
  static final String EVENT_ID = "event_id";
  static final String EVENT_VERSION = "event_version";
  static final String TEXT = "text";
  static final String LANGUAGE = "language";
  static final String P_NEGATIVE = "p_negative";
  static final String P_NEUTRAL = "p_neutral";
  static final String P_POSITIVE = "p_positive";
  static final String SCORE = "score";
  static final String SCORER = "scorer";
  static final String OUTCOME = "outcome";
  static final String REASON = "reason";
  static final String WHY = "why";
  static final String WHY_TERMS = "why_terms";
  static final String TRUNCATED = "truncated";

  /** Strings of a feedback record, in the contract's order. */
  static final List<String> STRINGS =
      List.of(
          EVENT_ID,
          "source",
          "channel_id",
          "channel_name",
          "query",
          "author_id",
          "author_name",
          TEXT,
          "raw_text",
          LANGUAGE,
          "url",
          "thread",
          "said_at");

  /** What the job adds; an input that has one already has been through a job like this one. */
  static final List<String> ADDED =
      List.of(
          P_NEGATIVE,
          P_NEUTRAL,
          P_POSITIVE,
          SCORE,
          SCORER,
          OUTCOME,
          REASON,
          WHY,
          WHY_TERMS,
          TRUNCATED);

  private Fields() {}
}
