package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Kraken's spot REST API (docs.kraken.com/api/docs/rest-api/get-recent-trades). It pages by
 * nanoseconds, but the times in its rows are rounded, and whether {@code since} is inclusive is not
 * documented: each page begins a millisecond before the last one ended, and trades are told apart
 * by their ids, which grow by one in each market. Errors come with HTTP 200.
 */
final class KrakenDialect implements Dialect {
  private static final TimePages PAGES = new TimePages(Duration.ofMillis(1), true);
  private static final Map<String, String> USUAL_CODES = Map.of("XBT", "BTC", "XDG", "DOGE");
  private static final int ROW = 7;
  private static final Duration LOCKOUT = Duration.ofMinutes(15);

  /** Kraken restricts a caller for a few seconds. */
  private static final Duration RESTRICTION = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "kraken";
  }

  @Override
  public String title() {
    return "Kraken";
  }

  @Override
  public String url() {
    return "https://api.kraken.com/0/public/";
  }

  @Override
  public int longestPage() {
    return 1_000;
  }

  @Override
  public double requestsPerSecond() {
    return 1;
  }

  @Override
  public Query markets() {
    return Query.of("AssetPairs");
  }

  @Override
  public List<Market> markets(JsonNode answer) {
    List<Market> markets = new ArrayList<>();
    result(answer)
        .properties()
        .forEach(
            pair -> {
              String[] codes = pair.getValue().path("wsname").asText().split("/", -1);
              if (codes.length == 2) {
                String base = USUAL_CODES.getOrDefault(codes[0], codes[0]);
                String quote = USUAL_CODES.getOrDefault(codes[1], codes[1]);
                boolean active = !pair.getValue().path("status").asText().equals("delisted");
                markets.add(
                    new Market(name(), base + "/" + quote, base, quote, pair.getKey(), active));
              }
            });
    return markets;
  }

  @Override
  public Query trades(Market market, TradePosition from, int pageSize) {
    return Query.page("Trades", pageSize)
        .with("pair", market.symbol())
        .with("since", before(PAGES.from(from)))
        .with("count", pageSize);
  }

  /** In case that {@code since} is exclusive. */
  private static String before(Instant time) {
    Instant since = time.isAfter(Instant.EPOCH) ? time.minusNanos(1) : time;
    return since.getEpochSecond() == 0 && since.getNano() == 0
        ? "0"
        : "%d%09d".formatted(since.getEpochSecond(), since.getNano());
  }

  @Override
  public TradePage trades(Market market, TradePosition from, Query asked, JsonNode answer) {
    List<Trade> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : result(answer).properties()) {
      if (!field.getKey().equals("last")) {
        TradeJson.array(field.getValue(), field.getKey()).forEach(row -> rows.add(trade(row)));
      }
    }
    return PAGES.page(from, rows, rows.size() >= asked.limit());
  }

  private static Trade trade(JsonNode row) {
    if (TradeJson.array(row, "a trade").size() < ROW) {
      throw new MalformedAnswerException("a trade has no trade_id");
    }
    return new Trade(
        String.valueOf(TradeJson.id(row.get(6), "trade_id")),
        TradeJson.seconds(row.get(2), "time"),
        TradeJson.decimal(row.get(0), "price"),
        TradeJson.decimal(row.get(1), "volume"),
        side(TradeJson.text(row.get(3), "side")));
  }

  private static Optional<Side> side(String word) {
    return switch (word) {
      case "b" -> Optional.of(Side.BUY);
      case "s" -> Optional.of(Side.SELL);
      default -> Optional.empty();
    };
  }

  private static JsonNode result(JsonNode answer) {
    JsonNode result = answer.get("result");
    if (result == null || !result.isObject()) {
      throw new MalformedAnswerException("result is missing");
    }
    return result;
  }

  /** Words that begin with W are warnings besides a result. */
  @Override
  public Optional<Refusal> refusal(int status, JsonNode answer) {
    for (JsonNode word : answer.path("error")) {
      if (word.asText().startsWith("E")) {
        return Optional.of(refusal(word.asText()));
      }
    }
    return Optional.empty();
  }

  private static Refusal refusal(String code) {
    String word = code.toLowerCase(Locale.ROOT);
    if (word.contains("temporary lockout")) {
      return new Refusal(Refusal.Kind.LIMITED, code, LOCKOUT);
    }
    if (word.contains("rate limit") || word.contains("too many requests")) {
      return new Refusal(Refusal.Kind.LIMITED, code, RESTRICTION);
    }
    if (word.startsWith("eservice:") || word.startsWith("egeneral:internal")) {
      return Refusal.of(Refusal.Kind.TROUBLE, code);
    }
    if (word.startsWith("equery:") || word.startsWith("egeneral:invalid arguments")) {
      return Refusal.of(Refusal.Kind.MARKET, code);
    }
    return word.contains("permission denied") || word.startsWith("eapi:")
        ? Refusal.of(Refusal.Kind.ALL, code)
        : Refusal.of(Refusal.Kind.TROUBLE, code);
  }
}
