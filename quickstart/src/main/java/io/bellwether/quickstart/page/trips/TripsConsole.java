package io.bellwether.quickstart.page.trips;

import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.stack.TripTopics;
import io.bellwether.standin.slack.Workspace;
import java.util.function.Consumer;

/** The story of the trips, for the page. */
public final class TripsConsole {
  private static final Story.About ABOUT =
      new Story.About("trips", TripTopics.SHOWN, TripTopics.ALERTS);

  private TripsConsole() {}

  /**
   * Begins to read.
   *
   * @param listener is told every second
   */
  public static Story<TripsMeasures.Now> start(
      String bootstrap, Workspace workspace, Consumer<TripsMeasures.Now> listener) {
    return Story.follow(ABOUT, bootstrap, workspace, new TripsBook(), listener);
  }
}
