package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonObject;
import com.slack.api.model.Message.Metadata;
import io.bellwether.connect.slack.SlackAlert;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metadata of a posted message, as {@code docs/contracts.md} says. */
final class AlertMetadata {
  private static final String ALERTS = "alerts";
  private static final String EVENT_ID = "event_id";

  private AlertMetadata() {}

  static Metadata of(List<Origin> alerts) {
    return Metadata.builder()
        .eventType(SlackAlert.EVENT_TYPE)
        .eventPayload(Map.of(ALERTS, alerts.stream().map(AlertMetadata::fields).toList()))
        .build();
  }

  /** The event ids in the metadata of a message; none if it is no alert of a sink. */
  static List<String> eventIds(JsonObject message) {
    JsonObject metadata = SlackMessages.object(message, "metadata");
    if (metadata == null
        || !SlackAlert.EVENT_TYPE.equals(SlackMessages.text(metadata, "event_type"))) {
      return List.of();
    }
    JsonObject payload = SlackMessages.object(metadata, "event_payload");
    return payload == null
        ? List.of()
        : SlackMessages.objects(payload, ALERTS).stream()
            .map(alert -> SlackMessages.text(alert, EVENT_ID))
            .filter(id -> !id.isEmpty())
            .toList();
  }

  private static Map<String, Object> fields(Origin alert) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(EVENT_ID, alert.eventId());
    fields.put("topic", alert.topic());
    fields.put("partition", alert.partition());
    fields.put("offset", alert.offset());
    return fields;
  }
}
