package io.bellwether.standin.slack;

import io.bellwether.standin.slack.Channel.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The workspace behind the stand-in: who and what is in it, and what people do in Slack's own
 * clients. Safe for use from several threads. What apps do over the Web API ends here too, see
 * {@link Messages}.
 */
public final class Workspace {
  static final String SLACKBOT = "USLACKBOT";

  private final Store store;
  private final InstantSource clock;
  private final Messages messages;
  private final Installations installations;

  /**
   * What a parent message shows of its thread.
   *
   * @param replyCount how many replies
   * @param replyUsers who replied, in the order of their first reply
   * @param latestReply ts of the last one
   */
  public record ThreadSummary(int replyCount, List<String> replyUsers, String latestReply) {}

  Workspace(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.messages = new Messages(store, clock);
    this.installations = new Installations(store);
    store.locked(this::found);
  }

  private Void found(State state) {
    if (state.teamId.isEmpty()) {
      store.commit(new Entry.TeamNamed(state.nextId("T"), "Bellwether"), null);
      store.commit(
          new Entry.UserAdded(new User(SLACKBOT, "slackbot", "Slackbot", null, null)), null);
    }
    return null;
  }

  /** {@code T...}. */
  public String teamId() {
    return store.locked(state -> state.teamId);
  }

  public String teamName() {
    return store.locked(state -> state.teamName);
  }

  /** The workspace's address as {@code auth.test} and permalinks give it. */
  public String url() {
    return "https://" + teamName().toLowerCase(Locale.ROOT) + ".slack.com/";
  }

  /** The app of this name, installed by {@code admin} if it is new. */
  public App app(String name) {
    return app(name, "admin");
  }

  /** The app of this name; if new, its user token acts as the person {@code installer}. */
  public App app(String name, String installer) {
    return store.locked(
        state ->
            state
                .app(name)
                .orElseGet(() -> installations.install(state, name, person(installer).id())));
  }

  /** The app as it is now. */
  public Optional<App> appById(String appId) {
    return store.locked(state -> Optional.ofNullable(state.apps.get(appId)));
  }

  public List<App> apps() {
    return store.locked(state -> List.copyOf(state.apps.values()));
  }

  /** Gives the app exactly these OAuth scopes. */
  public App setScopes(App app, Set<String> scopes) {
    return installations.change(app, now -> now.withScopes(scopes));
  }

  /** Subscribes the app to exactly these events, such as {@code message.channels}. */
  public App setEvents(App app, Set<String> events) {
    return installations.change(app, now -> now.withEvents(events));
  }

  /** Revokes a token for good: calls with it get {@code token_revoked}. */
  public void revoke(App app, Caller.Kind kind) {
    installations.revoke(app, kind);
  }

  /** Who calls with this token. */
  public Optional<Caller> caller(String token) {
    return installations.caller(token);
  }

  /** The person of this name, created if absent. */
  public User person(String name) {
    return store.locked(
        state ->
            state
                .person(name)
                .orElseGet(
                    () -> {
                      User user = new User(state.nextId("U"), name, name, null, null);
                      store.commit(new Entry.UserAdded(user), null);
                      return user;
                    }));
  }

  public Optional<User> user(String id) {
    return store.locked(state -> Optional.ofNullable(state.users.get(id)));
  }

  /** Everybody: people, bot users and Slackbot. */
  public List<User> users() {
    return store.locked(state -> List.copyOf(state.users.values()));
  }

  /** The channel of this name, created empty if absent. */
  public Channel createChannel(String name, boolean isPrivate) {
    return store.locked(
        state ->
            state
                .channel(name)
                .orElseGet(() -> create(state, name, isPrivate, person("admin").id())));
  }

  /** Creates a channel whose creator is its first member; the name must be free. */
  public Channel createChannel(String name, boolean isPrivate, String creatorId) {
    return store.locked(state -> create(state, name, isPrivate, creatorId));
  }

  private Channel create(State state, String name, boolean isPrivate, String creatorId) {
    Kind kind = isPrivate ? Kind.PRIVATE : Kind.PUBLIC;
    return add(state.nextId("C"), name, kind, creatorId, Set.of(creatorId));
  }

