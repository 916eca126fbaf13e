package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Calls;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Faults;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.Workspace;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers calls under {@code /api/}: who calls, may they, too often, then the method's own work.
 */
public final class WebApi implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);
  private static final int SMALL_PAGE = 15;

  private final Workspace workspace;
  private final InstantSource clock;
  private final Faults faults;
  private final Calls calls;
  private final RateLimits limits;
  private final Answers answers;
  private final Map<String, ApiMethod> methods = new HashMap<>();

  /** {@code openSocket} gives an app the address for one socket connection. */
  public WebApi(
      Workspace workspace,
      Options options,
      Faults faults,
      Calls calls,
      Function<App, String> openSocket) {
    this.workspace = workspace;
    this.clock = options.clock();
    this.faults = faults;
    this.calls = calls;
    this.limits = new RateLimits(options.rateLimits());
    this.answers = new Answers(options.clock());
    Rendering rendering = new Rendering(workspace);
    PostingLimit posting = new PostingLimit(options.postingLimit());
    add(new AuthMethods(workspace, openSocket).all());
    add(new ConversationMethods(workspace, rendering).all());
    add(
        new HistoryMethods(
                workspace,
                rendering,
                options.oldestFirst(),
                limit -> faults.smallRegime() ? Math.min(limit, SMALL_PAGE) : limit)
            .all());
    add(new UserMethods(workspace, rendering).all());
    add(new ChatMethods(workspace, rendering, posting).all());
  }

  private void add(List<ApiMethod> group) {
    group.forEach(method -> methods.put(method.name(), method));
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    Instant now = clock.instant();
    String name = exchange.getRelativePath().replaceFirst("^/", "");
    Arguments arguments = new Arguments(Map.of());
    Caller caller = null;
    Reply reply;
    Optional<Fault> fault = faults.forCall(name);
    try {
      Request request = Request.read(exchange);
      arguments = request.arguments();
      caller = request.token().flatMap(workspace::caller).orElse(null);
      reply =
          fault.isPresent() && !fault.get().carriedOut()
              ? refused(fault.get(), name, caller, now)
              : reply(name, request, caller, now);
    } catch (SlackError unreadable) {
      reply = Reply.error(unreadable);
    }
    Reply sent = fault.isPresent() ? reply.spoilt(fault.get()) : reply;
    // Recorded before it is sent: who has the answer finds the call among calls().
    calls.add(
        new Call(
            name,
            caller == null ? null : caller.app().name(),
            now,
            arguments.withoutToken(),
            sent.status(),
            sent.error(),
            sent.retryAfter()));
    answers.send(exchange, sent, fault.orElse(null));
  }

  private Reply refused(Fault fault, String name, Caller caller, Instant now) {
    if (fault.kind() == Fault.Kind.RATE_LIMITED && caller != null) {
      return Reply.rateLimited(
          limits.close(caller.app().appId(), name, fault.time(), now).seconds());
    }
    return Reply.ok(Json.object(), List.of(), List.of());
  }

  private Reply reply(String name, Request request, Caller caller, Instant now) {
    ApiMethod method = methods.get(name);
    try {
      if (method == null) {
        throw new SlackError("unknown_method", Json.object().put("req_method", name));
      }
      admit(method, request, caller, now);
      ObjectNode body = Json.object().put("ok", true);
      body.setAll(method.work().apply(new ApiCall(caller, request.arguments(), now)));
      return Reply.ok(body, scopes(caller), method.scopes());
    } catch (SlackError error) {
      return Reply.error(error, scopes(caller), method == null ? List.of() : method.scopes());
    } catch (RateLimited tooSoon) {
      return Reply.rateLimited(tooSoon.seconds());
    } catch (RuntimeException bug) {
      LOG.error("{} failed inside the stand-in", name, bug);
      return Reply.error(new SlackError("internal_error"));
    }
  }

  private void admit(ApiMethod method, Request request, Caller caller, Instant now) {
    if (method.tokens().isEmpty()) {
      return;
    }
    if (request.token().isEmpty()) {
      throw new SlackError("not_authed");
    }
    if (caller == null) {
      throw new SlackError("invalid_auth");
    }
    if (caller.revoked()) {
      throw new SlackError("token_revoked");
    }
    if (!method.tokens().contains(caller.kind())) {
      throw new SlackError("not_allowed_token_type");
    }
    limits.take(caller.app().appId(), method, perMinute(method), now);
    if (!method.scopes().isEmpty()
        && method.scopes().stream().noneMatch(caller.app().scopes()::contains)) {
      throw SlackError.missingScope(String.join(",", method.scopes()), scopes(caller));
    }
  }

  private int perMinute(ApiMethod method) {
    boolean reading =
        method.name().equals("conversations.history")
            || method.name().equals("conversations.replies");
    return reading && faults.smallRegime() ? 1 : method.tier().perMinute();
  }

  private static List<String> scopes(Caller caller) {
    if (caller == null) {
      return List.of();
    }
    return caller.kind() == Caller.Kind.APP
        ? List.of("connections:write")
        : List.copyOf(new TreeSet<>(caller.app().scopes()));
  }

  /** Forgets what was counted for the rate limits. */
  public void forgetCounts() {
    limits.clear();
  }
}
