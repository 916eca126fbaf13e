package io.bellwether.connect.http;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls of one service below one base URL. It never leaves the origin of that URL: redirects are
 * not followed, and links in answers are not read. It never repeats a call by itself, reads no body
 * longer than allowed, blots out its secrets where an answer echoes them, and gives every call the
 * same time. {@link #close()} cancels what is under way. Calls block; {@link
 * io.bellwether.connect.poll.PollLoop} keeps them off the task's thread.
 */
public final class HttpService implements AutoCloseable {
  /**
   * How a service is called.
   *
   * @param name of the service, for people
   * @param baseUrl https, or http to this machine alone
   * @param callTime for a call as a whole, its body included
   * @param longestBody in bytes, unpacked
   * @param secrets what answers may echo
   */
  public record Settings(
      String name, String baseUrl, Duration callTime, long longestBody, Secrets secrets) {}

  private final Settings settings;
  private final HttpUrl base;
  private final OkHttpClient http;
  private final CallMeters meters;

  /**
   * @param meters told of calls that begin; whoever reads answers tells it of limits and successes
   * @throws IllegalArgumentException when the base URL is none or is not safe
   */
  public HttpService(Settings settings, CallMeters meters) {
    this.settings = settings;
    this.meters = meters;
    this.base = Origins.base(settings.baseUrl());
    this.http =
        Origins.stay(new OkHttpClient.Builder(), settings.longestBody(), settings.secrets())
            .callTimeout(settings.callTime())
            .connectTimeout(settings.callTime())
            .readTimeout(settings.callTime())
            .build();
  }

  /** The base URL with a relative path behind it, to be completed by a query. */
  public HttpUrl.Builder url(String path) {
    return base.newBuilder().addEncodedPathSegments(path);
  }

  /**
   * Calls the service.
   *
   * @param answers decides what an answer means; not asked when there is none
   */
  public <T> Outcome<T> call(Request request, Function<HttpAnswer, Outcome<T>> answers) {
    meters.started();
    HttpAnswer answer;
    try (Response response = http.newCall(request).execute()) {
      if (response.isRedirect()) {
        return redirected(response);
      }
      answer =
          new HttpAnswer(
              response.code(), response.headers(), response.body().source().readByteString());
    } catch (IOException e) {
      return broken(e);
    }
    return answers.apply(answer).noting(answer.requestId());
  }

  /**
   * What a redirect means. It may pass: a maintenance page, a network's log-in. A wrong base URL
   * shows in the log.
   */
  public <T> Outcome<T> redirected(Response response) {
    HttpUrl to = base.resolve(String.valueOf(response.header("Location")));
    return new Retry<>(
        Duration.ZERO,
        "%s sends us to %s, which is not followed"
            .formatted(settings.name(), to == null ? "nowhere" : to.host()),
        false);
  }

  /** Of texts that do not come as whole answers, such as lines of a stream. */
  public Secrets secrets() {
    return settings.secrets();
  }

  /**
   * A call whose answer goes on without end. It has no time as a whole; between two reads it has
   * the given one. The caller executes it off the task's thread and cancels it.
   */
  public Call stream(Request request, Duration silence) {
    meters.started();
    OkHttpClient.Builder endless =
        http.newBuilder().callTimeout(Duration.ZERO).readTimeout(silence);
    endless.interceptors().clear();
    return endless.build().newCall(request);
  }

  /** What it means that there is no answer. */
  public <T> Outcome<T> broken(IOException e) {
    if (e instanceof AnswerTooLongException) {
      return new Retry<>(Duration.ZERO, settings.name() + ": " + e.getMessage(), true);
    }
    boolean neverSent = e instanceof ConnectException || e instanceof UnknownHostException;
    String what = neverSent ? " cannot be reached" : " did not answer to the end";
    return new Retry<>(
        Duration.ZERO,
        settings.name() + what + " (" + e.getClass().getSimpleName() + ")",
        !neverSent);
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
