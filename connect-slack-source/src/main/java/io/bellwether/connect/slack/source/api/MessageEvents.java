package io.bellwether.connect.slack.source.api;

import com.google.gson.JsonObject;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.mapping.SlackMessage;
import java.util.Optional;

/**
 * Reads {@code message} events: docs.slack.dev/reference/events/message. Some of their subtypes are
 * not messages but tell what became of one.
 */
final class MessageEvents {
  private final FeedbackMapper mapper;

  MessageEvents(FeedbackMapper mapper) {
    this.mapper = mapper;
  }

  /** What the event tells; empty when it is nothing to read. */
  Optional<Said> read(String channelId, JsonObject event) {
    Optional<SlackMessage> previous =
        Messages.object(event, "previous_message").map(one -> Messages.read(channelId, one));
    Optional<Said> told =
        switch (Messages.text(event, "subtype").orElse("")) {
          case "message_changed" ->
              Messages.object(event, "message")
                  .map(one -> Messages.read(channelId, one))
                  .flatMap(now -> changed(now, previous));
          case "message_deleted" -> deleted(channelId, event, previous);
          case "message_replied" -> Optional.empty();
          default -> Optional.of(mapper.map(Messages.read(channelId, event)));
        };
    return told.filter(said -> SlackTs.isValid(said.ts()));
  }

  /** Slack reports a change also when it adds a preview or counts a reply. */
  private Optional<Said> changed(SlackMessage now, Optional<SlackMessage> previous) {
    if (!mapper.tellsChanges()) {
      return Optional.empty();
    }
    if (now.isTombstone()) {
      return Optional.of(
          mapper.deleted(
              previous.orElseGet(
                  () -> SlackMessage.gone(now.channelId(), now.ts(), Optional.empty()))));
    }
    boolean isEdit =
        now.editedTs().isPresent()
            && previous
                .filter(
                    before ->
                        before.editedTs().equals(now.editedTs())
                            && before.text().equals(now.text()))
                .isEmpty();
    return isEdit ? Optional.of(mapper.edited(now, previous)) : Optional.empty();
  }

  private Optional<Said> deleted(
      String channelId, JsonObject event, Optional<SlackMessage> previous) {
    return Messages.text(event, "deleted_ts")
        .filter(ts -> mapper.tellsChanges() && SlackTs.isValid(ts))
        .map(
            ts ->
                mapper.deleted(
                    previous
                        .filter(before -> before.ts().equals(ts))
                        .orElseGet(() -> SlackMessage.gone(channelId, ts, Optional.empty()))));
  }
}
