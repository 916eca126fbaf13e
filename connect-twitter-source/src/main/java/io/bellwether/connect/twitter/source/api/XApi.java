package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.http.HttpAnswer;
import io.bellwether.connect.http.HttpService;
import io.bellwether.connect.http.Secrets;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The calls of X's API v2 that the connector makes. They block until X answers or the time is over;
 * {@link #close()} cancels those under way.
 */
public final class XApi implements AutoCloseable {
  /** A hundred posts with everything that is asked for are a tenth of this. */
  private static final long LONGEST_ANSWER = 8 << 20;

  private static final String RULES = "2/tweets/search/stream/rules";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String POST_FIELDS =
      "author_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,public_metrics,"
          + "referenced_tweets";

  private final HttpService http;
  private final XAnswers answers;
  private final Authorizer authorizer;
  private final Consumer<RateHeaders> rates;
  private final InstantSource clock;

  /**
   * @param baseUrl such as {@code https://api.x.com}
   * @param timeout for one call as a whole
   * @param calls told of calls, limits and successes
   * @param rates told what X says of the window of searches
   */
  public XApi(
      String baseUrl,
      Credentials credentials,
      Duration timeout,
      CallMeters calls,
      Consumer<RateHeaders> rates,
      InstantSource clock) {
    this.http =
        new HttpService(
            new HttpService.Settings(
                "X", baseUrl, timeout, LONGEST_ANSWER, new Secrets(credentials.secrets())),
            calls);
    this.answers = new XAnswers(credentials.keys(), calls, clock);
    this.authorizer = authorizer(credentials);
    this.rates = rates;
    this.clock = clock;
  }

  private Authorizer authorizer(Credentials credentials) {
    if (credentials instanceof Credentials.UserKeys keys) {
      return new UserSigning(keys);
    } else if (credentials instanceof Credentials.AppKey key) {
      return new AppToken(key, http, answers);
    }
    String header = "Bearer " + ((Credentials.Bearer) credentials).token();
    return (method, url) -> new Ok<>(header);
  }

  /** One page of {@code GET /2/tweets/search/recent}. */
  public Outcome<SearchAnswer> search(SearchQuery query) {
    HttpUrl.Builder url =
        postFields(http.url("2/tweets/search/recent"))
            .addQueryParameter("query", query.query())
            .addQueryParameter("max_results", String.valueOf(query.maxResults()));
    query.sinceId().ifPresent(id -> url.addQueryParameter("since_id", id));
    query.untilId().ifPresent(id -> url.addQueryParameter("until_id", id));
    query.nextToken().ifPresent(token -> url.addQueryParameter("next_token", token));
    return call(
        new Request.Builder().url(url.build()),
        answer -> {
          RateHeaders.of(answer, clock.instant()).ifPresent(rates);
          return answers.search(answer);
        });
  }

  private static HttpUrl.Builder postFields(HttpUrl.Builder url) {
    return url.addQueryParameter("tweet.fields", POST_FIELDS)
        .addQueryParameter("expansions", "author_id")
        .addQueryParameter("user.fields", "name,username");
  }

  /**
   * A page of the rules of the app's filtered stream: {@code GET /2/tweets/search/stream/rules}.
   */
  public Outcome<RulePage> rules(Optional<String> nextToken) {
    HttpUrl.Builder url = http.url(RULES);
    nextToken.ifPresent(token -> url.addQueryParameter("pagination_token", token));
    return call(
        new Request.Builder().url(url.build()), answer -> answers.read(answer, RulePage::read));
  }

  /** Adds a rule: {@code POST /2/tweets/search/stream/rules}. */
  public Outcome<RulePage> addRules(List<Rule> rules) {
    return changeRules(Rule.adding(rules));
  }

  /** Removes rules by id. */
  public Outcome<RulePage> removeRules(List<String> ids) {
    return changeRules(Rule.deleting(ids));
  }

  private Outcome<RulePage> changeRules(JsonNode change) {
    return call(
        new Request.Builder()
            .url(http.url(RULES).build())
            .post(RequestBody.create(change.toString(), JSON)),
        answer -> answers.read(answer, RulePage::read));
  }

  /**
   * Opens {@code GET /2/tweets/search/stream}.
   *
   * @param silence how long nothing at all may come before the connection counts as dead
   */
  public Outcome<StreamAnswer> stream(Duration silence) {
    Request.Builder request =
        new Request.Builder().url(postFields(http.url("2/tweets/search/stream")).build());
    return authorized(request, signed -> PostStream.open(http, signed, silence, answers));
  }

  private <T> Outcome<T> call(Request.Builder request, Function<HttpAnswer, Outcome<T>> read) {
    return authorized(request, signed -> http.call(signed, read));
  }

  /** A token that X does not take any more is renewed once. */
  private <T> Outcome<T> authorized(Request.Builder request, Function<Request, Outcome<T>> call) {
    Outcome<T> answer = once(request, call);
    boolean isRefused =
        answer instanceof Outcome.Reject<T> reject
            && reject.code().equals(XAnswers.UNAUTHORIZED_CODE);
    String header = request.build().header("Authorization");
    return isRefused && authorizer.renew(header) ? once(request, call) : answer;
  }

  private <T> Outcome<T> once(Request.Builder request, Function<Request, Outcome<T>> call) {
    Request unsigned = request.build();
    return authorizer
        .header(unsigned.method(), unsigned.url())
        .then(header -> call.apply(request.header("Authorization", header).build()));
  }

  @Override
  public void close() {
    http.close();
  }
}
