package io.bellwether.connect.http;

import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Which servers may be called: the configured one, over TLS unless it is this machine. */
public final class Origins {
  private Origins() {}

  /**
   * A base URL, with a slash at its end.
   *
   * @throws IllegalArgumentException when it is none, or secrets would travel in clear
   */
  public static HttpUrl base(String url) {
    HttpUrl base = HttpUrl.get(url.endsWith("/") ? url : url + "/");
    if (!isSafe(base)) {
      throw new IllegalArgumentException("Secrets go only to https URLs, or to this machine");
    }
    return base;
  }

  /** Whether what is sent there is sent over TLS, or stays on this machine. */
  public static boolean isSafe(HttpUrl url) {
    return url.isHttps() || isLoopback(url);
  }

  /** By its name alone: nobody is asked what a name means. */
  public static boolean isLoopback(HttpUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /**
   * Keeps a client where it is sent: it follows no redirect, which would take credentials along,
   * and repeats no call by itself, which would post twice.
   */
  public static OkHttpClient.Builder stay(OkHttpClient.Builder client) {
    return client.followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false);
  }

  /** The same, and each answer is read whole, up to a length in bytes, without our secrets. */
  public static OkHttpClient.Builder stay(
      OkHttpClient.Builder client, long longestAnswer, Secrets secrets) {
    return stay(client).addInterceptor(new WholeAnswers(longestAnswer, secrets));
  }
}
