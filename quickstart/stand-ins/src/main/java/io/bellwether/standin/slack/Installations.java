package io.bellwether.standin.slack;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The apps of a workspace and their tokens. */
final class Installations {
  private final Store store;

  Installations(Store store) {
    this.store = store;
  }

  /** Installs a new app for this person; its tokens are kept before it is. */
  App install(State state, String name, String installerId) {
    String handle = name.toLowerCase(Locale.ROOT).replace(' ', '_');
    String appId = state.nextId("A");
    Tokens tokens = Tokens.of(appId);
    App app =
        new App(
            appId,
            name,
            state.nextId("B"),
            state.nextId("U"),
            installerId,
            tokens.bot(),
            tokens.app(),
            tokens.user(),
            App.DEFAULT_SCOPES,
            App.DEFAULT_EVENTS);
    store.keep(tokens);
    store.commit(
        new Entry.UserAdded(new User(app.botUserId(), handle, name, appId, app.botId())), null);
    store.commit(new Entry.AppSet(app), null);
    return app;
  }

  App change(App app, UnaryOperator<App> change) {
    return store.locked(
        state -> {
          App changed = change.apply(state.apps.get(app.appId()));
          store.commit(new Entry.AppSet(changed), null);
          return changed;
        });
  }

  void revoke(App app, Caller.Kind kind) {
    store.locked(
        state -> {
          store.commit(new Entry.Revoked(app.appId(), kind.word()), null);
          return null;
        });
  }

  Optional<Caller> caller(String token) {
    return store.locked(
        state ->
            state.apps.values().stream()
                .flatMap(app -> Caller.of(app, token).stream())
                .map(caller -> caller.revoked(state.revoked.contains(caller.key())))
                .findFirst());
  }
}
