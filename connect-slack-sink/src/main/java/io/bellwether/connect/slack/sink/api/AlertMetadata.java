package io.bellwether.connect.slack.sink.api;

import com.slack.api.model.Message.Metadata;
import io.bellwether.connect.slack.SlackAlert;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metadata of a posted message, as {@code docs/contracts.md} says. */
final class AlertMetadata {

  private AlertMetadata() {}

  static Metadata of(List<Origin> alerts) {
    return Metadata.builder()
        .eventType(SlackAlert.EVENT_TYPE)
        .eventPayload(Map.of("alerts", alerts.stream().map(AlertMetadata::fields).toList()))
        .build();
  }

  private static Map<String, Object> fields(Origin alert) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event_id", alert.eventId());
    fields.put("topic", alert.topic());
    fields.put("partition", alert.partition());
    fields.put("offset", alert.offset());
    return fields;
  }
}
