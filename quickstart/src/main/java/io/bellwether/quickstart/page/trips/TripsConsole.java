package io.bellwether.quickstart.page.trips;

import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.stack.TripTopics;
import io.bellwether.standin.slack.Workspace;
import java.util.function.Consumer;

/** Reads the topics of trips as long as it is open, and tells every second what has changed. */
public final class TripsConsole implements AutoCloseable {
  private static final Story.About ABOUT =
      new Story.About("trips", TripTopics.SHOWN, TripTopics.ALERTS);

  private final TripsBook book;
  private final Story story;

  private TripsConsole(TripsBook book, Story story) {
    this.book = book;
    this.story = story;
  }

  /**
   * Begins to read.
   *
   * @param listener is told every second
   */
  public static TripsConsole start(
      String bootstrap, Workspace workspace, Consumer<TripsMeasures.Now> listener) {
    TripsBook book = new TripsBook();
    return new TripsConsole(
        book,
        Story.follow(
            ABOUT,
            bootstrap,
            workspace,
            book,
            () -> listener.accept(book.changes(System.currentTimeMillis()))));
  }

  /** Everything, for a page that begins. */
  public TripsMeasures.Now all() {
    return book.all(System.currentTimeMillis());
  }

  @Override
  public void close() {
    story.close();
  }
}
