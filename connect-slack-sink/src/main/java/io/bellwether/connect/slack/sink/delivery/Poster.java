package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.config.Printable;
import io.bellwether.connect.remote.Pause;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Job.Look;
import io.bellwether.connect.slack.sink.delivery.Job.Post;
import io.bellwether.connect.slack.sink.delivery.Job.Settle;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Failed;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that posts, and looks what is posted: what is due, one after the other. */
final class Poster implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

  /** After so long without a message the service is asked whether it is there. */
  static final Duration QUIET = Duration.ofSeconds(20);

  private final Outbox outbox;
  private final Messenger messenger;
  private final Gate gate;
  private final Pause pause;
  private final Queue<Settled> settled;

  private final InstantSource clock;
  private final Tally tally;

  /** When a message was last posted, or the service last asked whether it is there. */
  private Instant lastCall;

  Poster(
      Outbox outbox,
      Messenger messenger,
      Gate gate,
      Pause pause,
      Queue<Settled> settled,
      InstantSource clock,
      Tally tally) {
    this.clock = clock;
    this.tally = tally;
    this.lastCall = clock.instant();
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
        running = pause.await(workDue());
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped while waiting");
    } catch (RuntimeException | Error e) {
      // The task must not look alive when nobody posts any more.
      LOG.error("The poster has failed", e);
      settled.add(new Settled(null, new Fatal("internal", "This is a bug: " + e + ".")));
    }
  }

  /** Works until nothing is due; gives the time until something will be. */
  private Duration workDue() {
    while (!pause.isStopped()) {
      if (!gate.enter()) {
        return Gate.LONGEST_SHUT;
      }
      Optional<Job> due;
      try {
        due = outbox.next();
        if (due.isPresent() && due.get() instanceof Post post) {
          lastCall = clock.instant();
          settle(post.alerts(), messenger.post(Message.of(post.alerts(), post.parent())));
        } else if (due.isPresent() && due.get() instanceof Settle settle) {
          settle(List.of(settle.alert()), settle.delivery());
        }
      } finally {
        gate.leave();
      }
      if (due.isEmpty()) {
        break;
      }
      if (due.get() instanceof Look look) {
        // Outside of the gate: nobody needs to wait for what only reads.
        look(look);
      }
    }
    Duration next = outbox.untilNext();
    return next.compareTo(QUIET) > 0 ? checkIfQuiet() : next;
  }

  /** A revoked token and a silent service are to be seen also while there is nothing to post. */
  private Duration checkIfQuiet() {
    Duration quiet = Duration.between(lastCall, clock.instant());
    if (quiet.compareTo(QUIET) < 0) {
      return QUIET.minus(quiet);
    }
    lastCall = clock.instant();
    Delivery answer = messenger.check();
    if (answer instanceof Fatal fatal) {
      fail(fatal);
    } else if (answer instanceof Retry retry) {
      LOG.warn(
          "Slack does not answer as it should while there is nothing to post: {}", retry.reason());
    }
    return QUIET;
  }

  private void fail(Fatal fatal) {
    settled.add(new Settled(null, fatal));
    pause.stop();
  }

  private void settle(List<Alert> alerts, Delivery delivery) {
    String channel = alerts.get(0).channel();
    int failuresBefore = outbox.failures(channel);
    boolean last = outbox.settle(alerts, delivery);
    if (delivery instanceof Retry retry) {
      warn(
          "Alert " + Printable.of(alerts.get(0).eventId()) + " could not be posted to",
          channel,
          retry);
      return;
    }
    if (failuresBefore > 0) {
      LOG.info("Channel {} answers again", Printable.of(channel));
    }
    tally.settled(alerts.size(), delivery);
    LOG.debug("{} alerts for channel {}: {}", alerts.size(), Printable.of(channel), delivery);
    if (!last) {
      LOG.info(
          "Channel {} does not take {} alerts as they are: {}",
          Printable.of(channel),
          alerts.size(),
          delivery);
      return;
    }
    alerts.forEach(alert -> settled.add(new Settled(alert, delivery)));
    if (delivery instanceof Fatal) {
      pause.stop();
    }
  }

  private void look(Look look) {
    Step step = look.readBack().next();
    outbox.looked(look, step);
    if (step instanceof Failed failed) {
      if (failed.why() instanceof Retry retry) {
        warn("What was posted before could not be read in", look.channel(), retry);
      } else if (failed.why() instanceof Fatal fatal) {
        fail(fatal);
      }
    } else if (step instanceof Done done) {
      tally.looked();
      LOG.debug(
          "Channel {} has been read: {} alerts",
          Printable.of(look.channel()),
          done.posted().size());
    }
  }

  /** The first failure, the second, the fourth and so on: a long outage must not fill the log. */
  private void warn(String what, String channel, Retry retry) {
    int failures = outbox.failures(channel);
    if (Integer.bitCount(failures) == 1) {
      LOG.warn(
          "{} channel {} ({} failures in a row), trying again: {}{}",
          what,
          Printable.of(channel),
          failures,
          retry.reason(),
          retry.maybePosted() ? "; it may have been posted all the same" : "");
    }
  }
}
