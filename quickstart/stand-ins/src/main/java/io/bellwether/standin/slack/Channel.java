package io.bellwether.standin.slack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A conversation.
 *
 * @param id {@code C...}, or {@code D...} for a direct one
 * @param name without the hash; for a direct conversation the id of the other user
 * @param kind public, private or direct
 * @param creatorId user who made it
 * @param created seconds since the epoch, UTC
 * @param archived closed for posting
 * @param topic the line in its head, may be empty
 * @param previousNames names it had before, latest last
 * @param memberIds user ids in the order they joined
 */
public record Channel(
    String id,
    String name,
    Kind kind,
    String creatorId,
    long created,
    boolean archived,
    String topic,
    List<String> previousNames,
    Set<String> memberIds) {
  /** The kinds of conversation, each with the word its scopes and events start with. */
  public enum Kind {
    PUBLIC("public_channel", "channels", "channel"),
    PRIVATE("private_channel", "groups", "group"),
    DIRECT("im", "im", "im");

    private final String type;
    private final String family;
    private final String eventType;

    Kind(String type, String family, String eventType) {
      this.type = type;
      this.family = family;
      this.eventType = eventType;
    }

    /** As {@code types=} of {@code conversations.list} names it. */
    public String type() {
      return type;
    }

    /** First word of its scopes: {@code channels:history}. */
    public String family() {
      return family;
    }

    /** As {@code channel_type} of an event names it. */
    public String eventType() {
      return eventType;
    }
  }

  public Channel {
    previousNames = List.copyOf(previousNames);
    memberIds = Collections.unmodifiableSet(new LinkedHashSet<>(memberIds));
  }

  /** Whether only its members can see it. */
  public boolean isPrivate() {
    return kind != Kind.PUBLIC;
  }

  /** Whether this user is in it. */
  public boolean hasMember(String userId) {
    return memberIds.contains(userId);
  }

  Channel with(String userId) {
    Set<String> more = new LinkedHashSet<>(memberIds);
    more.add(userId);
    return withMembers(more);
  }

  Channel without(String userId) {
    Set<String> fewer = new LinkedHashSet<>(memberIds);
    fewer.remove(userId);
    return withMembers(fewer);
  }

  Channel renamed(String changed) {
    List<String> names = new ArrayList<>(previousNames);
    names.add(name);
    return new Channel(id, changed, kind, creatorId, created, archived, topic, names, memberIds);
  }

  Channel archived(boolean changed) {
    return new Channel(
        id, name, kind, creatorId, created, changed, topic, previousNames, memberIds);
  }

  private Channel withMembers(Set<String> changed) {
    return new Channel(id, name, kind, creatorId, created, archived, topic, previousNames, changed);
  }
}
