package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What people and machines type that no scorer may stumble over. */
public final class StrangeTexts {
  private static final String[] PARTS = {
    "good", "not", "bad", " ", " ", "\n", "!", "?", ".", ":)", ":-", "`", "```", "<!--", "-->", ">",
    "@", "://", "'", "’", "🙂", "\uD83D", "\uDE42", "é", "ل", "\u0000", "0", "AAAA", "\uFE0F"
  };

  private StrangeTexts() {}

  /** One of each kind. */
  public static List<String> all() {
    return List.of(
        "",
        " \n\t",
        "a".repeat(1_000_000),
        "it is bad, ".repeat(100_000),
        "`".repeat(100_000) + "(".repeat(500_000),
        "<!--".repeat(100_000),
        "\n>".repeat(100_000),
        "🙂😡🎉👎🏽👨‍👩‍👧‍👦🇨🇭",
        ":) :( ;-) <3 \\o/",
        "Привет, schön, 你好, مرحبا, नमस्ते, good",
        "\uD83D alone \uDE42 and the other way \uDE42\uD83D",
        "\u0000\u0001\u001b[31mred\u0007\uFFFE\uFFFF",
        "<p>This <b>is</b> <script>alert('x')</script>&lt;fine&gt;</p>",
        "\u202Eהכול בסדר\u202C ok \u200F\u200B\uFEFF",
        "e" + "\u0301".repeat(200_000),
        "''''''''’’’’' ' 'tis @ @@ @- http:// ://",
        "0".repeat(5_000) + "İıſßŉ".repeat(2_000));
  }

  /** So many made of words, signs and anything else, by the seed. */
  public static List<String> fuzzed(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> fuzzed(random)).toList();
  }

  private static String fuzzed(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(60); left > 0; left--) {
      boolean known = random.nextInt(4) > 0;
      text.append(
          known ? PARTS[random.nextInt(PARTS.length)] : "" + (char) random.nextInt(0x10000));
    }
    return text.toString();
  }
}
