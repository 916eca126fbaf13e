package io.bellwether.quickstart.page.trades;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.console.Recent;
import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.stack.TradeTopics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What has been heard of all markets. Safe for use from several threads. */
final class TradesBook implements Story.Book<TradesMeasures.Now> {
  /** The page draws no more, the busiest first. */
  private static final int SHOWN_MARKETS = 60;

  private static final int REMEMBERED_ALERTS = 20_000;

  private final LongSupplier traded;
  private final Map<String, MarketBook> markets = new LinkedHashMap<>();
  private final Mood mood = new Mood();
  private final Recent alerts = new Recent(REMEMBERED_ALERTS);
  private final Recent posted = new Recent(REMEMBERED_ALERTS);
  private final Recent dead = new Recent(REMEMBERED_ALERTS);
  private long read;
  private long doubled;
  private long alertCount;
  private long postedCount;
  private long deadCount;
  private long latest;

  /** {@code traded} tells how many trades there have been on the exchanges. */
  TradesBook(LongSupplier traded) {
    this.traded = traded;
  }

  /** Takes a record's value; what does not keep the contract is passed over. */
  @Override
  public synchronized void take(String topic, JsonNode value) {
    try {
      switch (topic) {
        case TradeTopics.TRADES -> trade(value);
        case TradeTopics.INDICATORS -> candle(value);
        case TradeTopics.ALERTS -> alert(value);
        case TradeTopics.DEAD_ALERTS -> dead(value.path("event_id").asText());
        default -> {}
      }
    } catch (DateTimeException | NumberFormatException notOurs) {
      // Somebody else may write into the topic too.
    }
  }

  private void trade(JsonNode value) {
    Instant time = Instant.parse(value.path("timestamp").asText());
    if (market(value).trade(value, time)) {
      read++;
      latest = Math.max(latest, time.toEpochMilli());
    } else {
      doubled++;
    }
  }

  private void candle(JsonNode value) {
    if (value.path("window").asText().equals("1m")) {
      Bar candle = Bar.of(value);
      market(value).candle(candle);
    }
  }

  private void alert(JsonNode value) {
    TradesMeasures.Alert alert =
        new TradesMeasures.Alert(
            value.path("event_id").asText(),
            Instant.parse(value.path("at").asText()).toEpochMilli(),
            value.path("indicator").asText(),
            value.path("type").asText(),
            value.path("what").asText(),
            value.path("price").asText(),
            value.path("text").asText());
    if (alerts.add(alert.id())) {
      alertCount++;
      market(value).alert(alert);
    }
  }

  private void dead(String id) {
    deadCount += !id.isEmpty() && dead.add(id) ? 1 : 0;
  }

  private MarketBook market(JsonNode value) {
    String key = value.path("exchange").asText() + ":" + value.path("market").asText();
    return markets.computeIfAbsent(key, any -> new MarketBook(key, value));
  }

  @Override
  public synchronized void posted(String id) {
    postedCount += posted.add(id) ? 1 : 0;
  }

  /** Somebody said something and it was scored. */
  synchronized void scored(Instant saidAt, double score) {
    mood.add(Bar.minute(saidAt), score);
  }

  @Override
  public synchronized TradesMeasures.Now all(long now) {
    List<TradesMeasures.Market> all =
        markets.values().stream()
            .sorted(Comparator.comparingLong(MarketBook::trades).reversed())
            .limit(SHOWN_MARKETS)
            .map(MarketBook::all)
            .toList();
    return new TradesMeasures.Now(now, latest, counts(), all, mood.all());
  }

  @Override
  public synchronized TradesMeasures.Now changes(long now) {
    List<TradesMeasures.Market> changed =
        markets.values().stream()
            .filter(MarketBook::hasChanged)
            .sorted(Comparator.comparingLong(MarketBook::trades).reversed())
            .limit(SHOWN_MARKETS)
            .map(MarketBook::changes)
            .toList();
    return new TradesMeasures.Now(now, latest, counts(), changed, mood.changes());
  }

  private TradesMeasures.Counts counts() {
    return new TradesMeasures.Counts(
        traded.getAsLong(), read, doubled, alertCount, postedCount, deadCount);
  }
}
