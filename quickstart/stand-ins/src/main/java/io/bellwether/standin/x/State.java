package io.bellwether.standin.x;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All that the stand-in knows. Changed only by entries, read and changed under the store's lock.
 */
final class State {
  final Map<Long, XUser> users = new LinkedHashMap<>();
  final Map<Long, XApp> apps = new LinkedHashMap<>();

  /** Every version that has not been deleted. */
  final NavigableMap<Long, Post> posts = new TreeMap<>();

  /** The version that follows another. */
  final Map<Long, Long> successors = new LinkedHashMap<>();

  final Map<Long, Map<Long, StreamRule>> rules = new LinkedHashMap<>();
  private long lastId;

  void apply(Entry entry) {
    if (entry instanceof Entry.UserAdded added) {
      seen(added.user().id());
      users.put(added.user().id(), added.user());
    } else if (entry instanceof Entry.AppAdded added) {
      seen(added.app().id());
      apps.put(added.app().id(), added.app());
    } else if (entry instanceof Entry.Posted posted) {
      put(posted.post());
    } else if (entry instanceof Entry.Deleted deleted) {
      Post post = posts.get(deleted.id());
      post.versions().forEach(posts::remove);
    } else if (entry instanceof Entry.RuleAdded added) {
      seen(added.rule().id());
      rulesOf(added.appId()).put(added.rule().id(), added.rule());
    } else if (entry instanceof Entry.RuleDeleted deleted) {
      rulesOf(deleted.appId()).remove(deleted.ruleId());
    } else {
      throw new IllegalStateException("unknown entry " + entry.getClass());
    }
  }

  Map<Long, StreamRule> rulesOf(long appId) {
    return rules.computeIfAbsent(appId, any -> new LinkedHashMap<>());
  }

  /** A new id: of this moment, and greater than every one before. */
  long nextId(Instant now) {
    lastId = Math.max(lastId + 1, Snowflake.first(now));
    return lastId;
  }

  private void put(Post post) {
    seen(post.id());
    posts.put(post.id(), post);
    if (post.versions().size() > 1) {
      successors.put(post.versions().get(post.versions().size() - 2), post.id());
    }
  }

  private void seen(long id) {
    lastId = Math.max(lastId, id);
  }
}
