package io.bellwether.connect.twitter.source;

import static io.bellwether.connect.twitter.source.TwitterSourceConfig.ACCESS_TOKEN;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.ACCESS_TOKEN_SECRET;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.API_URL;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.BEARER_TOKEN;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.CONSUMER_KEY;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.CONSUMER_SECRET;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.QUERIES;
import static io.bellwether.connect.twitter.source.TwitterSourceConfig.QUERY;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.twitter.source.api.SearchQuery;
import io.bellwether.connect.twitter.source.api.XApi;
import io.bellwether.connect.twitter.source.mapping.PostId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the definition of the keys cannot check: how they go together, and whether X agrees. */
final class TwitterSourceCheck {
  private static final int LONGEST_QUERY = 4_096;
  private static final int SMALLEST_PAGE = 10;

  /** A moment that X has settled, so short that next to nothing was posted in it. */
  private static final Duration AGO = Duration.ofMinutes(1);

  private TwitterSourceCheck() {}

  static void run(ConnectorCheck check, Map<String, String> given) {
    if (!check.isClean()) {
      return;
    }
    TwitterSourceConfig config = new TwitterSourceConfig(given);
    checkQueries(check, config, given);
    checkCredentials(check, config);
    checkBounds(check, config, given);
    if (check.isClean()) {
      askX(check, config);
    }
  }

  private static void checkQueries(
      ConnectorCheck check, TwitterSourceConfig config, Map<String, String> given) {
    List<String> names = config.getList(QUERIES);
    for (String name : names) {
      String text = given.get(QUERY + name);
      if (text == null || text.isBlank()) {
        check.error(
            QUERY + name, "Query '" + name + "' of queries has no text: set " + QUERY + name + ".");
      } else if (text.length() > LONGEST_QUERY) {
        check.error(QUERY + name, "X takes no query of more than 4,096 characters: shorten it.");
      }
    }
    given.keySet().stream()
        .filter(key -> key.startsWith(QUERY))
        .map(key -> key.substring(QUERY.length()))
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                check.error(
                    QUERY + name,
                    "Query '" + name + "' is not used: add it to queries, or remove the key."));
  }

  private static void checkCredentials(ConnectorCheck check, TwitterSourceConfig config) {
    boolean hasBearer = config.getPassword(BEARER_TOKEN) != null;
    boolean hasApp = has(config, CONSUMER_KEY, CONSUMER_SECRET);
    boolean hasUser = has(config, ACCESS_TOKEN, ACCESS_TOKEN_SECRET);
    if (hasBearer && (hasApp || hasUser)) {
      check.error(
          BEARER_TOKEN,
          "There are several credentials: set either x.bearer.token or the keys beside it.");
    } else if (!hasBearer && !hasApp && !hasUser) {
      check.error(
          BEARER_TOKEN,
          "There are no credentials: set x.bearer.token, or x.consumer.key and x.consumer.secret,"
              + " or these and x.access.token and x.access.token.secret.");
    } else if (!hasBearer) {
      Stream.of(CONSUMER_KEY, CONSUMER_SECRET)
          .forEach(key -> require(check, config, key, "the app's key and secret"));
      if (hasUser) {
        Stream.of(ACCESS_TOKEN, ACCESS_TOKEN_SECRET)
            .forEach(key -> require(check, config, key, "a user's access token and secret"));
      }
    }
  }

  private static boolean has(TwitterSourceConfig config, String one, String other) {
    return config.getPassword(one) != null || config.getPassword(other) != null;
  }

  private static void require(
      ConnectorCheck check, TwitterSourceConfig config, String key, String pair) {
    if (config.getPassword(key) == null) {
      check.error(key, "It is missing: " + pair + " belong together. Set " + key + ".");
    }
  }

  private static void checkBounds(
      ConnectorCheck check, TwitterSourceConfig config, Map<String, String> given) {
    // Connect itself says what is wrong with a tasks.max that is no number.
    String most = given.getOrDefault("tasks.max", "1").strip();
    int tasks =
        config.isStream() || !most.matches("\\d{1,9}")
            ? 1
            : Math.min(Integer.parseInt(most), config.getList(QUERIES).size());
    for (String key : List.of(TwitterSourceConfig.PER_DAY, TwitterSourceConfig.PER_MONTH)) {
      Long bound = config.getLong(key);
      if (bound != null && bound < (long) SMALLEST_PAGE * tasks) {
        check.error(
            key,
            "%d posts are too few for %d tasks, each needs 10: raise it, or lower tasks.max."
                .formatted(bound, tasks));
      }
    }
  }

  /** Each query is tried on a millisecond, which finds next to nothing and so costs nothing. */
  private static void askX(ConnectorCheck check, TwitterSourceConfig config) {
    Instant moment = Instant.now().minus(AGO);
    try (XApi api = config.api(CallMeters.unpublished(), rates -> {}, InstantSource.system())) {
      for (Map.Entry<String, String> query : config.queries().entrySet()) {
        SearchQuery trial =
            new SearchQuery(
                query.getValue(),
                SMALLEST_PAGE,
                Optional.of(PostId.at(moment)),
                Optional.of(PostId.at(moment.plusMillis(1))),
                Optional.empty());
        report(check, config, QUERY + query.getKey(), api.search(trial));
        if (!check.isClean()) {
          return;
        }
      }
    }
  }

  /** A rate limit or a cap says nothing about the configuration and is no reason to refuse it. */
  private static void report(
      ConnectorCheck check, TwitterSourceConfig config, String queryKey, Outcome<?> outcome) {
    if (outcome instanceof Reject<?> reject) {
      String key = reject.scope() == Scope.ITEM ? queryKey : keyOf(config, reject.code());
      check.error(key, reject.remedy() + " (" + reject.code() + ")");
    } else if (outcome instanceof Retry<?> retry && retry.after().isZero()) {
      check.error(
          API_URL,
          retry.reason() + ": check x.api.url and the network of the worker, then try again.");
    }
  }

  private static String keyOf(TwitterSourceConfig config, String code) {
    if (code.startsWith("http_")) {
      return API_URL;
    }
    return config.getPassword(BEARER_TOKEN) == null ? CONSUMER_KEY : BEARER_TOKEN;
  }
}
