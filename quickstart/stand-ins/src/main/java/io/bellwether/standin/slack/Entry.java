package io.bellwether.standin.slack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the journal: a change of the workspace, applied in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.TeamNamed.class, name = "team"),
  @JsonSubTypes.Type(value = Entry.UserAdded.class, name = "user"),
  @JsonSubTypes.Type(value = Entry.AppSet.class, name = "app"),
  @JsonSubTypes.Type(value = Entry.ChannelSet.class, name = "channel"),
  @JsonSubTypes.Type(value = Entry.Posted.class, name = "posted"),
  @JsonSubTypes.Type(value = Entry.Changed.class, name = "changed"),
  @JsonSubTypes.Type(value = Entry.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = Entry.Revoked.class, name = "revoked")
})
sealed interface Entry {
  record TeamNamed(String id, String name) implements Entry {}

  record UserAdded(User user) implements Entry {}

  /** An app is new or has other scopes or subscriptions. Its tokens stand in the token file. */
  record AppSet(App app) implements Entry {}

  /** A channel is new, or anything about it but its messages has changed. */
  record ChannelSet(Channel channel) implements Entry {}

  record Posted(Message message) implements Entry {}

  record Changed(Message message, String ts) implements Entry {}

  record Deleted(String channelId, String messageTs, String ts) implements Entry {}

  /** A token kind of an app stopped working: {@code bot}, {@code app} or {@code user}. */
  record Revoked(String appId, String token) implements Entry {}
}
