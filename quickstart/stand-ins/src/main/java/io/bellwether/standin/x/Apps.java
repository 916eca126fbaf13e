package io.bellwether.standin.x;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The developer's apps and their stream rules. */
public final class Apps {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Store store;
  private final Timeline timeline;
  private final InstantSource clock;

  Apps(Store store, Timeline timeline, InstantSource clock) {
    this.store = store;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** The app of this name, made if absent; its user is the account {@code developer}. */
  public XApp app(String name) {
    XUser developer = timeline.user("developer");
    return store.locked(
        state ->
            find(state, each -> each.name().equals(name))
                .orElseGet(
                    () -> {
                      XApp app =
                          new XApp(
                              state.nextId(clock.instant()),
                              name,
                              secret(18),
                              secret(36),
                              "AAAAAAAAAAAAAAAAAAAAA" + secret(48),
                              developer.id() + "-" + secret(30),
                              secret(33),
                              developer.id());
                      store.commit(new Entry.AppAdded(app));
                      return app;
                    }));
  }

  public Optional<XApp> byBearerToken(String token) {
    return store.locked(state -> find(state, each -> each.bearerToken().equals(token)));
  }

  public Optional<XApp> byConsumerKey(String key) {
    return store.locked(state -> find(state, each -> each.consumerKey().equals(key)));
  }

  /** The app's rules, oldest first. */
  public List<StreamRule> rules(XApp app) {
    return rules(app.id());
  }

  /** The same by the app's id. */
  public List<StreamRule> rules(long appId) {
    return store.locked(state -> new ArrayList<>(state.rulesOf(appId).values()));
  }

  /** A new id for a rule. */
  public long nextRuleId() {
    return store.locked(state -> state.nextId(clock.instant()));
  }

  public void add(XApp app, StreamRule rule) {
    commit(new Entry.RuleAdded(app.id(), rule));
  }

  public void delete(XApp app, StreamRule rule) {
    commit(new Entry.RuleDeleted(app.id(), rule.id()));
  }

  private void commit(Entry entry) {
    store.locked(
        state -> {
          store.commit(entry);
          return null;
        });
  }

  private static Optional<XApp> find(State state, Predicate<XApp> which) {
    return state.apps.values().stream().filter(which).findFirst();
  }

  private static String secret(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(random)
        .replace('+', 'x')
        .replace('/', 'X');
  }
}
