package io.bellwether.connect.http;

import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;

/** Which servers a service may be called at. */
final class Origins {
  private Origins() {}

  static boolean same(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  /** By its name alone: nobody is asked what a name means. */
  static boolean isLoopback(HttpUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Refuses each hop of a call that leaves the origin, before a request is sent there. */
  static Interceptor only(HttpUrl base) {
    return chain -> {
      HttpUrl url = chain.request().url();
      if (!same(base, url)) {
        throw new ForeignOriginException(url.host());
      }
      return chain.proceed(chain.request());
    };
  }
}
