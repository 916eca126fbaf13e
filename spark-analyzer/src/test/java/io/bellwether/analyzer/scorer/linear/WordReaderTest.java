package io.bellwether.analyzer.scorer.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordReaderTest {
  private final WordTables tables = WordTables.builtIn();
  private final WordReader reader = new WordReader(tables);

  @Test
  void wordsAreSmallWithoutRepetitionAndDigitsAreAlike() {
    assertThat(words("It’s SOOOO good, v2017 rocks"))
        .containsExactly("it's", "soo", "good", "v0", "rocks");
  }

  @Test
  void codeQuotesCommentsAndAddressesAreSilent() {
    assertThat(words("> bad\nfine `bad` ```bad\nbad``` <!-- bad\n --> ok"))
        .containsExactly("fine", "ok");
    assertThat(words("see http://bad.example/awful @bad-man")).containsExactly("see", "/", "@");
    assertThat(words("an ` open one")).containsExactly("an", "open", "one");
    assertThat(words("so ``` the rest is code")).containsExactly("so");
  }

  @Test
  void emoticonsAreWholeAndTextsEndInSentences() {
    Words words = reader.read("Nice :-) really? Yes!! a:done");
    assertThat(words.sentenceCount).isEqualTo(3);
    assertThat(words.questions[0]).isTrue();
    assertThat(words.exclamations).isEqualTo(2);
    long emoticons = 0;
    for (int i = 0; i < words.count; i++) {
      emoticons += tables.service().isEmoticon(words.entries[i]) ? 1 : 0;
    }
    assertThat(emoticons).isOne();
  }

  @Test
  void shoutingIsAboutWordsInATextThatIsNotAllCapitals() {
    Words some = reader.read("this is VERY bad");
    assertThat(some.shouted[2]).isTrue();
    assertThat(some.shouted[3]).isFalse();
    assertThat(reader.read("ALL OF IT").shouted[0]).isFalse();
  }

  @Test
  void negationIntensityAndContrastCount() {
    assertThat(praise("it is good")).isPositive();
    assertThat(praise("it is very good")).isGreaterThan(praise("it is good"));
    assertThat(blame("it is not good")).isPositive();
    assertThat(praise("it is not good")).isZero();
    assertThat(praise("good idea but it is bad")).isLessThan(praise("good idea it is bad"));
    assertThat(praise("no problem")).isPositive();
  }

  private double praise(String text) {
    Words words = reader.read(text);
    return new Mood(tables.service()).of(words, words.entries)[0];
  }

  private double blame(String text) {
    Words words = reader.read(text);
    return new Mood(tables.service()).of(words, words.entries)[1];
  }

  private List<String> words(String text) {
    Words words = reader.read(text);
    List<String> spelled = new ArrayList<>();
    for (int i = 0; i < words.count; i++) {
      spelled.add(
          new String(words.letters, words.starts[i], words.starts[i + 1] - words.starts[i]));
    }
    return spelled;
  }
}
