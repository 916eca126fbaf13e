package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Apps;
import io.bellwether.standin.x.Call;
import io.bellwether.standin.x.Calls;
import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Timeline;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls: who calls, may they, too often, then the endpoint's own work. */
public final class Api implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final InstantSource clock;
  private final Faults faults;
  private final Calls calls;
  private final Authentication authentication;
  private final RateWindows windows;
  private final Usage usage;
  private final Search search;
  private final StreamHub streams;
  private final Rules rules;
  private final AppToken tokens;
  private final Answers answers;

  public Api(
      Timeline timeline,
      Apps apps,
      Options options,
      Faults faults,
      Calls calls,
      StreamHub streams) {
    this.clock = options.clock();
    this.faults = faults;
    this.calls = calls;
    this.authentication = new Authentication(apps);
    this.windows = new RateWindows(options.rateLimits());
    this.usage = streams.usage();
    this.search = new Search(timeline, usage, options.searchDelay());
    this.streams = streams;
    this.rules = new Rules(apps);
    this.tokens = new AppToken(apps);
    this.answers = new Answers(clock);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    Instant now = clock.instant();
    String name = exchange.getRequestMethod() + " " + exchange.getRequestPath();
    Fault fault = faults.forCall(name).orElse(null);
    Incoming incoming = Incoming.read(exchange, authentication, now);
    Reply reply = reply(name, incoming, fault);
    Reply sent = fault == null ? reply : reply.spoilt(fault);
    // Recorded before it is sent: who has the answer finds the call among calls().
    calls.add(
        new Call(
            name,
            incoming.caller().map(each -> each.app().name()).orElse(null),
            now,
            incoming.parameters().all(),
            sent.status(),
            sent.problem(),
            sent.posts()));
    if (sent.stream() == null) {
      answers.send(exchange, sent, fault);
    } else {
      answers.headers(exchange, sent.contentType(), sent.window());
      streams.serve(exchange, incoming.caller().orElseThrow().app(), sent.stream());
    }
  }

  private Reply reply(String name, Incoming incoming, Fault fault) {
    RateWindows.Seen seen = null;
    try {
      Endpoint endpoint = Endpoint.of(name).orElseThrow(() -> Problem.generic(404, "Not Found"));
      if (endpoint == Endpoint.TOKEN) {
        refuse(fault, 0);
        return tokens.answer(incoming.authorization(), incoming.body());
      }
      Caller caller = incoming.caller().orElseThrow(Problem::unauthorized);
      seen = admit(endpoint, name, caller, fault, incoming.at());
      if (seen.exceeded()) {
        throw Problem.tooManyRequests();
      }
      refuse(fault, caller.app().id());
      return answer(endpoint, incoming, caller).with(seen);
    } catch (Problem refused) {
      return Reply.of(refused).with(seen);
    } catch (RuntimeException bug) {
      LOG.error("{} failed inside the stand-in", name, bug);
      return Reply.of(Problem.generic(500, "Internal Server Error"));
    }
  }

  private Reply answer(Endpoint endpoint, Incoming incoming, Caller caller) {
    Parameters parameters = incoming.parameters();
    if (endpoint.readsPosts() && usage.capped(incoming.at())) {
      throw Problem.usageCapped(caller.app().id());
    }
    return switch (endpoint) {
      case SEARCH -> search.answer(parameters, incoming.at());
      case STREAM -> Reply.stream(streams.view(parameters, caller.app()));
      case RULES -> rules.list(parameters, caller.app(), incoming.at());
      case CHANGE_RULES -> rules.change(parameters, incoming.body(), caller.app(), incoming.at());
      case TOKEN -> throw new IllegalStateException("answered before");
    };
  }

  private RateWindows.Seen admit(
      Endpoint endpoint, String name, Caller caller, Fault fault, Instant now) {
    if (caller.asUser() && !endpoint.takesUsers()) {
      throw Problem.of(
          403,
          "unsupported-authentication",
          "Unsupported Authentication",
          "Authenticating with OAuth 1.0a User Context is forbidden for this endpoint. Supported"
              + " authentication types are [OAuth 2.0 Application-Only].");
    }
    String key = caller.key() + " " + name;
    if (fault != null && fault.kind() == Fault.Kind.RATE_LIMITED) {
      windows.exhaust(key, now);
    }
    return windows.take(key, endpoint.limit(caller), now);
  }

  private static void refuse(Fault fault, long appId) {
    if (fault == null) {
      return;
    }
    switch (fault.kind()) {
      case USAGE_CAPPED -> throw Problem.usageCapped(appId);
      case CREDITS_DEPLETED -> throw Problem.creditsDepleted(appId);
      case STATUS -> throw Problem.generic(fault.status(), StatusCodes.getReason(fault.status()));
      default -> {
        // These spoil the answer on its way.
      }
    }
  }

  /** What has been read this month. */
  public long postsRead() {
    return usage.month(clock.instant());
  }

  /** Forgets what was counted for the rate limits. */
  public void forgetCounts() {
    windows.clear();
  }
}
