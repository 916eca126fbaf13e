package io.bellwether.analyzer.scorer.lexicon;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.config.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/** Opens the {@link LexiconScorer} under the name {@code lexicon}. */
public final class LexiconScorerProvider implements ScorerProvider {
  private static final String WORDS = "words";
  private static final Pattern WORD_AND_VALENCE = Pattern.compile("[^:]+:[+-]?[0-4](\\.\\d+)?");
  private static final double STRONGEST = 4;

  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public ConfigDef definition() {
    return new ConfigDef()
        .define(
            WORDS,
            ConfigDef.Type.LIST,
            List.of(),
            Rules.rule(
                "a list of word:valence with valences from -4 to 4, such as meltdown:-3,killer:0",
                words -> ((List<?>) words).stream().allMatch(LexiconScorerProvider::isEntry)),
            ConfigDef.Importance.LOW,
            "Words of your own and how good (up to 4) or bad (down to -4) they are. A word of the"
                + " built-in list is replaced; a valence of 0 silences it. Join the words of a"
                + " phrase with spaces.",
            "lexicon",
            1,
            ConfigDef.Width.LONG,
            "Own words");
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    Map<String, Double> own = new TreeMap<>();
    for (Object entry : (List<?>) definition().parse(settings).get(WORDS)) {
      String[] parts = entry.toString().split(":");
      own.put(parts[0].trim().toLowerCase(Locale.ROOT), Double.parseDouble(parts[1].trim()));
    }
    return new LexiconScorer(Lexicon.withOwnWords(own));
  }

  private static boolean isEntry(Object entry) {
    String text = entry.toString();
    return WORD_AND_VALENCE.matcher(text).matches()
        && Math.abs(Double.parseDouble(text.substring(text.indexOf(':') + 1))) <= STRONGEST;
  }
}
