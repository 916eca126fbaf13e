package io.bellwether.connect.twitter.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.connect.http.HttpAnswer;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.twitter.source.mapping.PostMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as X's schema allows them, and some that it does not. */
class AnswersFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POST =
      "{\"id\":\"9007199254740993\",\"text\":\"a &amp; b https://t.co/x\",\"author_id\":\"7\","
          + "\"created_at\":\"2026-11-25T12:00:00.000Z\",\"lang\":\"en\","
          + "\"edit_history_tweet_ids\":[\"9007199254740993\"],"
          + "\"entities\":{\"urls\":[{\"start\":1,\"end\":2,\"url\":\"https://t.co/x\","
          + "\"expanded_url\":\"https://a.b/\"}]},"
          + "\"note_tweet\":{\"text\":\"long a &amp; b https://t.co/x\",\"entities\":{\"urls\":["
          + "{\"url\":\"https://t.co/x\",\"expanded_url\":\"https://a.b/\"}]}},"
          + "\"public_metrics\":{\"like_count\":3,\"reply_count\":0},"
          + "\"referenced_tweets\":[{\"type\":\"quoted\",\"id\":\"5\"}]}";
  private static final String PAGE =
      "{\"data\":["
          + POST
          + ","
          + POST.replace("0993\"", "0995\"")
          + "],\"includes\":{\"users\":[{\"id\":\"7\",\"name\":\"Ann\",\"username\":\"ann\"}]},"
          + "\"meta\":{\"newest_id\":\"9007199254740995\",\"oldest_id\":\"9007199254740993\","
          + "\"result_count\":2,\"next_token\":\"b26v89\"}}";

  private final XAnswers answers =
      new XAnswers("x.bearer.token", CallMeters.unpublished(), InstantSource.system());
  private final Random random = new Random(20261125);

  private Outcome<SearchAnswer> read(int status, String body, String... headers) {
    return answers.search(new HttpAnswer(status, Headers.of(headers), ByteString.encodeUtf8(body)));
  }

  private static SearchAnswer.Page page(Outcome<SearchAnswer> outcome) {
    return (SearchAnswer.Page) ((Outcome.Ok<SearchAnswer>) outcome).value();
  }

  @Test
  void aWholePageIsReadNewestFirstAndInFull() {
    SearchAnswer.Page page = page(read(200, PAGE));
    assertThat(page.posts()).extracting(post -> post.id()).first().isEqualTo("9007199254740995");
    assertThat(page.newestId()).contains("9007199254740995");
    assertThat(page.nextToken()).contains("b26v89");
    assertThat(PostMapper.feedback(page.posts().get(0), "q").text())
        .isEqualTo("long a & b https://a.b/");
    assertThat(PostMapper.feedback(page.posts().get(0), "q").author().name()).isEqualTo("Ann");
  }

  @Test
  void theNamesOfTheNewerSchemaAreReadToo() {
    String newer =
        PAGE.replace("edit_history_tweet_ids", "edit_history_post_ids")
            .replace("note_tweet", "note_post")
            .replace("referenced_tweets", "referenced_posts");
    assertThat(read(200, newer)).isEqualTo(read(200, PAGE));
  }

  @Test
  void noFieldIsSureToBeThereAndUnknownOnesAreNoHarm() throws Exception {
    for (int n = 0; n < 2_000; n++) {
      JsonNode spoilt = JSON.readTree(PAGE);
      for (int times = random.nextInt(6); times >= 0; times--) {
        spoil(spoilt);
      }
      Outcome<SearchAnswer> outcome = read(200, spoilt.toString());
      if (outcome instanceof Outcome.Ok<SearchAnswer> ok) {
        page(ok).posts().forEach(post -> PostMapper.feedback(post, "q").eventId());
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Retry.class);
      }
    }
  }

  /** Removes, replaces or adds something somewhere. */
  private void spoil(JsonNode tree) {
    List<JsonNode> nodes = new ArrayList<>();
    collect(tree, nodes);
    JsonNode chosen = nodes.get(random.nextInt(nodes.size()));
    if (chosen instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.putNull(name);
        case 2 -> object.put("unknown" + random.nextInt(), 1);
        default -> object.set(name, odd());
      }
    } else if (chosen instanceof ArrayNode array) {
      array.add(odd());
    }
  }

  private JsonNode odd() {
    List<String> odd = List.of("null", "17", "-1", "1.5", "\"\"", "\"x\"", "[]", "{}", "[[1]]");
    try {
      return JSON.readTree(odd.get(random.nextInt(odd.size())));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> collect(child, found));
    }
  }

  @Test
  void aUsageCapIsNoRateLimit() {
    String capped =
        "{\"title\":\"UsageCapExceeded\",\"detail\":\"Usage cap exceeded: Monthly product cap\","
            + "\"period\":\"Monthly\",\"type\":\"https://api.twitter.com/2/problems/usage-capped\"}";
    String[] healthy = {
      "x-rate-limit-limit", "450", "x-rate-limit-remaining", "449", "x-rate-limit-reset", "1"
    };
    assertThat(read(429, capped, healthy))
        .isEqualTo(new Outcome.Ok<>(new SearchAnswer.Capped(false)));
    assertThat(read(429, capped.replace("Monthly", "Daily"), healthy))
        .isEqualTo(new Outcome.Ok<>(new SearchAnswer.Capped(true)));
    assertThat(read(429, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}"))
        .isInstanceOf(Outcome.Retry.class);
  }

  @Test
  void aRateLimitIsWaitedForByTheServersClock() {
    Outcome<SearchAnswer> limited =
        read(
            429,
            "",
            "Date",
            "Wed, 25 Nov 2026 12:00:00 GMT",
            "x-rate-limit-limit",
            "450",
            "x-rate-limit-remaining",
            "0",
            "x-rate-limit-reset",
            "1795608900");
    assertThat(((Outcome.Retry<SearchAnswer>) limited).after()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void anIdThatIsTooOldTellsTheSmallestOneThatIsNot() {
    String tooOld =
        "{\"errors\":[{\"parameters\":{\"since_id\":[\"1\"]},\"message\":\"'since_id' must be a"
            + " tweet id created after 2026-07-31T11:45Z. Please use a 'since_id' that is larger"
            + " than 2083157183716917248\"}],\"title\":\"Invalid Request\"}";
    assertThat(read(400, tooOld))
        .isEqualTo(new Outcome.Ok<>(new SearchAnswer.TooOld(Optional.of("2083157183716917248"))));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ITEM, invalid-request",
    "401, ALL, unauthorized",
    "402, ALL, credits-depleted",
    "403, ALL, client-forbidden",
    "404, ALL, http_404"
  })
  void whatOnlyAPersonCanChangeIsRefused(int status, Outcome.Scope scope, String code) {
    String body =
        status == 403 ? "{\"type\":\"https://api.x.com/2/problems/client-forbidden\"}" : "<html>";
    Outcome.Reject<SearchAnswer> reject = (Outcome.Reject<SearchAnswer>) read(status, body);
    assertThat(reject.scope()).isEqualTo(scope);
    assertThat(reject.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"500, {}", "503, <html>", "200, '{\"data\":[{\"id\"'", "408, ''"})
  void whatPassesIsTriedAgain(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Outcome.Retry.class);
  }
}
