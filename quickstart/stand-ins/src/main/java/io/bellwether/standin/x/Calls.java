package io.bellwether.standin.x;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

  synchronized void clear() {
    calls.clear();
  }
}
