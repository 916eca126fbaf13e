package io.bellwether.benchmarks.load;

import java.util.List;
import java.util.Random;

/**
 * What people might say, the same for the same seed. A third each is meant badly, well, neither.
 */
public final class Texts {
  private static final List<String> SUBJECTS =
      List.of("The portal", "The new release", "The billing page", "Your support", "The search");
  private static final List<List<String>> VERDICTS =
      List.of(
          List.of(
              "is down again, this is unacceptable",
              "is terrible, I hate it",
              "is broken and useless, a complete waste of time"),
          List.of(
              "is fantastic, great work, thank you!",
              "is excellent, I love it!",
              "is wonderful, the best there is!"),
          List.of(
              "has a page about the export",
              "opens in a second window",
              "shows the numbers of last week"));

  private final Random random;

  public Texts(long seed) {
    random = new Random(seed);
  }

  /** The next text; the number makes it unlike any other. */
  public String next(int number) {
    String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    List<String> verdicts = VERDICTS.get(random.nextInt(VERDICTS.size()));
    return subject + " " + verdicts.get(random.nextInt(verdicts.size())) + " (" + number + ")";
  }
}
