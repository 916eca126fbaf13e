package io.bellwether.connect.twitter.source.api;

import io.bellwether.connect.remote.Outcome;
import okhttp3.HttpUrl;

/** Makes the {@code Authorization} header of a request. Called from several threads. */
interface Authorizer {
  /** The header for a GET of this URL; for a POST with a JSON body the URL is all that counts. */
  Outcome<String> header(String method, HttpUrl url);

  /**
   * X did not take the header.
   *
   * @return whether another one can be had, so that it is worth while to try again
   */
  default boolean renew(String refused) {
    return false;
  }
}
