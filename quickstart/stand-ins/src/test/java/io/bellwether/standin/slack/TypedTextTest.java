package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedTextTest {
  private final State state = new State();

  @BeforeEach
  void someoneAndSomewhere() {
    state.apply(new Entry.UserAdded(new User("U1", "ana", "Ana", null, null)));
    state.apply(
        new Entry.ChannelSet(
            new Channel(
                "C2", "feedback", Channel.Kind.PUBLIC, "U1", 0, false, "", List.of(), Set.of())));
  }

  private String stored(String typed) {
    return TypedText.toMarkup(typed, state);
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(stored("1 < 2 && 3 > 2 &amp;")).isEqualTo("1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;amp;");
  }

  @Test
  void linksGoIntoBracketsWithoutWhatEndsTheSentence() {
    assertThat(stored("see https://x.y/z?a=1&b=2.")).isEqualTo("see <https://x.y/z?a=1&amp;b=2>.");
    assertThat(stored("<https://x.y>")).isEqualTo("&lt;<https://x.y>&gt;");
  }

  @Test
  void knownNamesBecomeMentionsAndOthersStayText() {
    assertThat(stored("@ana, look at #feedback @here"))
        .isEqualTo("<@U1>, look at <#C2|feedback> <!here>");
    assertThat(stored("@nobody #nowhere a@ana.org")).isEqualTo("@nobody #nowhere a@ana.org");
  }
}
