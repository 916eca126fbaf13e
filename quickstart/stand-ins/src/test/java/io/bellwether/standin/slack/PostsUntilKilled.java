package io.bellwether.standin.slack;

import java.nio.file.Path;

/** A process of its own: posts over the Web API and prints each ts, until somebody kills it. */
final class PostsUntilKilled {
  private PostsUntilKilled() {}

  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.defaults()
            .withState(Path.of(arguments[0]))
            .withRateLimits(false)
            .withPostingLimit(false);
    try (Fixture fixture = new Fixture(options)) {
      while (true) {
        var answer =
            fixture.http.form(
                "chat.postMessage", fixture.app.botToken(), "channel", "feedback", "text", "x");
        System.out.println(Http.json(answer).get("ts").asText());
      }
    }
  }
}
