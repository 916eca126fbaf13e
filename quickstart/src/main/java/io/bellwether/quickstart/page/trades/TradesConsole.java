package io.bellwether.quickstart.page.trades;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.stack.TradeTopics;
import io.bellwether.standin.slack.Workspace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The story of the trades, for the page, and beside it what feedback was scored. */
public final class TradesConsole implements AutoCloseable {
  private static final Story.About ABOUT =
      new Story.About("trades", TradeTopics.SHOWN, TradeTopics.ALERTS);

  private final TradesBook book;
  private final Story<TradesMeasures.Now> story;

  private TradesConsole(TradesBook book, Story<TradesMeasures.Now> story) {
    this.book = book;
    this.story = story;
  }

  /**
   * Begins to read.
   *
   * @param traded how many trades there have been on the exchanges
   * @param listener is told every second
   */
  public static TradesConsole start(
      String bootstrap,
      Workspace workspace,
      LongSupplier traded,
      Consumer<TradesMeasures.Now> listener) {
    TradesBook book = new TradesBook(traded);
    return new TradesConsole(book, Story.follow(ABOUT, bootstrap, workspace, book, listener));
  }

  /** Everything, for a page that begins. */
  public TradesMeasures.Now all() {
    return story.all();
  }

  /** A record of an outcome topic of feedback. */
  public void scored(JsonNode outcome) {
    JsonNode score = outcome.path("score");
    if (score.isNumber()) {
      try {
        book.scored(Instant.parse(outcome.path("said_at").asText()), score.doubleValue());
      } catch (DateTimeException notOurs) {
        // Not by the contract: nothing to draw.
      }
    }
  }

  @Override
  public void close() {
    story.close();
  }
}
