package io.bellwether.standin.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.FaultPlan;
import io.bellwether.standin.Wire;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code POST /language/:analyze-text}: key, tier, request; then the answer, after its time. */
final class AnalyzeText implements HttpHandler {
  private static final String PATH = "/language/:analyze-text";
  private static final HttpString KEY = new HttpString("Ocp-Apim-Subscription-Key");
  private static final int MOST_BYTES = 1_000_000;
  private static final int ENDLESS_BYTES = 16_000_000;

  private final Options options;
  private final FaultPlan<Fault> faults;
  private final Calls calls;
  private final RateLimit limit;
  private final Analysis analysis;

  AnalyzeText(Options options, FaultPlan<Fault> faults, Calls calls) {
    this.options = options;
    this.faults = faults;
    this.calls = calls;
    this.limit = new RateLimit(options.perSecond(), options.perMinute());
    this.analysis = new Analysis(options);
  }

  void forgetCounts() {
    limit.clear();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.getRequestReceiver().receiveFullBytes(this::received);
  }

  private void received(HttpServerExchange exchange, byte[] body) {
    Instant now = options.clock().instant();
    JsonNode request = Analysis.parse(body);
    String kind = request == null ? "" : request.path("kind").asText();
    int documents = request == null ? 0 : Analysis.documents(request).size();
    Optional<Fault> fault = faults.forCall(kind);
    Reply reply =
        fault.isPresent() && fault.get().kind() == Fault.Kind.RATE_LIMITED
            ? Reply.rateLimited(RateLimit.seconds(fault.get().time()))
            : reply(exchange, request, kind, body.length, now);
    int status = fault.map(Fault::status).orElse(reply.status());
    // Recorded before it is sent: who has the answer finds the call among calls().
    calls.add(new Call(kind, now, documents, body.length, status, reply.retryAfter()));
    Runnable send = () -> send(exchange, reply, fault);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            exchange
                .getIoThread()
                .executeAfter(
                    () -> exchange.getConnection().getWorker().execute(send),
                    options.answerTime().toMillis(),
                    TimeUnit.MILLISECONDS));
  }

  private Reply reply(
      HttpServerExchange exchange, JsonNode request, String kind, int bytes, Instant now) {
    Deque<String> version = exchange.getQueryParameters().get("api-version");
    if (!exchange.getRequestPath().equals(PATH)
        || !exchange.getRequestMethod().equals(Methods.POST)
        || version == null) {
      return Reply.refused(404, "Resource not found");
    }
    if (!options.key().equals(exchange.getRequestHeaders().getFirst(KEY))) {
      return Reply.refused(401, "The subscription key is not valid for this endpoint.");
    }
    if (bytes > MOST_BYTES) {
      return Reply.refused(413, "The request is larger than 1 MB.");
    }
    Optional<Integer> wait = limit.take(kind, now);
    if (wait.isPresent()) {
      return Reply.rateLimited(wait.get());
    }
    return request == null
        ? Reply.invalid("InvalidRequestBodyFormat", "The body is no JSON object.")
        : analysis.of(request);
  }

  private static void send(HttpServerExchange exchange, Reply reply, Optional<Fault> fault) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(null);
    if (kind == Fault.Kind.RESET) {
      Wire.reset(exchange);
      return;
    }
    if (kind == Fault.Kind.SILENCE) {
      Wire.silence(exchange, fault.get().time());
      return;
    }
    String body = kind == null ? reply.body() : spoilt(reply, fault.get());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.setStatusCode(fault.map(Fault::status).orElse(reply.status()));
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
    headers.put(Headers.CONTENT_LENGTH, bytes.length);
    if (reply.retryAfter() != null) {
      headers.put(Headers.RETRY_AFTER, reply.retryAfter());
    }
    if (kind == Fault.Kind.REDIRECTED) {
      headers.put(Headers.LOCATION, fault.get().target());
    }
    if (kind == Fault.Kind.TRUNCATED) {
      Wire.truncate(exchange, bytes);
    } else {
      Wire.send(exchange, bytes);
    }
  }

  private static String spoilt(Reply reply, Fault fault) {
    return switch (fault.kind()) {
      case STATUS, REDIRECTED -> "<html><body>Something went wrong</body></html>";
      case ENDLESS -> " ".repeat(ENDLESS_BYTES);
      case NONSENSE -> "{\"kind\":\"SomethingElse\",\"results\":{}}";
      case RATE_LIMITED, SILENCE, TRUNCATED, RESET -> reply.body();
    };
  }
}
