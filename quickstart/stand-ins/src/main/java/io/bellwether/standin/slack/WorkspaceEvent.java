package io.bellwether.standin.slack;

/** What happens in the workspace, in the order it happens. */
public sealed interface WorkspaceEvent {
  /** A message arrived. */
  record Posted(Message message) implements WorkspaceEvent {}

  /** A message was edited; {@code ts} is the edit's own ts. */
  record Changed(Message message, Message previous, String ts) implements WorkspaceEvent {}

  /** A message was deleted; {@code ts} is the deletion's own ts. */
  record Deleted(Message previous, String ts) implements WorkspaceEvent {}

  /** A channel was made. */
  record ChannelCreated(Channel channel) implements WorkspaceEvent {}

  /** A channel got another name or member, or was archived. */
  record ChannelChanged(Channel channel, Channel previous) implements WorkspaceEvent {}
}
