package io.bellwether.standin.x.contract;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.bellwether.standin.Wire;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.xnio.IoUtils;

/**
 * Stands between a client and the stand-in for X, passes everything on as it is, broken answers
 * included, and holds both sides against the {@link Contract}.
 */
public final class ContractProxy implements AutoCloseable {
  private static final Set<String> STREAMS = Set.of("/2/tweets/search/stream");
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "transfer-encoding", "content-length", "date", "keep-alive");

  private final Contract contract = Contract.get();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .readTimeout(Duration.ZERO)
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .build();
  private final List<Violation> violations = new CopyOnWriteArrayList<>();
  private final AtomicInteger checked = new AtomicInteger();
  private final URI upstream;
  private final Undertow server;

  private ContractProxy(URI upstream) {
    this.upstream = upstream;
    HttpHandler handler = this::pass;
    this.server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setWorkerThreads(16)
            .setHandler(exchange -> exchange.dispatch(handler))
            .build();
  }

  /** Starts one before the stand-in at this address. */
  public static ContractProxy before(URI upstream) {
    ContractProxy proxy = new ContractProxy(upstream);
    proxy.server.start();
    return proxy;
  }

  /** What the client is to call. */
  public URI url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  /** What was not as the contract has it, on either side, oldest first. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** How many answers, and lines of streams, were held against the contract. */
  public int checked() {
    return checked.get();
  }

  private void pass(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    byte[] sent = exchange.getInputStream().readAllBytes();
    SimpleRequest request = request(exchange, sent);
    try (Response response = client.newCall(forwarded(exchange, sent)).execute()) {
      exchange.setStatusCode(response.code());
      response
          .headers()
          .forEach(
              header -> {
                if (!OWN_HEADERS.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                  exchange
                      .getResponseHeaders()
                      .add(new HttpString(header.getFirst()), header.getSecond());
                }
              });
      if (response.code() == 200 && STREAMS.contains(exchange.getRequestPath())) {
        stream(exchange, request, response);
      } else {
        whole(exchange, request, response);
      }
    } catch (IOException upstreamIsGone) {
      Wire.reset(exchange);
    }
  }

  private void whole(HttpServerExchange exchange, SimpleRequest request, Response response)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean complete = copied(response.body().byteStream(), body);
    if (complete) {
      check(exchange, request, response, body.toString(StandardCharsets.UTF_8));
      Wire.send(exchange, body.toByteArray());
    } else {
      exchange
          .getResponseHeaders()
          .put(Headers.CONTENT_LENGTH, response.headers().get("Content-Length"));
      OutputStream out = exchange.getOutputStream();
      out.write(body.toByteArray());
      out.flush();
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  private static boolean copied(InputStream in, OutputStream out) throws IOException {
    byte[] some = new byte[8192];
    while (true) {
      int read;
      try {
        read = in.read(some);
      } catch (IOException brokenOff) {
        return false;
      }
      if (read < 0) {
        return true;
      }
      out.write(some, 0, read);
    }
  }

  private void stream(HttpServerExchange exchange, SimpleRequest request, Response response)
      throws IOException {
    Wire.whenGone(exchange, response::close);
    OutputStream out = exchange.getOutputStream();
    out.flush();
    InputStream in = response.body().byteStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int each = in.read(); each >= 0; each = in.read()) {
        line.write(each);
        if (each == '\n') {
          out.write(line.toByteArray());
          out.flush();
          String text = line.toString(StandardCharsets.UTF_8).strip();
          line.reset();
          if (!text.isEmpty()) {
            check(exchange, request, response, text);
          }
        }
      }
    } catch (IOException oneSideIsGone) {
      // The other one is told below.
    }
    IoUtils.safeClose(exchange.getConnection());
  }

  private void check(
      HttpServerExchange exchange, SimpleRequest request, Response response, String body) {
    checked.incrementAndGet();
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.code()).withBody(body);
    response.headers().forEach(header -> answer.withHeader(header.getFirst(), header.getSecond()));
    String call = exchange.getRequestURI() + "?" + exchange.getQueryString();
    Map<Violation.Side, List<String>> wrong =
        contract.wrong(request, answer.build()).stream()
            .collect(Collectors.groupingBy(ContractProxy::side));
    wrong.forEach(
        (side, messages) ->
            violations.add(
                new Violation(
                    side,
                    exchange.getRequestMethod() + " " + call,
                    response.code(),
                    body,
                    messages)));
  }

  private static Violation.Side side(String message) {
    return message.startsWith("validation.response")
        ? Violation.Side.ANSWER
        : Violation.Side.REQUEST;
  }

  private static SimpleRequest request(HttpServerExchange exchange, byte[] body) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(
            exchange.getRequestMethod().toString(), exchange.getRequestPath());
    exchange
        .getQueryParameters()
        .forEach((name, values) -> request.withQueryParam(name, List.copyOf(values)));
    exchange
        .getRequestHeaders()
        .forEach(
            header -> request.withHeader(header.getHeaderName().toString(), List.copyOf(header)));
    return body.length == 0
        ? request.build()
        : request.withBody(new String(body, StandardCharsets.UTF_8)).build();
  }

  /** The same request, the Host header included: signatures of OAuth 1.0a are made over it. */
  private Request forwarded(HttpServerExchange exchange, byte[] body) {
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    String method = exchange.getRequestMethod().toString();
    Request.Builder request =
        new Request.Builder()
            .url(upstream + path)
            .method(method, method.equals("POST") ? RequestBody.create(body) : null);
    exchange
        .getRequestHeaders()
        .forEach(
            header -> {
              String name = header.getHeaderName().toString();
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                header.forEach(value -> request.addHeader(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop();
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
