package io.bellwether.standin.azure;

import io.bellwether.standin.FaultPlan;
import io.bellwether.standin.LoopbackOnly;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * A running stand-in for Azure AI Language on 127.0.0.1: {@code SentimentAnalysis} and {@code
 * LanguageDetection}, with the documented limits (10 and 1,000 documents a call, 5,120 text
 * elements a document, 1 MB a call, calls a second and a minute of each kind).
 *
 * <pre>{@code
 * try (AzureStandIn azure = AzureStandIn.start(Options.defaults())) {
 *   azure.faults().seeded(1, 0.05, List.of(Fault.rateLimited(Duration.ofSeconds(1))));
 *   // point a client at azure.url() with the key Options.DEFAULT_KEY
 * }
 * }</pre>
 */
public final class AzureStandIn implements AutoCloseable {
  /** The name of a call, for {@link #faults()}. */
  public static final String SENTIMENT = Analysis.SENTIMENT;

  /** The name of a call, for {@link #faults()}. */
  public static final String LANGUAGE = Analysis.LANGUAGE;

  private static final String HOST = "127.0.0.1";

  private final Options options;
  private final FaultPlan<Fault> faults = new FaultPlan<>();
  private final Calls calls;
  private final AnalyzeText handler;
  private final Undertow server;

  private AzureStandIn(Options options) {
    this.options = options;
    this.calls = new Calls(options.recordedCalls());
    this.handler = new AnalyzeText(options, faults, calls);
    this.server =
        Undertow.builder()
            .addHttpListener(options.port(), HOST)
            .setIoThreads(2)
            .setWorkerThreads(8)
            .setHandler(new LoopbackOnly(handler))
            .build();
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @throws RuntimeException when the port is taken
   */
  public static AzureStandIn start(Options options) {
    AzureStandIn started = new AzureStandIn(options);
    started.server.start();
    return started;
  }

  /** The endpoint: {@code http://127.0.0.1:PORT/}. */
  public URI url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://" + HOST + ":" + address.getPort() + "/");
  }

  /** What goes wrong, by the kind of call: {@link #SENTIMENT}, {@link #LANGUAGE}, any. */
  public FaultPlan<Fault> faults() {
    return faults;
  }

  /** Whether this document is one of those that get an error; see {@link Options#badShare()}. */
  public boolean isBad(String text) {
    return new Analysis(options).isBad(text);
  }

  /** The last calls, oldest first. */
  public List<Call> calls() {
    return calls.all();
  }

  /** Those of {@link #calls()} that came although a Retry-After of their kind had not passed. */
  public List<Call> callsInsideRetryAfter() {
    return calls.insideRetryAfter(options.answerTime().toMillis());
  }

  /** Forgets the calls, and what they counted for rate limits. */
  public void forgetCalls() {
    calls.clear();
    handler.forgetCounts();
  }

  @Override
  public void close() {
    server.stop();
  }
}
