package io.bellwether.connect.slack;

import com.slack.api.model.ConversationType;
import io.bellwether.connect.remote.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the list of conversations page after page. Keeps the pages that came when a later one has
 * to wait, so that a long list is not begun again each time. Not for several threads.
 */
public final class SlackChannels {
  static final List<String> CHANNELS = List.of("public_channel", "private_channel");

  private final SlackApi api;
  private final List<ConversationType> types;
  private final List<SlackChannel> found = new ArrayList<>();
  private String cursor = "";

  /**
   * @param types such as {@code public_channel}, as documented for {@code conversations.list}
   */
  public SlackChannels(SlackApi api, List<String> types) {
    this.api = api;
    this.types =
        List.of(ConversationType.values()).stream()
            .filter(type -> types.contains(type.value()))
            .toList();
  }

  /** All conversations; on a {@code Retry} the next call goes on where this one stopped. */
  public Outcome<List<SlackChannel>> read() {
    while (true) {
      Outcome<String> page = api.channels(types, cursor, found);
      if (!(page instanceof Outcome.Ok<String> next)) {
        if (page instanceof Outcome.Reject<String>) {
          restart();
        }
        return page.map(unused -> List.of());
      }
      cursor = next.value();
      if (cursor.isEmpty()) {
        List<SlackChannel> all = List.copyOf(found);
        restart();
        return new Outcome.Ok<>(all);
      }
    }
  }

  private void restart() {
    found.clear();
    cursor = "";
  }
}
