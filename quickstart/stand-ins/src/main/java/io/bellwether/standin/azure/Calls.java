package io.bellwether.standin.azure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last calls, oldest first. Safe for use from several threads. */
final class Calls {
  private static final int ON_THE_WAY = 100;

  private final int most;
  private final Deque<Call> calls = new ArrayDeque<>();

  Calls(int most) {
    this.most = most;
  }

  synchronized void add(Call call) {
    calls.addLast(call);
    if (calls.size() > most) {
      calls.removeFirst();
    }
  }

  synchronized List<Call> all() {
    return List.copyOf(calls);
  }

  synchronized void clear() {
    calls.clear();
  }

  /**
   * Calls of a kind that set out before the Retry-After of a refusal of that kind had passed, but
   * after its caller could know of it; for the way there and back it has a tenth of a second.
   */
  synchronized List<Call> insideRetryAfter(long answerMillis) {
    Map<String, Refusal> refusals = new HashMap<>();
    List<Call> inside = new ArrayList<>();
    for (Call call : calls) {
      Refusal refusal = refusals.get(call.kind());
      if (refusal != null
          && call.at().isAfter(refusal.known())
          && call.at().isBefore(refusal.until())) {
        inside.add(call);
      }
      if (call.retryAfterSeconds() != null) {
        Instant sent = call.at().plusMillis(answerMillis);
        refusals.put(
            call.kind(),
            new Refusal(sent.plusMillis(ON_THE_WAY), sent.plusSeconds(call.retryAfterSeconds())));
      }
    }
    return inside;
  }

  private record Refusal(Instant known, Instant until) {}
}
