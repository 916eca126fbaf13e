package io.bellwether.connect.twitter.source;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.standin.x.Call;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.XUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker, and an X that gives posts at once and counts no limits. */
final class XFixture implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final WorkerUnderTest worker = new WorkerUnderTest("x-source");
  final XStandIn x =
      XStandIn.start(Options.defaults().withRateLimits(false).withSearchDelay(Duration.ZERO));
  final XUser ann = x.timeline().user("ann");

  /** A word that no other test posts or searches for. */
  String word() {
    return "word" + NUMBER.incrementAndGet();
  }

  void post(String text, int count) {
    for (int n = 1; n <= count; n++) {
      x.timeline().post(ann, text + " number " + n);
    }
  }

  /** A connector that reads what has this word, from the earliest on, into a topic of that name. */
  Map<String, String> config(String word) {
    XApp app = x.apps().app("reader of " + word);
    Map<String, String> config = new HashMap<>(WorkerUnderTest.topicCreation());
    config.put("connector.class", TwitterSourceConnector.class.getName());
    config.put("tasks.max", "1");
    config.put("x.bearer.token", app.bearerToken());
    config.put("x.api.url", x.url().toString());
    config.put("queries", "q");
    config.put("query.q", word);
    config.put("start.time", "earliest");
    config.put("topic", word);
    config.put("settle.ms", "0");
    config.put("poll.interval.ms", "100");
    config.put("heartbeat.interval.ms", "50");
    return config;
  }

  /** Searches of this app, without those that only tried a query. */
  List<Call> searches(String word) {
    return x.calls().stream()
        .filter(call -> call.name().equals(Faults.SEARCH))
        .filter(call -> ("reader of " + word).equals(call.app()))
        .filter(call -> !isTrial(call.parameters()))
        .toList();
  }

  private static boolean isTrial(Map<String, String> parameters) {
    return parameters.containsKey("since_id")
        && PostId.time(parameters.get("since_id"))
            .plusMillis(1)
            .equals(PostId.time(parameters.get("until_id")));
  }

  @Override
  public void close() {
    worker.close();
    x.close();
  }
}
