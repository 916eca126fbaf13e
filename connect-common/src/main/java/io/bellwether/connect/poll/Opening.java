package io.bellwether.connect.poll;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.RetryClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a task has to learn from the service before it can read: who it is, what there is. The
 * service may be in trouble just then, so it is asked between polls and not at the start, and as
 * often as it takes.
 *
 * @param <T> what is learnt
 */
public final class Opening<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final String service;
  private final Supplier<Outcome<T>> attempt;
  private final RetryClock retries;
  private final PollLoop loop;
  private T opened;

  /**
   * @param service its name, for log and errors
   * @param attempt asks the service; called again after a {@link Retry}
   */
  public Opening(String service, Supplier<Outcome<T>> attempt, RetryClock retries, PollLoop loop) {
    this.service = service;
    this.attempt = attempt;
    this.retries = retries;
    this.loop = loop;
  }

  /**
   * What was learnt, as soon as it is there; until then this asks when it is time to.
   *
   * @throws ConnectException when only a person can help; the message says how
   */
  public Optional<T> get() {
    if (opened == null && !loop.isAsking() && retries.isDue()) {
      loop.ask(attempt, this::answered);
    }
    return Optional.ofNullable(opened);
  }

  private void answered(Outcome<T> answer) {
    if (answer instanceof Ok<T> ok) {
      opened = ok.value();
    } else if (answer instanceof Retry<T> retry) {
      Duration delay = retries.failed(retry.after());
      LOG.warn("{} is asked again in {}: {}", service, delay, retry.reason());
    } else if (answer instanceof Reject<T> reject) {
      throw new ConnectException(
          "%s refuses the connector (%s). %s".formatted(service, reject.code(), reject.remedy()));
    }
  }
}
