package io.bellwether.standin.trades;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last calls, oldest first. Safe for use from several threads. */
public final class Calls {
  private final int most;
  private final Deque<Call> calls = new ArrayDeque<>();

  Calls(int most) {
    this.most = most;
  }

  /** Remembers a call, and forgets the oldest beyond the most. */
  public synchronized void add(Call call) {
    calls.addLast(call);
    if (calls.size() > most) {
      calls.removeFirst();
    }
  }

  synchronized List<Call> all() {
    return List.copyOf(calls);
  }

  /** Calls of a limit that came before the time of a refusal had passed. */
  synchronized List<Call> insideRetryAfter() {
    Map<String, Instant> closed = new HashMap<>();
    List<Call> inside = new ArrayList<>();
    for (Call call : calls) {
      Instant until = closed.get(call.limit());
      if (until != null && call.at().isBefore(until)) {
        inside.add(call);
      }
      if (call.retryAfterSeconds() != null) {
        closed.put(call.limit(), call.at().plusSeconds(call.retryAfterSeconds()));
      }
    }
    return inside;
  }

  synchronized void clear() {
    calls.clear();
  }
}
