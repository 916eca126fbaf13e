package io.bellwether.connect.slack.source.api;

import com.google.gson.JsonObject;
import io.bellwether.config.Printable;
import io.bellwether.connect.http.Origins;
import io.bellwether.connect.log.LogContext;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages as they are posted. It promises nothing but speed: whatever may have been missed only
 * sets {@link #takeGap()}, and history fills it.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final int QUEUE = 1000;
  private static final Duration PING = Duration.ofSeconds(10);

  /** How long a new connection may take to greet us. */
  private static final Duration HELLO_TIME = Duration.ofSeconds(15);

  /** How long Slack waits for an acknowledgement before it sends an event again. */
  private static final Duration ACK_TIME = Duration.ofSeconds(3);

  private record Received(String envelopeId, Instant at, JsonObject event) {}

  private final BoundedFrames frames = new BoundedFrames();
  private final OkHttpClient http;
  private final Set<String> channels;
  private final MessageEvents events;
  private final InstantSource clock;
  private final Runnable onNews;
  private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(QUEUE);
  private final BlockingQueue<Live> ready = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicBoolean gap = new AtomicBoolean();
  private final AtomicReference<LiveConnection> connection = new AtomicReference<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile Instant greetBy = Instant.MAX;
  private final ExecutorService mapping;

  /**
   * @param channels the ids of those that are read; Slack sends events of all that the app is in
   * @param mapper called on a thread of its own, because it may ask Slack for names
   * @param onNews told when there is something to take
   */
  public LiveFeed(
      Set<String> channels, FeedbackMapper mapper, InstantSource clock, Runnable onNews) {
    this.channels = Set.copyOf(channels);
    this.http = frames.bind(Origins.stay(new OkHttpClient.Builder())).pingInterval(PING).build();
    this.events = new MessageEvents(mapper);
    this.clock = clock;
    this.onNews = onNews;
    this.mapping = Executors.newSingleThreadExecutor(task -> LogContext.daemon("slack-live", task));
    mapping.execute(this::mapAll);
  }

  /** Opens a connection at a URL that {@code apps.connections.open} gave; it works once greeted. */
  public void connect(String url) {
    attempts.incrementAndGet();
    LiveConnection opened = new LiveConnection(new Events(), frames);
    greetBy = clock.instant().plus(HELLO_TIME);
    connection.set(opened);
    opened.open(http, url);
  }

  /** How often a connection was opened since one last worked. */
  public int attempts() {
    return attempts.get();
  }

  /** Whether there is no connection, so that one should be opened. */
  public boolean isDown() {
    LiveConnection open = connection.get();
    if (open != null && clock.instant().isAfter(greetBy)) {
      LOG.warn("The Socket Mode connection stays silent and is given up");
      open.close();
      connection.compareAndSet(open, null);
    }
    return connection.get() == null;
  }

  /** Whether a connection has been greeted and is not over. */
  public boolean isWorking() {
    return connection.get() != null && greetBy.equals(Instant.MAX);
  }

  /** Whether something may have been missed since the last time this was asked. */
  public boolean takeGap() {
    return gap.getAndSet(false);
  }

  /** The next live message, if there is one. */
  public Optional<Live> poll() {
    return Optional.ofNullable(ready.poll());
  }

  /** Tells Slack that an event is done; too late means that Slack may have given up on it. */
  public void acknowledge(Live live) {
    if (Duration.between(live.receivedAt(), clock.instant()).compareTo(ACK_TIME) > 0) {
      gap.set(true);
    }
    acknowledge(live.envelopeId());
  }

  @Override
  public void close() {
    mapping.shutdownNow();
    LiveConnection open = connection.getAndSet(null);
    if (open != null) {
      open.close();
    }
    http.dispatcher().executorService().shutdown();
  }

  private void mapAll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        map(received.take()).ifPresent(this::offer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Live> map(Received envelope) {
    try {
      String channel = Messages.text(envelope.event(), "channel").orElse("");
      Optional<Said> told =
          isRead(envelope.event(), channel)
              ? events.read(channel, envelope.event())
              : Optional.empty();
      if (told.isPresent()) {
        return told.map(said -> new Live(envelope.envelopeId(), envelope.at(), said));
      }
    } catch (RuntimeException e) {
      // Whatever is wrong with one event must not end the thread that all of them need.
      LOG.warn(
          "The event of envelope {} is left to history", Printable.of(envelope.envelopeId()), e);
      gap.set(true);
      onNews.run();
    }
    acknowledge(envelope.envelopeId());
    return Optional.empty();
  }

  private boolean isRead(JsonObject event, String channel) {
    return channels.contains(channel)
        && Messages.text(event, "type").filter("message"::equals).isPresent();
  }

  private void acknowledge(String envelopeId) {
    LiveConnection open = connection.get();
    if (open != null) {
      open.acknowledge(envelopeId);
    }
  }

  /** Without room the event is not acknowledged: history brings it, or Slack sends it again. */
  private void offer(Live live) {
    if (!ready.offer(live)) {
      gap.set(true);
    }
    onNews.run();
  }

  private final class Events implements LiveConnection.Listener {
    @Override
    public void onHello(LiveConnection greeted, int connections) {
      if (connection.get() != greeted) {
        return;
      }
      LOG.info("Connected to Slack's Socket Mode");
      if (connections > 1) {
        LOG.warn(
            "The Slack app has {} Socket Mode connections, and each event goes to any one of them:"
                + " what another one takes comes late, from history. Give each connector an app of"
                + " its own.",
            connections);
      }
      greetBy = Instant.MAX;
      attempts.set(0);
      gap.set(true);
      onNews.run();
    }

    @Override
    public void onEvent(String envelopeId, JsonObject payload) {
      Optional<JsonObject> event = Messages.object(payload, "event");
      if (event.isEmpty()) {
        // Such as app_rate_limited, by which Slack says that events are missing.
        LOG.warn(
            "Slack sent an event without content: {}",
            Printable.of(Messages.text(payload, "type").orElse("")));
        acknowledge(envelopeId);
      } else if (received.offer(new Received(envelopeId, clock.instant(), event.get()))) {
        return;
      }
      gap.set(true);
      onNews.run();
    }

    @Override
    public void onEnd(LiveConnection ended, String reason) {
      LOG.info("The Socket Mode connection is over: {}", Printable.of(reason));
      ended.close();
      connection.compareAndSet(ended, null);
      gap.set(true);
      onNews.run();
    }
  }
}
