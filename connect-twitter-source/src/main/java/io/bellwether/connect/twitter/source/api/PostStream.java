package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.connect.http.HttpAnswer;
import io.bellwether.connect.http.HttpService;
import io.bellwether.connect.http.Secrets;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open filtered stream: a post a line, an empty line at least every 20 seconds. */
public final class PostStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostStream.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_LINE = 1 << 20;

  private final Call call;
  private final Response response;
  private final XAnswers answers;
  private final Secrets secrets;

  private PostStream(Call call, Response response, XAnswers answers, Secrets secrets) {
    this.call = call;
    this.response = response;
    this.answers = answers;
    this.secrets = secrets;
  }

  static Outcome<StreamAnswer> open(
      HttpService http, Request request, Duration silence, XAnswers answers) {
    Call call = http.stream(request, silence);
    try {
      Response response = call.execute();
      if (response.isSuccessful()) {
        return new Ok<>(
            new StreamAnswer.Opened(new PostStream(call, response, answers, http.secrets())));
      }
      try (response) {
        if (response.isRedirect()) {
          return http.redirected(response);
        }
        String body = http.secrets().hide(response.peekBody(LONGEST_LINE).string());
        HttpAnswer answer =
            new HttpAnswer(response.code(), response.headers(), ByteString.encodeUtf8(body));
        return answers.stream(answer).noting(answer.requestId());
      }
    } catch (IOException e) {
      return http.broken(e);
    }
  }

  /**
   * Waits for the next line.
   *
   * @return the post on it; empty when the line was a sign of life, a message, or nothing we know
   * @throws IOException when the stream is over or silent for too long
   */
  public Optional<StreamedPost> next() throws IOException {
    BufferedSource lines = response.body().source();
    String line;
    try {
      line = secrets.hide(lines.readUtf8LineStrict(LONGEST_LINE));
    } catch (EOFException e) {
      throw new IOException("the stream has ended", e);
    }
    answers.alive();
    return line.isBlank() ? Optional.empty() : read(line);
  }

  private static Optional<StreamedPost> read(String line) throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IOException("a line is no JSON", e);
    }
    if (!body.path("data").isObject()) {
      LOG.warn("X sent a message instead of a post: {}", Problem.of(body).detail());
      return Optional.empty();
    }
    List<String> rules = new ArrayList<>();
    body.path("matching_rules").forEach(rule -> rules.add(rule.path("id").asText()));
    return new PostReader(body.path("includes"))
        .read(body.path("data"))
        .map(post -> new StreamedPost(post, rules));
  }

  /** Ends the stream, also a {@link #next} that waits. */
  @Override
  public void close() {
    call.cancel();
  }
}
