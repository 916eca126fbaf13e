package io.bellwether.chaos.secrets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before services and passes calls on, until it turns nasty: then it answers by itself, and
 * each answer repeats the credentials of its call, as careless services do.
 */
final class EchoingProxy implements AutoCloseable {
  /** Begins the services' ids of requests. */
  static final String REQUEST = "canary-request-";

  private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type");
  private static final Map<String, String> REQUEST_IDS =
      Map.of(
          "slack-source", "x-slack-req-id",
          "slack-sink", "x-slack-req-id",
          "twitter-source", "x-transaction-id",
          "nomics-source", "CF-Ray");

  /** How it answers. */
  enum Mood {
    /** Passes on. */
    KIND,
    /** In trouble that passes. */
    TROUBLE,
    /** Refuses what is asked for, in words that nobody knows. */
    ODD,
    /** Refuses the credentials. */
    REFUSAL
  }

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, URI> services = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Mood mood = Mood.KIND;

  EchoingProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where a connector reaches its service through this. */
  String before(String connector, URI service) {
    services.put(connector, service);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + connector + "/";
  }

  void turn(Mood next) {
    calls.clear();
    mood = next;
  }

  /** How often a connector has called since the mood turned. */
  int calls(String connector) {
    return calls.getOrDefault(connector, new AtomicInteger()).get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] path = exchange.getRequestURI().getRawPath().split("/", 3);
    try (exchange) {
      Mood now = mood;
      exchange
          .getResponseHeaders()
          .set(REQUEST_IDS.get(path[1]), REQUEST + requests.incrementAndGet());
      if (now == Mood.KIND) {
        passOn(exchange, services.get(path[1]), path[2], body);
      } else {
        answer(exchange, status(now, path[1]), echo(exchange, now, path[1]));
      }
      calls.computeIfAbsent(path[1], name -> new AtomicInteger()).incrementAndGet();
    }
  }

  private void passOn(HttpExchange exchange, URI service, String rest, byte[] body)
      throws IOException {
    String base = service.toString().replaceFirst("/*$", "/");
    String query = exchange.getRequestURI().getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + rest + (query == null ? "" : "?" + query)))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : PASSED_ON) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static int status(Mood mood, String service) {
    return switch (mood) {
      case TROUBLE -> 503;
      case ODD -> service.startsWith("slack") ? 200 : 400;
      default -> service.startsWith("slack") ? 200 : 403;
    };
  }

  private static byte[] echo(HttpExchange exchange, Mood mood, String service) {
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String credentials = header.replaceFirst("^\\w+ ", "");
    if (header.startsWith("Basic ")) {
      credentials +=
          " " + new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    }
    String said = "no such " + credentials + " " + exchange.getRequestURI().getRawQuery();
    String error = mood == Mood.REFUSAL && service.startsWith("slack") ? "invalid_auth" : said;
    return """
    {"ok":false,"error":"%1$s","needed":"%2$s","provided":"%2$s","type":"about:%2$s","title":"%2$s",
     "detail":"%2$s","errors":[{"message":"%2$s","detail":"%2$s"}]}
    """
        .formatted(error, said)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
