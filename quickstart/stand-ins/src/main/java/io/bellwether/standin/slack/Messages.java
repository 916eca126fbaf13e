package io.bellwether.standin.slack;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of all channels: how they arrive, change and are found. */
public final class Messages {
  private final Store store;
  private final InstantSource clock;

  Messages(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds a message now. */
  public Message post(String channelId, Draft draft) {
    return store.locked(
        state -> {
          Message message = draft.at(channelId, tick(state.logs.get(channelId)).toString());
          store.commit(new Entry.Posted(message), () -> new WorkspaceEvent.Posted(message));
          return message;
        });
  }

  Message type(String channelId, User user, String threadTs, String typed) {
    Message.Details details =
        new Message.Details(
            TypedText.toBlocks(typed, Tokens.letters(5)),
            null,
            null,
            UUID.randomUUID().toString(),
            null,
            null,
            null);
    String text = markup(typed);
    return post(channelId, new Draft(user.id(), null, text, threadTs, null, details));
  }

  void announce(Channel channel, String userId, String subtype, String what) {
    if (channel.kind() != Channel.Kind.DIRECT) {
      String text = "<@" + userId + "> " + what;
      post(channel.id(), new Draft(userId, null, text, null, subtype, Message.Details.NONE));
    }
  }

  Message retype(Message message, String typed) {
    Message.Details old = message.details();
    Message.Details details =
        new Message.Details(
            TypedText.toBlocks(typed, Tokens.letters(5)),
            old.attachments(),
            old.metadata(),
            old.clientMsgId(),
            old.username(),
            null,
            null);
    return edit(message, markup(typed), details, message.userId());
  }

  /** Replaces text and details; the message keeps its ts and remembers who edited it. */
  public Message edit(Message message, String text, Message.Details details, String editorId) {
    return store.locked(
        state -> {
          ChannelLog log = state.logs.get(message.channelId());
          Message before = found(log, message.ts());
          Ts now = tick(log);
          String editedTs = now.seconds() + ".000000";
          Message.Details marked =
              new Message.Details(
                  details.blocks(),
                  details.attachments(),
                  details.metadata(),
                  details.clientMsgId(),
                  details.username(),
                  editorId,
                  editedTs);
          return change(before, before.edited(text, marked), now);
        });
  }

  /** Takes a message away; a parent with replies leaves a tombstone. */
  public void delete(String channelId, String ts) {
    store.locked(
        state -> {
          ChannelLog log = state.logs.get(channelId);
          Ts at = Ts.parse(ts).orElseThrow();
          Message before = found(log, ts);
          Ts now = tick(log);
          if (log.summary(at) == null) {
            store.commit(
                new Entry.Deleted(channelId, ts, now.toString()),
                () -> new WorkspaceEvent.Deleted(before, now.toString()));
          } else {
            change(before, tombstone(before), now);
          }
          return null;
        });
  }

  private static Message found(ChannelLog log, String ts) {
    return Ts.parse(ts)
        .map(log::get)
        .orElseThrow(() -> new IllegalArgumentException("no message has the ts " + ts));
  }

  private static Message tombstone(Message was) {
    return new Message(
        was.channelId(),
        was.ts(),
        Workspace.SLACKBOT,
        null,
        null,
        "This message was deleted.",
        was.threadTs(),
        "tombstone",
        Message.Details.NONE);
  }

  private Message change(Message before, Message after, Ts now) {
    store.commit(
        new Entry.Changed(after, now.toString()),
        () -> new WorkspaceEvent.Changed(after, before, now.toString()));
    return after;
  }

  /** The message with this ts. */
  public Optional<Message> find(String channelId, String ts) {
    return Ts.parse(ts)
        .flatMap(
            at -> store.locked(state -> Optional.ofNullable(state.logs.get(channelId).get(at))));
  }

  /**
   * What the history shows between two bounds, both included: at most {@code max} messages from the
   * newest end backwards, or from the oldest end forwards.
   */
  public List<Message> history(String channelId, Ts low, Ts high, boolean fromOldest, int max) {
    return store.locked(state -> state.logs.get(channelId).history(low, high, fromOldest, max));
  }

  /** Replies of a thread between two bounds, both included, oldest first. */
  public List<Message> replies(String channelId, Ts parent, Ts low, Ts high, int max) {
    return store.locked(state -> state.logs.get(channelId).replies(parent, low, high, max));
  }

  /** What this message shows of its thread, if it has one. */
  public Optional<Workspace.ThreadSummary> thread(Message parent) {
    return store.locked(
        state ->
            Optional.ofNullable(
                state.logs.get(parent.channelId()).summary(Ts.parse(parent.ts()).orElseThrow())));
  }

  private String markup(String typed) {
    return store.locked(state -> TypedText.toMarkup(typed, state));
  }

  private Ts tick(ChannelLog log) {
    return log.tick(Ts.of(clock.instant()));
  }
}
