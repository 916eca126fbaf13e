package io.bellwether.connect.slack.source.api;

import io.bellwether.connect.slack.source.mapping.Said;
import java.time.Instant;

/**
 * A message that came live.
 *
 * @param envelopeId by which Slack wants it acknowledged, within about three seconds
 * @param receivedAt when the envelope came
 * @param said the message
 */
public record Live(String envelopeId, Instant receivedAt, Said said) {}
