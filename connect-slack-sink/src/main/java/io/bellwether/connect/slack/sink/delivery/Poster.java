package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.remote.Pause;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.PostedBefore;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that posts: what is due, one message after the other. */
final class Poster implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

  private final Outbox outbox;
  private final Messenger messenger;
  private final Gate gate;
  private final Pause pause;
  private final Queue<Settled> settled;

  Poster(Outbox outbox, Messenger messenger, Gate gate, Pause pause, Queue<Settled> settled) {
    this.outbox = outbox;
    this.messenger = messenger;
    this.gate = gate;
    this.pause = pause;
    this.settled = settled;
  }

  @Override
  public void run() {
    try {
      boolean running = true;
      while (running) {
        running = pause.await(postDue());
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped while waiting");
    } catch (RuntimeException | Error e) {
      // The task must not look alive when nobody posts any more.
      LOG.error("The poster has failed", e);
      settled.add(new Settled(null, new Fatal("internal", "This is a bug: " + e + ".")));
    }
  }

  /** Posts until nothing is due; gives the time until something will be. */
  private Duration postDue() {
    while (!pause.isStopped()) {
      if (!gate.enter()) {
        return Gate.LONGEST_SHUT;
      }
      try {
        Optional<Alert> due = outbox.next();
        if (due.isEmpty()) {
          break;
        }
        if (post(due.get()) instanceof Fatal) {
          pause.stop();
        }
      } finally {
        gate.leave();
      }
    }
    return outbox.untilNext();
  }

  private Delivery post(Alert alert) {
    Delivery delivery =
        outbox.wasPosted(alert) ? new PostedBefore() : messenger.post(Message.of(alert));
    int failuresBefore = outbox.failures(alert);
    outbox.settle(alert, delivery);
    if (delivery instanceof Retry retry) {
      warn(alert, retry, failuresBefore + 1);
    } else {
      LOG.debug("Alert {} for channel {}: {}", alert.eventId(), alert.channel(), delivery);
      settled.add(new Settled(alert, delivery));
      if (failuresBefore > 0) {
        LOG.info("Channel {} answers again", alert.channel());
      }
    }
    return delivery;
  }

  /** The first failure, the second, the fourth and so on: a long outage must not fill the log. */
  private static void warn(Alert alert, Retry retry, int failures) {
    if (Integer.bitCount(failures) == 1) {
      LOG.warn(
          "Alert {} could not be posted to channel {} ({} failures in a row), trying again: {}{}",
          alert.eventId(),
          alert.channel(),
          failures,
          retry.reason(),
          retry.maybePosted() ? "; it may have been posted all the same" : "");
    }
  }
}
