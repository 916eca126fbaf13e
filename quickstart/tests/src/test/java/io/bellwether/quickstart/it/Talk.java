package io.bellwether.quickstart.it;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody who goes on talking in #feedback while other things happen. */
final class Talk {
  /** As many as the page shows of a channel at once. */
  private static final int MOST = 190;

  private static final int PAUSE_MILLIS = 400;

  /** Few alerts, because Slack lets an app post one message a second. */
  private static final List<String> TEXTS =
      List.of(
          "Azure is down again, this is unacceptable",
          "I love the new Azure portal, great work, thank you!",
          "Where is the documentation of the billing export?",
          "The export is in the menu of the subscription",
          "Which regions does this run in?",
          "We run it in two regions",
          "The meeting is on Tuesday",
          "It is on page four of the manual");

  private final CountDownLatch enough = new CountDownLatch(1);
  private final CompletableFuture<Void> talking;

  private Talk(PageClient page, Random random) {
    talking = CompletableFuture.runAsync(() -> talk(page, random));
  }

  /** Begins; the same seed says the same things in the same order. */
  static Talk start(PageClient page, long seed) {
    return new Talk(page, new Random(seed));
  }

  private void talk(PageClient page, Random random) {
    try {
      int said = 0;
      while (said < MOST && !enough.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        page.say(TEXTS.get(random.nextInt(TEXTS.size())) + " (" + said++ + ")");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when the last message stands in Slack. */
  void end() {
    enough.countDown();
    talking.join();
  }
}
