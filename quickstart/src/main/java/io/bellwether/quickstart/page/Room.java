package io.bellwether.quickstart.page;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A place beside the Slack channels that the page shows and people say something in. */
public interface Room {
  /** How it is listed; its id is {@link View.Channel#place()} too. */
  View.Channel channel();

  /** The most characters that can be said at once. */
  int longestText();

  /** The latest of what was said, oldest first. */
  List<View.Message> recent(BiFunction<String, String, Score> scores);

  /** Says this as the person at the page. */
  void say(String text);

  /** Tells of everything new. The listener has to be quick. */
  void follow(Consumer<View.Message> listener);
}
