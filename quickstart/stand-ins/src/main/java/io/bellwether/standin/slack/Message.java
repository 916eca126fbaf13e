package io.bellwether.standin.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as it stands in a channel.
 *
 * @param channelId where it stands
 * @param ts its identity in the channel
 * @param userId who said it
 * @param botId the bot that posted it; null when a person typed it
 * @param appId the app that posted it; null when a person typed it
 * @param text Slack markup, such as {@code <@U...>}
 * @param threadTs ts of the thread's parent; null outside threads, its own ts on no message
 * @param subtype such as {@code channel_join}, {@code thread_broadcast}; null for a plain message
 * @param details what else the message carries
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
    String channelId,
    String ts,
    String userId,
    String botId,
    String appId,
    String text,
    String threadTs,
    String subtype,
    Details details) {
  /**
   * The rarer parts of a message; each may be null.
   *
   * @param blocks Block Kit blocks
   * @param attachments legacy attachments
   * @param metadata {@code {"event_type","event_payload"}}
   * @param clientMsgId id that a person's client gave it
   * @param username name shown in place of the app's
   * @param editedBy user who edited it last
   * @param editedTs when
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Details(
      JsonNode blocks,
      JsonNode attachments,
      JsonNode metadata,
      String clientMsgId,
      String username,
      String editedBy,
      String editedTs) {
    /** Nothing but text. */
    public static final Details NONE = new Details(null, null, null, null, null, null, null);
  }

  /** Its metadata, or null. */
  public JsonNode metadata() {
    return details.metadata();
  }

  /** Whether it is an answer in a thread (and, without broadcast, hidden from the history). */
  public boolean reply() {
    return threadTs != null;
  }

  /** Whether the channel's history shows it: all but replies that were not broadcast. */
  public boolean inHistory() {
    return threadTs == null || "thread_broadcast".equals(subtype);
  }

  Message edited(String newText, Details newDetails) {
    return new Message(channelId, ts, userId, botId, appId, newText, threadTs, subtype, newDetails);
  }
}
