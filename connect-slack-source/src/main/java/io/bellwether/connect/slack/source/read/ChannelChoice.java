package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.SlackChannel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which conversations are read: those listed, those whose name matches, and direct ones where their
 * type is among the types.
 *
 * @param listed names or ids
 * @param names matches the whole name of a channel
 * @param types as of {@code conversations.list}
 * @param join whether the app joins public channels that it is not in
 */
public record ChannelChoice(
    List<String> listed, Optional<Pattern> names, List<String> types, boolean join) {
  /** Whether what is read may change without a new configuration. */
  public boolean isOpen() {
    return names.isPresent() || join || hasDirect();
  }

  /** Whether direct conversations are read. */
  public boolean hasDirect() {
    return types.contains("im") || types.contains("mpim");
  }

  /** Whether nothing can be read. */
  public boolean isEmpty() {
    return listed.isEmpty() && names.isEmpty() && !hasDirect();
  }

  /** Those that the app is in, or may join, by id and without repetition. */
  List<SlackChannel> of(Collection<SlackChannel> all) {
    return all.stream()
        .filter(this::isChosen)
        .filter(channel -> channel.isMember() || mayJoin(channel))
        .sorted(Comparator.comparing(SlackChannel::id))
        .toList();
  }

  boolean mayJoin(SlackChannel channel) {
    return join && channel.isPublic();
  }

  private boolean isChosen(SlackChannel channel) {
    return (channel.isDirect() && hasDirect())
        || listed.stream().anyMatch(each -> SlackChannel.find(each, List.of(channel)).isPresent())
        || (channel.name() != null
            && names.filter(pattern -> pattern.matcher(channel.name()).matches()).isPresent());
  }
}
