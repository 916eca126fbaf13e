package io.bellwether.quickstart.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What the page is told, as JSON. */
public final class View {
  private View() {}

  /**
   * All that a page needs to begin.
   *
   * @param position where its event stream goes on
   * @param url the workspace's address, with which permalinks begin
   * @param channels in the order they were made
   * @param messages the most recent of each channel, oldest first
   * @param parts what has happened to parts of the demo, oldest first
   */
  record Workspace(
      String position,
      String team,
      String url,
      Status status,
      List<Channel> channels,
      List<Message> messages,
      List<PartEvent> parts) {}

  /**
   * Where something is said.
   *
   * @param place {@code slack}, or the id of a {@link Room} beside it
   * @param about for a person to read; null where the page has words of its own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Channel(String id, String name, String place, String about) {}

  /**
   * How far the demo has come.
   *
   * @param text for a person to read; empty once ready
   */
  record Status(boolean ready, String text) {}

  /**
   * A message.
   *
   * @param author the name people see
   * @param kind who the author is: {@code you}, {@code person} or {@code app}
   * @param text Slack markup, mentioned people with their names; in a room beside Slack plain text
   * @param alerts the messages it alerts of, null where it is no alert
   * @param note what else a person should know of it; null for nothing
   * @param score null while there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Message(
      String channelId,
      String ts,
      String author,
      String kind,
      String text,
      boolean edited,
      String threadTs,
      List<Reference> alerts,
      String note,
      Score score) {}

  /** Which message. */
  public record Reference(String channelId, String ts) {}

  /** What the page sends to post a message. */
  record Draft(String channelId, String text) {}

  /** What the page sends to kill a part. */
  record Victim(String part) {}
}