  /** The direct conversation of two users, opened if absent. */
  public Channel direct(String userId, String otherId) {
    Set<String> both = Set.of(userId, otherId);
    return store.locked(
        state ->
            state.channels.values().stream()
                .filter(each -> each.kind() == Kind.DIRECT && each.memberIds().equals(both))
                .findFirst()
                .orElseGet(() -> add(state.nextId("D"), otherId, Kind.DIRECT, userId, both)));
  }

  private Channel add(String id, String name, Kind kind, String creatorId, Set<String> members) {
    long now = clock.instant().getEpochSecond();
    Channel channel = new Channel(id, name, kind, creatorId, now, false, "", List.of(), members);
    store.commit(new Entry.ChannelSet(channel), () -> new WorkspaceEvent.ChannelCreated(channel));
    return channel;
  }

  /** By id, or by name with or without the hash. */
  public Optional<Channel> channel(String nameOrId) {
    return store.locked(state -> state.channel(nameOrId));
  }

  public List<Channel> channels() {
    return store.locked(state -> List.copyOf(state.channels.values()));
  }

  /** The app's bot user joins; the channel shows it, as in Slack, with a channel_join message. */
  public void join(App app, Channel channel) {
    join(app.botUserId(), channel.id());
  }

  /** The person joins, see {@link #join(App, Channel)}. */
  public void join(User user, Channel channel) {
    join(user.id(), channel.id());
  }

  /** Returns the channel as it is then; no message when the user was in it already. */
  public Channel join(String userId, String channelId) {
    return store.locked(
        state -> {
          Channel before = state.channels.get(channelId);
          if (before.hasMember(userId)) {
            return before;
          }
          Channel after = changeChannel(channelId, channel -> channel.with(userId));
          messages.announce(after, userId, "channel_join", "has joined the channel");
          return after;
        });
  }

  /** The user leaves, without a message of it. */
  public void leave(String userId, String channelId) {
    changeChannel(channelId, channel -> channel.without(userId));
  }

  /** Gives the channel another name; its id stays. */
  public Channel rename(Channel channel, String name) {
    return changeChannel(channel.id(), now -> now.renamed(name));
  }

  /** Archives or unarchives. */
  public Channel archive(Channel channel, boolean archived) {
    return changeChannel(channel.id(), now -> now.archived(archived));
  }

  private Channel changeChannel(String id, UnaryOperator<Channel> change) {
    return store.locked(
        state -> {
          Channel before = state.channels.get(id);
          Channel after = change.apply(before);
          store.commit(
              new Entry.ChannelSet(after), () -> new WorkspaceEvent.ChannelChanged(after, before));
          return after;
        });
  }

  /**
   * Types a message as a person does: control characters are escaped, links and the names of known
   * people and channels become markup.
   */
  public Message post(User user, Channel channel, String typed) {
    return messages.type(channel.id(), user, null, typed);
  }

  /** Posts markup as the app's bot does. */
  public Message post(App app, Channel channel, String markup) {
    return messages.post(
        channel.id(), new Draft(app.botUserId(), app, markup, null, null, Message.Details.NONE));
  }

  /** Types an answer in the parent's thread. */
  public Message reply(User user, Message parent, String typed) {
    return messages.type(parent.channelId(), user, parent.ts(), typed);
  }

  /** Edits as its author would; {@code typed} as in {@link #post(User, Channel, String)}. */
  public Message edit(Message message, String typed) {
    return messages.retype(message, typed);
  }

  /** Deletes; a parent with replies leaves a tombstone, as in Slack. */
  public void delete(Message message) {
    messages.delete(message.channelId(), message.ts());
  }

  /** All messages of the channel, replies and joins included, oldest first. */
  public List<Message> messages(Channel channel) {
    return store.locked(state -> state.logs.get(channel.id()).all());
  }

  /** The time on the stand-in's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** What the Web API needs beyond what people do. */
  public Messages log() {
    return messages;
  }

  /** Told everything that happens from now on, in order, on one thread. */
  public AutoCloseable subscribe(Consumer<WorkspaceEvent> subscriber) {
    return store.subscribe(subscriber);
  }
}
