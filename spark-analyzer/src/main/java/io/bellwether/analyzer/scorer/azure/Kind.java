package io.bellwether.analyzer.scorer.azure;

/** What is asked, and of how many documents at once. */
enum Kind {
  SENTIMENT("SentimentAnalysis", 10),
  LANGUAGE("LanguageDetection", 1_000);

  private final String word;
  private final int mostDocuments;

  Kind(String word, int mostDocuments) {
    this.word = word;
    this.mostDocuments = mostDocuments;
  }

  String word() {
    return word;
  }

  int mostDocuments() {
    return mostDocuments;
  }
}
