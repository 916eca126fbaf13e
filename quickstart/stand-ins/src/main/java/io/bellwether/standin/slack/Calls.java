package io.bellwether.standin.slack;

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

  /**
   * Calls of the same app and method that came before the Retry-After of a refusal had passed; for
   * posting, those to the same channel.
   */
  synchronized List<Call> insideRetryAfter() {
    Map<String, Instant> closed = new HashMap<>();
    List<Call> inside = new ArrayList<>();
    for (Call call : calls) {
      String key = call.app() + " " + call.method() + " " + postedTo(call);
      Instant until = closed.get(key);
      if (until != null && call.at().isBefore(until)) {
        inside.add(call);
      }
      if (call.retryAfterSeconds() != null) {
        closed.put(key, call.at().plusSeconds(call.retryAfterSeconds()));
      }
    }
    return inside;
  }

  private static String postedTo(Call call) {
    return call.method().equals("chat.postMessage")
        ? call.parameters().getOrDefault("channel", "")
        : "";
  }

  synchronized void clear() {
    calls.clear();
  }
}
