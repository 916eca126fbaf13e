package io.bellwether.analyzer.scorer.azure;

import io.bellwether.analyzer.scorer.azure.Documents.Document;
import io.bellwether.analyzer.scorer.azure.Outcome.Ok;
import io.bellwether.analyzer.scorer.azure.Outcome.Reject;
import io.bellwether.analyzer.scorer.azure.Outcome.Retry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a call again until it is answered, refused for good, or patience has run out. A call that
 * keeps failing while the service answers others is refused: something in it must be the reason.
 */
final class Persistence {
  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int SUSPICIOUS_FAILURES = 5;
  private static final long BETWEEN_WARNINGS = TimeUnit.SECONDS.toNanos(10);
  private static final List<Document> HARMLESS =
      List.of(new Document("All is well.", Optional.of("en")));

  private final AzureApi api;
  private final AzureSettings settings;
  private final Map<Kind, Pace> paces = new EnumMap<>(Kind.class);
  private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS);
  // Patience has run out and nothing has been answered since: the next calls are tried once.
  private volatile boolean away;

  Persistence(AzureApi api, AzureSettings settings) {
    this.api = api;
    this.settings = settings;
    for (Kind kind : Kind.values()) {
      paces.put(kind, new Pace(settings.perSecond(), settings.perMinute()));
    }
  }

  /** How it ended; a {@link Retry} if patience has run out. */
  Outcome call(Kind kind, List<Document> documents) throws InterruptedException {
    byte[] body = Documents.body(kind, settings.modelVersion(), documents);
    long began = System.nanoTime();
    int failures = 0;
    while (true) {
      Outcome outcome = once(kind, body);
      if (!(outcome instanceof Retry retry)) {
        away = false;
        return outcome;
      }
      warn(kind, retry);
      if (away || System.nanoTime() - began >= settings.patience().toNanos()) {
        away = true;
        return retry;
      }
      failures += retry.limited() ? 0 : 1;
      if (failures == SUSPICIOUS_FAILURES && answersOthers(kind)) {
        return new Reject(retry.why() + ", again and again, while it answers others", false);
      }
      waitAfter(kind, retry, failures);
    }
  }

  private Outcome once(Kind kind, byte[] body) throws InterruptedException {
    paces.get(kind).await();
    return api.call(body);
  }

  private boolean answersOthers(Kind kind) throws InterruptedException {
    return once(kind, Documents.body(kind, settings.modelVersion(), HARMLESS)) instanceof Ok;
  }

  private void waitAfter(Kind kind, Retry retry, int failures) throws InterruptedException {
    Duration pause = retry.after().orElseGet(() -> backOff(failures));
    if (retry.limited() || retry.after().isPresent()) {
      paces.get(kind).hold(pause);
    } else {
      pause(pause);
    }
  }

  // Half of it by chance, so that calls that failed together do not come again together.
  private Duration backOff(int failures) {
    long longest = LONGEST_PAUSE.toMillis();
    long pause = Math.min(longest, settings.firstPause().toMillis() << Math.min(failures, 10));
    return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
  }

  // An interrupt ends it, and nothing else could end it earlier.
  private static void pause(Duration pause) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
  }

  private void warn(Kind kind, Retry retry) {
    long now = System.nanoTime();
    long last = lastWarning.get();
    if (now - last >= BETWEEN_WARNINGS && lastWarning.compareAndSet(last, now)) {
      LOG.warn("{} is tried again: {}", kind.word(), retry.why());
    }
  }
}
