package io.bellwether.standin.trades.web;

import java.util.Map;

/**
 * One of a dialect's calls.
 *
 * @param name dialect and call
 * @param limit key of the rate limit that it counts for
 * @param weight how much it counts
 * @param parameters what the path says
 * @param work answers it
 */
record Route(String name, String limit, int weight, Map<String, String> parameters, Work work) {
  /** Answers a call. */
  interface Work {
    /** Throws {@link Refused} when it cannot be answered as asked. */
    Reply answer(Query query, PageFault fault);
  }
}
