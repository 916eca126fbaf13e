package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.lexicon.Lexicon;
import java.util.Map;

/**
 * The lexicons that a model looks words up in.
 *
 * @param service the one of what people say about software and services
 * @param everyday the one of everyday English, where "support" is praise and "kill" is blame
 */
record WordTables(WordTable service, WordTable everyday) {
  static WordTables builtIn() {
    return new WordTables(
        new WordTable(Lexicon.withOwnWords(Map.of())), new WordTable(Lexicon.everyday()));
  }
}
