package io.bellwether.connect.remote;

import io.bellwether.config.Printable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a call to a remote service. Each service decides in one place which answer means
 * what; everybody else only distinguishes these three. Words that come from the service are made
 * {@linkplain Printable printable} here, because they end up in logs and in the traces of tasks.
 *
 * @param <T> what the service gives when it works
 */
public sealed interface Outcome<T> {

  /** The service did it. */
  record Ok<T>(T value) implements Outcome<T> {}

  /**
   * It may work later.
   *
   * @param after how long the service wants to be left alone; zero when it did not say
   * @param reason for a person, without secrets
   * @param maybeDone whether the service may have done it all the same: a time-out after sending,
   *     for example. Doing it again may then do it twice.
   */
  record Retry<T>(Duration after, String reason, boolean maybeDone) implements Outcome<T> {
    public Retry {
      reason = Printable.of(reason);
    }
  }

  /**
   * It will not work until somebody changes something.
   *
   * @param scope how much is refused
   * @param code the service's own word for the error
   * @param remedy what a person can do about it, without secrets
   */
  record Reject<T>(Scope scope, String code, String remedy) implements Outcome<T> {
    public Reject {
      code = Printable.of(code);
      remedy = Printable.of(remedy);
    }
  }

  /** How far a rejection reaches. */
  enum Scope {
    /** This one thing: others may go through. */
    ITEM,
    /** Everything: the credentials or the permissions are wrong. */
    ALL
  }

  /** The same outcome with another value in an {@link Ok}. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    if (this instanceof Ok<T> ok) {
      return new Ok<>(change.apply(ok.value()));
    }
    if (this instanceof Retry<T> retry) {
      return new Retry<>(retry.after(), retry.reason(), retry.maybeDone());
    }
    Reject<T> reject = (Reject<T>) this;
    return new Reject<>(reject.scope(), reject.code(), reject.remedy());
  }

  /**
   * The same with something for whoever reads the reason or the remedy.
   *
   * @param more such as the service's id of the request; empty for nothing
   */
  default Outcome<T> noting(Optional<String> more) {
    if (more.isPresent() && this instanceof Retry<T> retry) {
      return new Retry<>(
          retry.after(), retry.reason() + " [" + more.get() + "]", retry.maybeDone());
    }
    if (more.isPresent() && this instanceof Reject<T> reject) {
      return new Reject<>(reject.scope(), reject.code(), reject.remedy() + " [" + more.get() + "]");
    }
    return this;
  }

  /** This when it is not {@link Ok}; what the next call gives when it is. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    if (this instanceof Ok<T> ok) {
      return next.apply(ok.value());
    }
    return map(value -> null);
  }
}
