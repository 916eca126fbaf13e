package io.bellwether.standin.azure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * The stand-in's judgement: how often a few words of praise and of blame occur, in five languages.
 * Scores have two decimals and add up to 1, as the service's do.
 */
public record SentimentRule(double positive, double neutral, double negative) {
  private static final List<String> PRAISE =
      List.of(
          "great",
          "love",
          "awesome",
          "thank",
          "excellent",
          "good",
          "fast",
          "toll",
          "danke",
          "gefällt",
          "gracias",
          "encanta",
          "buen trabajo",
          "merci",
          "adore",
          "bon travail",
          "大好き",
          "素晴らしい",
          "ありがとう");
  private static final List<String> BLAME =
      List.of(
          "unacceptable",
          "crash",
          "hate",
          "broken",
          "terrible",
          "down again",
          "slow",
          "furchtbar",
          "enttäuscht",
          "kaputt",
          "inakzeptabel",
          "decepcionado",
          "odio",
          "desastre",
          "lento",
          "déçu",
          "déteste",
          "cassé",
          "désastre",
          "最悪",
          "壊れ",
          "遅い",
          "許せない");
  private static final int PLAIN = 3;
  private static final int A_WORD = 6;

  /** What the stand-in says of this text. */
  public static SentimentRule of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int praise = 1 + A_WORD * count(PRAISE, lower);
    int blame = 1 + A_WORD * count(BLAME, lower);
    double all = praise + blame + PLAIN;
    long positive = Math.round(100 * praise / all);
    long negative = Math.round(100 * blame / all);
    return new SentimentRule(
        positive / 100.0, (100 - positive - negative) / 100.0, negative / 100.0);
  }

  private static int count(List<String> words, String text) {
    return (int) words.stream().filter(text::contains).count();
  }

  String word() {
    if (positive > 0.3 && negative > 0.3) {
      return "mixed";
    }
    if (positive > neutral && positive > negative) {
      return "positive";
    }
    return negative > neutral ? "negative" : "neutral";
  }

  ObjectNode document(String id, String text) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", id).put("sentiment", word()).set("confidenceScores", scores());
    ObjectNode sentence = document.putArray("sentences").addObject();
    sentence
        .put("sentiment", word().equals("mixed") ? "neutral" : word())
        .put("offset", 0)
        .put("length", text.length())
        .put("text", text)
        .set("confidenceScores", scores());
    document.putArray("warnings");
    return document;
  }

  private ObjectNode scores() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("positive", positive)
        .put("neutral", neutral)
        .put("negative", negative);
  }
}
