package io.bellwether.connect.slack;

/** How an alert of a Bellwether sink is recognised: by the metadata of its message. */
public final class SlackAlert {
  /** The {@code event_type} of the metadata. */
  public static final String EVENT_TYPE = "bellwether_alert";

  private SlackAlert() {}
}
