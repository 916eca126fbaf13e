package io.bellwether.chaos.polled;

import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.XUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Posts for three queries, each post for one of them, some of them from before the start. */
public final class XPlace extends SeededPlace {
  private static final List<String> QUERIES = List.of("azure", "outage", "portal");

  /** X takes 30 s, in which nothing could die at work. */
  private static final Duration SEARCH_DELAY = Duration.ofSeconds(2);

  /** A part of all posts that stands there when the connector starts. */
  private static final int BEFORE = 4;

  private final XStandIn x =
      XStandIn.start(Options.defaults().withSearchDelay(SEARCH_DELAY).withRecordedCalls(1_000_000));
  private final XApp app = x.apps().app("chaos");
  private final XUser ana = x.timeline().user("ana");
  private final Setting setting;
  private int posts;

  /**
   * What a run is to be.
   *
   * @param steps each brings ten posts on average
   * @param pageSize posts a page
   * @param limited whether X says once that the calls of its window are used up, which costs up to
   *     a quarter of an hour
   */
  public record Setting(int steps, int pageSize, boolean limited) {}

  public XPlace(Setting setting, long seed) {
    super(setting.steps - setting.steps / BEFORE, seed);
    this.setting = setting;
    for (int each = 0; each < setting.steps / BEFORE; each++) {
      appear();
    }
  }

  @Override
  public String connector() {
    return "twitter-source";
  }

  @Override
  public String topic() {
    return "feedback";
  }

  @Override
  public String idPrefix() {
    return "x:";
  }

  @Override
  public Map<String, String> changes() {
    return Map.of(
        "queries", String.join(",", QUERIES),
        "query.azure", "#azure",
        "query.outage", "#outage",
        "query.portal", "#portal",
        "start.time", "earliest",
        "page.size", String.valueOf(setting.pageSize),
        "x.timeout.ms", "5000",
        "poll.interval.ms", "5000",
        "max.posts.per.day", "1000000");
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("x.api.url", x.url().toString());
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("X_BEARER_TOKEN", app.bearerToken());
  }

  @Override
  public String secretPattern() {
    return app.bearerToken();
  }

  @Override
  public String address() {
    return "X at " + x.url();
  }

  @Override
  void appear(int things) {
    for (int each = 0; each < things; each++) {
      String query = QUERIES.get(random().nextInt(QUERIES.size()));
      Post post = x.timeline().post(ana, "Number " + posts++ + " about #" + query);
      expect(idPrefix() + Long.toUnsignedString(post.id()) + ":0");
    }
  }

  @Override
  public int partitions() {
    return QUERIES.size();
  }

  /** All but caps on the money spent, which last until the month ends. */
  @Override
  public void misbehave(long seed, double share) {
    x.faults()
        .seeded(
            seed,
            share,
            List.of(
                Fault.status(503),
                Fault.page(502),
                Fault.partialErrors(),
                Fault.brokenJson(),
                Fault.truncatedBody(),
                Fault.silence(Duration.ofSeconds(1)),
                Fault.connectionReset()));
    if (setting.limited) {
      x.faults().next(1, Faults.SEARCH, Fault.rateLimited());
    }
  }

  @Override
  public void behave() {
    x.faults().clear();
  }

  @Override
  public int calls() {
    return x.calls().size();
  }

  /** Of several calls in a row that were refused for the same window the first may be excused. */
  @Override
  public List<String> callsTooSoon() {
    List<String> refused =
        x.calls().stream().filter(call -> call.status() == 429).map(Object::toString).toList();
    return refused.subList(Math.min(setting.limited ? 1 : 0, refused.size()), refused.size());
  }

  @Override
  public void close() {
    x.close();
  }
}
