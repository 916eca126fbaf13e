package io.bellwether.analyzer.scorer.azure;

import java.net.URI;
import java.time.Duration;

/**
 * How the service is used.
 *
 * @param key secret
 * @param parallel calls under way at the same time, at most
 * @param perSecond calls of each kind
 * @param perMinute calls of each kind
 * @param timeout of one call
 * @param patience how long there may be no answer at all
 * @param stopsWithout whether the job stops when patience has run out, or texts go unscored
 * @param longestText in characters; what is beyond is not sent
 * @param firstPause after a failure; it doubles with each further one
 */
record AzureSettings(
    URI endpoint,
    String key,
    String apiVersion,
    String modelVersion,
    int parallel,
    int perSecond,
    int perMinute,
    Duration timeout,
    Duration patience,
    boolean stopsWithout,
    int longestText,
    Duration firstPause) {

  URI analyzeText() {
    String base = endpoint.toString().replaceFirst("/+$", "");
    return URI.create(base + "/language/:analyze-text?api-version=" + apiVersion);
  }

  @Override
  public String toString() {
    return "AzureSettings[" + endpoint + "]";
  }
}
