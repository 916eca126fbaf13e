package io.bellwether.standin.trades.web;

import io.bellwether.standin.FaultPlan;
import io.bellwether.standin.Wire;
import io.bellwether.standin.trades.Call;
import io.bellwether.standin.trades.Calls;
import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls in the dialect of their path: too many, or else the call's own work. */
public final class TradesApi implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TradesApi.class);

  private record Known(Dialect dialect, Route route) {}

  private final InstantSource clock;
  private final FaultPlan<Fault> faults;
  private final Calls calls;
  private final List<Dialect> dialects;

  /** {@code calls} remembers each. */
  public TradesApi(MarketStore store, Options options, FaultPlan<Fault> faults, Calls calls) {
    this.clock = options.clock();
    this.faults = faults;
    this.calls = calls;
    this.dialects =
        List.of(
            new NomicsDialect(store, options),
            new KrakenDialect(store, options),
            new CoinbaseDialect(store, options),
            new BinanceDialect(store, options));
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    Query query = Query.of(exchange, clock.instant());
    Optional<Known> known = known(query);
    if (known.isEmpty()) {
      send(exchange, Reply.text(404, "text/plain", "Not found\n", "not found"), query.at());
      return;
    }
    Dialect dialect = known.get().dialect();
    Route route = known.get().route();
    Optional<Fault> fault = faults.forCall(route.name());
    Reply reply = dialect.finished(reply(dialect, route, query, fault), query.at());
    // Recorded before it is sent: who has the answer finds the call among the calls.
    record(route, query, reply, fault);
    send(exchange, reply, fault, query.at());
  }

  private Optional<Known> known(Query query) {
    return dialects.stream()
        .flatMap(dialect -> dialect.route(query).map(route -> new Known(dialect, route)).stream())
        .findFirst();
  }

  private static Reply reply(Dialect dialect, Route route, Query query, Optional<Fault> fault) {
    Instant now = query.at();
    RateLimit limits = dialect.limits();
    Fault.Kind kind = fault.map(Fault::kind).orElse(null);
    if (kind == Fault.Kind.RATE_LIMITED || kind == Fault.Kind.BANNED) {
      boolean ban = kind == Fault.Kind.BANNED;
      return dialect.tooMany(
          limits.close(route.limit(), fault.orElseThrow().time(), ban, now), now);
    }
    Optional<Refusal> refusal = limits.take(route.limit(), route.weight(), now);
    if (refusal.isPresent()) {
      return dialect.tooMany(refusal.get(), now);
    }
    if (kind == Fault.Kind.SERVICE_ERROR) {
      return dialect.failed(fault.orElseThrow().error());
    }
    if (kind == Fault.Kind.STATUS) {
      return Reply.text(
          fault.orElseThrow().status(),
          "text/html",
          "<html><body>Something went wrong</body></html>",
          "HTTP " + fault.orElseThrow().status());
    }
    try {
      return route.work().answer(query, new PageFault(fault));
    } catch (Refused asked) {
      return asked.reply();
    } catch (RuntimeException bug) {
      LOG.error("{} failed inside the stand-in", route.name(), bug);
      return dialect.failed("EGeneral:Internal error");
    }
  }

  private void record(Route route, Query query, Reply reply, Optional<Fault> fault) {
    Map<String, String> parameters = new TreeMap<>(query.parameters());
    parameters.putAll(route.parameters());
    parameters.remove("key");
    boolean unanswered =
        fault
            .map(Fault::kind)
            .filter(kind -> kind == Fault.Kind.SILENCE || kind == Fault.Kind.RESET)
            .isPresent();
    String retryAfter = reply.headers().get("Retry-After");
    calls.add(
        new Call(
            route.name(),
            route.limit(),
            query.at(),
            Map.copyOf(parameters),
            unanswered ? 0 : reply.status(),
            reply.error(),
            retryAfter == null ? null : Long.valueOf(retryAfter),
            unanswered ? 0 : reply.trades()));
  }

  private static void send(
      HttpServerExchange exchange, Reply reply, Optional<Fault> fault, Instant now) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(null);
    if (kind == Fault.Kind.RESET) {
      Wire.reset(exchange);
    } else if (kind == Fault.Kind.SILENCE) {
      Wire.silence(exchange, fault.orElseThrow().time());
    } else if (kind == Fault.Kind.TRUNCATED) {
      Wire.truncate(exchange, headers(exchange, reply, now));
    } else if (kind == Fault.Kind.BROKEN_JSON) {
      Wire.send(exchange, headers(exchange, reply.withBody("{\"oops\":[" + reply.body()), now));
    } else {
      send(exchange, reply, now);
    }
  }

  private static void send(HttpServerExchange exchange, Reply reply, Instant now) {
    Wire.send(exchange, headers(exchange, reply, now));
  }

  /** Sets them, and returns the body. */
  private static byte[] headers(HttpServerExchange exchange, Reply reply, Instant now) {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.setStatusCode(reply.status());
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_TYPE, reply.contentType());
    headers.put(Headers.CONTENT_LENGTH, body.length);
    headers.put(
        Headers.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    reply.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
    return body;
  }

  /** Forgets what was counted for the rate limits. */
  public void forgetCounts() {
    dialects.forEach(dialect -> dialect.limits().clear());
  }
}
