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
import okio.BufferedSource;

/**
 * Calls of one service below one base URL. It never leaves the origin of that URL, neither by a
 * redirect nor by a link in an answer, never repeats a call by itself, reads no body longer than
 * allowed, and gives every call the same time. {@link #close()} cancels what is under way. Calls
 * block; {@link io.bellwether.connect.poll.PollLoop} keeps them off the task's thread.
 */
public final class HttpService implements AutoCloseable {
  /**
   * How a service is called.
   *
   * @param name of the service, for people
   * @param baseUrl https, or http to this machine alone
   * @param callTime for a call as a whole, its body included
   * @param longestBody in bytes, unpacked
   */
  public record Settings(String name, String baseUrl, Duration callTime, long longestBody) {}

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
    String url = settings.baseUrl();
    this.base = HttpUrl.get(url.endsWith("/") ? url : url + "/");
    if (!base.isHttps() && !Origins.isLoopback(base)) {
      throw new IllegalArgumentException("Secrets go only to https URLs, or to this machine");
    }
    this.http =
        new OkHttpClient.Builder()
            .callTimeout(settings.callTime())
            .connectTimeout(settings.callTime())
            .readTimeout(settings.callTime())
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(Origins.only(base))
            .build();
  }

  /** The base URL with a relative path behind it, to be completed by a query. */
  public HttpUrl.Builder url(String path) {
    return base.newBuilder().addEncodedPathSegments(path);
  }

  /**
   * A link that an answer gave.
   *
   * @return {@code null} when it leads to another origin
   */
  public HttpUrl link(String url) {
    HttpUrl link = base.resolve(url);
    return link != null && Origins.same(base, link) ? link : null;
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
      BufferedSource body = response.body().source();
      if (body.request(settings.longestBody() + 1)) {
        return new Retry<>(
            Duration.ZERO,
            settings.name() + "'s answer is longer than " + settings.longestBody() + " bytes",
            true);
      }
      answer = new HttpAnswer(response.code(), response.headers(), body.readByteString());
    } catch (IOException e) {
      return broken(e);
    }
    return answers.apply(answer).noting(answer.requestId());
  }

  /**
   * A call whose answer goes on without end. It has no time as a whole; between two reads it has
   * the given one. The caller executes it off the task's thread and cancels it.
   */
  public Call stream(Request request, Duration silence) {
    meters.started();
    return http.newBuilder()
        .callTimeout(Duration.ZERO)
        .readTimeout(silence)
        .build()
        .newCall(request);
  }

  /** What it means that there is no answer. */
  public <T> Outcome<T> broken(IOException e) {
    boolean neverSent =
        e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof ForeignOriginException;
    String what = neverSent ? " cannot be reached" : " did not answer to the end";
    String why =
        e instanceof ForeignOriginException ? e.getMessage() : e.getClass().getSimpleName();
    return new Retry<>(Duration.ZERO, settings.name() + what + " (" + why + ")", !neverSent);
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
