package io.bellwether.standin.x;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the journal: a change of what the stand-in knows, applied in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.UserAdded.class, name = "user"),
  @JsonSubTypes.Type(value = Entry.AppAdded.class, name = "app"),
  @JsonSubTypes.Type(value = Entry.Posted.class, name = "posted"),
  @JsonSubTypes.Type(value = Entry.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = Entry.RuleAdded.class, name = "rule"),
  @JsonSubTypes.Type(value = Entry.RuleDeleted.class, name = "rule-deleted")
})
sealed interface Entry {
  record UserAdded(XUser user) implements Entry {}

  record AppAdded(XApp app) implements Entry {}

  /** A post is new, or a new version of its predecessor. */
  record Posted(Post post) implements Entry {}

  /** A post is gone, and with it all its versions. */
  record Deleted(long id) implements Entry {}

  record RuleAdded(long appId, StreamRule rule) implements Entry {}

  record RuleDeleted(long appId, long ruleId) implements Entry {}
}
