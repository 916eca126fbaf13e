package io.bellwether.standin.x;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The people and posts behind the stand-in, and what people do in X's own clients. Safe for use
 * from several threads.
 */
public final class Timeline {
  private final Store store;
  private final InstantSource clock;

  Timeline(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The account with this handle, created if absent. */
  public XUser user(String username) {
    return store.locked(
        state ->
            find(state, username)
                .orElseGet(
                    () -> {
                      Instant now = clock.instant();
                      XUser user = new XUser(state.nextId(now), username, username, false);
                      store.commit(new Entry.UserAdded(user));
                      return user;
                    }));
  }

  /** The account with this handle, if there is one. */
  public Optional<XUser> known(String username) {
    return store.locked(state -> find(state, username));
  }

  public Optional<XUser> userById(long id) {
    return store.locked(state -> Optional.ofNullable(state.users.get(id)));
  }

  public Post post(XUser author, String text) {
    return post(Draft.of(author, text));
  }

  public Post post(Draft draft) {
    Instant now = clock.instant();
    return store.locked(
        state -> {
          long id = state.nextId(now);
          Post post =
              new Post(
                  id,
                  draft.author().id(),
                  text(state, draft),
                  draft.lang(),
                  conversation(state, draft, id),
                  draft.references(),
                  List.of(id),
                  draft.metrics(),
                  now.plus(draft.late()).toEpochMilli());
          store.commit(new Entry.Posted(post));
          return post;
        });
  }

  /** A new version with a new id; the old one leaves search. X allows five within half an hour. */
  public Post edit(Post post, String text) {
    Instant now = clock.instant();
    return store.locked(
        state -> {
          long id = state.nextId(now);
          List<Long> versions = new ArrayList<>(post.versions());
          versions.add(id);
          Post edited =
              new Post(
                  id,
                  post.authorId(),
                  text,
                  post.lang(),
                  post.conversationId(),
                  post.references(),
                  versions,
                  post.metrics(),
                  now.toEpochMilli());
          store.commit(new Entry.Posted(edited));
          return edited;
        });
  }

  /** Gone, and all its versions with it. */
  public void delete(Post post) {
    store.locked(
        state -> {
          store.commit(new Entry.Deleted(post.id()));
          return null;
        });
  }

  public Optional<Post> byId(long id) {
    return store.locked(state -> Optional.ofNullable(state.posts.get(id)));
  }

  /** The newest posts that have not been replaced by an edit, newest first. */
  public List<Post> newest(int most) {
    return store.locked(
        state ->
            state.posts.descendingMap().values().stream()
                .filter(each -> !state.successors.containsKey(each.id()))
                .limit(most)
                .toList());
  }

  /**
   * The current versions between two ids, both excluded, that search knows at this moment; newest
   * first.
   */
  public List<Post> between(long above, long below, Instant known) {
    return store.locked(
        state ->
            above >= below
                ? List.of()
                : state.posts.subMap(above, false, below, false).descendingMap().values().stream()
                    .filter(each -> !each.visibleAt().isAfter(known))
                    .filter(each -> !state.successors.containsKey(each.id()))
                    .toList());
  }

  /**
   * Tells of each new post and version, in their order, before it can be found: for the stream,
   * which must not miss or repeat one. The listener has to be quick and takes no lock of others.
   */
  public void listenAtOnce(Consumer<Post> listener) {
    store.listenAtOnce(listener);
  }

  /** Tells of each new post and version, in their order, a moment after it was made. */
  public void listen(Consumer<Post> listener) {
    store.listen(listener);
  }

  private static Optional<XUser> find(State state, String username) {
    return state.users.values().stream()
        .filter(each -> each.username().equalsIgnoreCase(username))
        .findFirst();
  }

  private static String text(State state, Draft draft) {
    return draft.references().stream()
        .filter(each -> each.kind() == Reference.Kind.RETWEETED)
        .map(each -> state.posts.get(each.id()))
        .findFirst()
        .map(post -> "RT @" + state.users.get(post.authorId()).username() + ": " + post.text())
        .orElse(draft.text());
  }

  private static long conversation(State state, Draft draft, long id) {
    return draft.references().stream()
        .filter(each -> each.kind() == Reference.Kind.REPLIED_TO)
        .map(each -> state.posts.get(each.id()))
        .findFirst()
        .map(Post::conversationId)
        .orElse(id);
  }
}
