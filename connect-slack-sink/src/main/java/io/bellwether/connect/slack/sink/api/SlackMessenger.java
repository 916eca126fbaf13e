package io.bellwether.connect.slack.sink.api;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.Messenger;
import io.bellwether.connect.slack.sink.delivery.ReadBack;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Posts by {@code chat.postMessage}, docs.slack.dev/reference/methods/chat.postMessage. */
public final class SlackMessenger implements Messenger {
  /** Refusals that say that the id itself is of no use any more; all others concern the record. */
  private static final Set<String> GONE = Set.of("channel_not_found", "is_archived");

  private final SlackApi slack;
  private final ChannelDirectory channels;
  private final Optional<SlackReader> reader;

  /**
   * @param slack closed with this
   * @param creation what becomes of a channel that is missing
   * @param reading how often channels may be read; empty if they are not to be read
   */
  public SlackMessenger(
      SlackApi slack, InstantSource clock, Creation creation, Optional<RateBudget> reading) {
    this.slack = slack;
    this.channels = new ChannelDirectory(slack::channels, maker(slack, clock, creation), clock);
    this.reader = reading.map(budget -> new SlackReader(slack, channels, budget));
  }

  @Override
  public Delivery post(Message message) {
    return Deliveries.of(channels.id(message.channel()).then(id -> post(id, message)));
  }

  private static Optional<ChannelMaker> maker(
      SlackApi slack, InstantSource clock, Creation creation) {
    return creation == Creation.NO
        ? Optional.empty()
        : Optional.of(
            new ChannelMaker(
                name -> slack.createChannel(name, creation == Creation.PRIVATE), clock));
  }

  @Override
  public Delivery check() {
    return Deliveries.of(slack.identity());
  }

  @Override
  public ReadBack readBack(String channel, Instant since, Instant parentsSince) {
    return reader
        .<ReadBack>map(open -> new SlackReadBack(open, channel, since, parentsSince))
        .orElse(() -> new Done(Map.of(), Map.of()));
  }

  private Outcome<ChatPostMessageResponse> post(String channelId, Message message) {
    Outcome<ChatPostMessageResponse> answer = slack.post(request(channelId, message));
    if (!(answer instanceof Reject<?> refused && GONE.contains(refused.code()))) {
      return answer;
    }
    Outcome<String> another = channels.idInsteadOf(channelId, message.channel());
    // Where there is no other channel, Slack's first answer tells most.
    return isNone(another, channelId)
        ? answer
        : another.then(id -> slack.post(request(id, message)));
  }

  private static boolean isNone(Outcome<String> another, String goneId) {
    return another instanceof Reject<String> unknown
        ? unknown.scope() == Scope.ITEM
        : another.equals(new Ok<>(goneId));
  }

  private static ChatPostMessageRequest request(String channelId, Message message) {
    // Without links made of names, and nothing fetched for a preview: the text stays as it is.
    ChatPostMessageRequest.ChatPostMessageRequestBuilder request =
        ChatPostMessageRequest.builder()
            .channel(channelId)
            .text(message.text())
            .mrkdwn(true)
            .parse("none")
            .linkNames(false)
            .unfurlLinks(false)
            .unfurlMedia(false)
            .metadata(AlertMetadata.of(message.alerts(), message.thread()));
    message.parent().ifPresent(request::threadTs);
    return message.hasBlocks()
        ? request.blocksAsString(Blocks.json(message)).build()
        : request.build();
  }

  @Override
  public void close() {
    slack.close();
  }
}
