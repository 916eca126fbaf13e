package io.bellwether.standin.slack.web;

/**
 * Slack's rate limit tiers (docs.slack.dev/apis/web-api/rate-limits) in calls a minute, per app and
 * method. Slack says "1+" for the first and tolerates short bursts; ten let an app open the ten
 * connections it may have.
 */
enum Tier {
  ONE(10),
  TWO(20),
  THREE(50),
  FOUR(100),
  /** Limited otherwise: by channel for posting, hundreds a minute for the rest. */
  SPECIAL(600);

  private final int perMinute;

  Tier(int perMinute) {
    this.perMinute = perMinute;
  }

  int perMinute() {
    return perMinute;
  }
}
