package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonObject;
import com.slack.api.model.Message.Metadata;
import io.bellwether.connect.slack.SlackAlert;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metadata of a posted message, as {@code docs/contracts.md} says. */
final class AlertMetadata {
  private static final String ALERTS = "alerts";
  private static final String THREAD = "thread";
  private static final String EVENT_ID = "event_id";

  private AlertMetadata() {}

  static Metadata of(List<Origin> alerts, Optional<String> thread) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(ALERTS, alerts.stream().map(AlertMetadata::fields).toList());
    thread.ifPresent(name -> payload.put(THREAD, name));
    return Metadata.builder().eventType(SlackAlert.EVENT_TYPE).eventPayload(payload).build();
  }

  /** The event ids in the metadata of a message; none if it is no alert of a sink. */
  static List<String> eventIds(JsonObject message) {
    return SlackMessages.objects(payload(message), ALERTS).stream()
        .map(alert -> SlackMessages.text(alert, EVENT_ID))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** The name of its thread; empty where it has none. */
  static String thread(JsonObject message) {
    return SlackMessages.text(payload(message), THREAD);
  }

  private static JsonObject payload(JsonObject message) {
    JsonObject metadata = SlackMessages.object(message, "metadata");
    boolean ours = SlackAlert.EVENT_TYPE.equals(SlackMessages.text(metadata, "event_type"));
    return ours ? SlackMessages.object(metadata, "event_payload") : new JsonObject();
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
