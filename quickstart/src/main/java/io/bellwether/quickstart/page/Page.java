package io.bellwether.quickstart.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.page.console.Measures;
import io.bellwether.quickstart.page.trades.TradesMeasures;
import io.bellwether.quickstart.page.trips.TripsMeasures;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The console page's server. It listens on loopback alone. */
public final class Page implements AutoCloseable {
  private static final int REMEMBERED_EVENTS = 5_000;
  private static final int REMEMBERED_SCORES = 50_000;

  /** Slack cuts longer ones. */
  private static final int LONGEST_TEXT = 40_000;

  private final ObjectMapper json = new ObjectMapper();
  private final EventLog log = new EventLog(REMEMBERED_EVENTS);
  private final ScoreBook scores = new ScoreBook(REMEMBERED_SCORES);
  private final Workspace workspace;
  private final User you;
  private final List<Room> rooms;
  private final Viewer viewer;
  private final Undertow server;
  private final AutoCloseable subscription;
  private volatile View.Status status = new View.Status(true, "");
  private volatile KillSwitch kills = KillSwitch.NONE;
  private volatile Supplier<Measures.All> measures;
  private volatile Supplier<TradesMeasures.Now> markets;
  private volatile Supplier<TripsMeasures.Now> trips;

  private Page(int port, Workspace workspace, User you, List<Room> rooms) {
    this.workspace = workspace;
    this.you = you;
    this.rooms = rooms;
    this.viewer = new Viewer(workspace, you, scores, rooms);
    this.subscription = workspace.subscribe(this::happened);
    rooms.forEach(room -> room.follow(message -> tell("message", message)));
    this.server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1", new Guard(routes()))
            .setIoThreads(2)
            .setWorkerThreads(4)
            .build();
  }

  /**
   * Serves the page.
   *
   * @param port on loopback; 0 takes any free one
   * @param you the person who types on it
   */
  public static Page start(int port, Workspace workspace, User you) {
    return start(port, workspace, you, List.of());
  }

  /** The same with further rooms beside Slack. */
  public static Page start(int port, Workspace workspace, User you, List<Room> rooms) {
    Page page = new Page(port, workspace, you, List.copyOf(rooms));
    page.server.start();
    return page;
  }

  public URI url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + "/");
  }

  /** A message got its score. */
  public void scored(Score score) {
    if (scores.enter(score)) {
      tell("score", score);
    }
  }

  /** A record of an outcome topic. */
  public void scored(JsonNode outcome) {
    Score.of(outcome).ifPresent(this::scored);
  }

  /** What is measured now; open pages draw it. */
  public void measured(Measures.Now now) {
    log.pass("measures", write(now));
  }

  /** Where a page that begins gets everything that was measured. */
  public void measuredBy(Supplier<Measures.All> source) {
    measures = source;
  }

  /** What has changed about markets; open pages draw it. */
  public void measured(TradesMeasures.Now now) {
    log.pass("markets", write(now));
  }

  /** Where a page that begins gets everything about markets. Without it the page has none. */
  public void marketsBy(Supplier<TradesMeasures.Now> source) {
    markets = source;
  }

  /** What has changed about trips; open pages draw it. */
  public void measured(TripsMeasures.Now now) {
    log.pass("trips", write(now));
  }

  /** Where a page that begins gets everything about trips. Without it the page has none. */
  public void tripsBy(Supplier<TripsMeasures.Now> source) {
    trips = source;
  }

  /** What the demo is doing before it is ready. */
  public void starting(String what) {
    report(new View.Status(false, what));
  }

  /** The demo is ready. */
  public void ready() {
    report(new View.Status(true, ""));
  }

  /** From now on the page can kill parts. */
  public void arm(KillSwitch armed) {
    kills = armed;
  }

  /** Something happened to a part; the kill switch knows it already. */
  public void happened(PartEvent event) {
    tell("part", event);
  }

  private void report(View.Status changed) {
    status = changed;
    tell("status", changed);
  }

  private HttpHandler routes() {
    return Handlers.path(
            Handlers.resource(new ClassPathResourceManager(Page.class.getClassLoader(), "page")))
        .addExactPath("/api/workspace", new BlockingHandler(this::workspace))
        .addExactPath("/api/measures", new BlockingHandler(given(() -> measures)))
        .addExactPath("/api/markets", new BlockingHandler(given(() -> markets)))
        .addExactPath("/api/trips", new BlockingHandler(given(() -> trips)))
        .addExactPath("/api/messages", new BlockingHandler(this::post))
        .addExactPath("/api/kill", new BlockingHandler(new KillHandler(() -> kills)))
        .addExactPath("/api/events", Handlers.serverSentEvents(new EventStream(log)));
  }

  private void workspace(HttpServerExchange exchange) {
    // The position first: what happens meanwhile is told twice rather than never.
    String position = log.position();
    send(exchange, viewer.all(position, status, kills.history()));
  }

  /** What a source gives; nothing where there is none, or not yet. */
  private <T> HttpHandler given(Supplier<Supplier<T>> source) {
    return exchange -> {
      Supplier<T> now = source.get();
      if (now == null) {
        exchange.setStatusCode(StatusCodes.NO_CONTENT);
      } else {
        send(exchange, now.get());
      }
    };
  }

  private void send(HttpServerExchange exchange, Object data) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(write(data));
  }

  private void post(HttpServerExchange exchange) throws IOException {
    View.Draft draft;
    try {
      draft = json.readValue(exchange.getInputStream(), View.Draft.class);
    } catch (JsonProcessingException e) {
      exchange.setStatusCode(StatusCodes.BAD_REQUEST);
      return;
    }
    exchange.setStatusCode(
        rooms.stream()
            .filter(room -> room.channel().id().equals(draft.channelId()))
            .findFirst()
            .map(room -> said(draft.text(), room.longestText(), room::say))
            .orElseGet(() -> saidInSlack(draft)));
  }

  private int saidInSlack(View.Draft draft) {
    return Optional.ofNullable(draft.channelId())
        .flatMap(workspace::channel)
        .filter(Viewer::isShown)
        .map(
            channel -> said(draft.text(), LONGEST_TEXT, text -> workspace.post(you, channel, text)))
        .orElse(StatusCodes.NOT_FOUND);
  }

  private static int said(String text, int longest, Consumer<String> say) {
    if (text == null || text.isBlank() || text.length() > longest) {
      return StatusCodes.UNPROCESSABLE_ENTITY;
    }
    say.accept(text);
    return StatusCodes.NO_CONTENT;
  }

  private void happened(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Posted posted) {
      tellOf(posted.message());
    } else if (event instanceof WorkspaceEvent.Changed changed) {
      tellOf(changed.message());
    } else if (event instanceof WorkspaceEvent.Deleted deleted) {
      Message gone = deleted.previous();
      tell("deleted", new View.Reference(gone.channelId(), gone.ts()));
    } else if (event instanceof WorkspaceEvent.ChannelCreated created
        && Viewer.isShown(created.channel())) {
      tell("channel", viewer.channel(created.channel()));
    }
  }

  private void tellOf(Message message) {
    boolean inPublic = workspace.channel(message.channelId()).filter(Viewer::isShown).isPresent();
    if (inPublic && Viewer.isShown(message)) {
      tell("message", viewer.message(message));
    }
  }

  private void tell(String type, Object data) {
    log.append(type, write(data));
  }

  private String write(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What the page is told can always be written as JSON", e);
    }
  }

  @Override
  public void close() {
    server.stop();
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot end the workspace's subscription", e);
    }
  }
}
