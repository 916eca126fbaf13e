package io.bellwether.standin.slack;

/**
 * A message before it has its ts.
 *
 * @param userId who says it
 * @param app the app that posts it; null when a person types
 * @param text Slack markup
 * @param threadTs the parent's ts, or null
 * @param subtype or null; a broadcast reply has {@code thread_broadcast}
 * @param details what else it carries
 */
public record Draft(
    String userId, App app, String text, String threadTs, String subtype, Message.Details details) {

  Message at(String channelId, String ts) {
    return new Message(
        channelId,
        ts,
        userId,
        app == null ? null : app.botId(),
        app == null ? null : app.appId(),
        text,
        threadTs,
        subtype,
        details);
  }
}
