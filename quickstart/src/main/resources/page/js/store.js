// What the page knows: channels, messages, scores, alerts. Holds no element of the document.

const MOST_MESSAGES = 300;
// Scores and alerts of messages that are out of sight arrive too; without a bound they would pile up.
const MOST_REMEMBERED = 2000;

export const reference = ({ channelId, ts }) => `${channelId}:${ts}`;

export class Store {
  constructor() {
    this.clear();
  }

  clear() {
    this.channels = new Map();
    this.messages = new Map();
    this.scores = new Map();
    this.alerts = new Map();
    this.readUpTo = new Map();
  }

  load(workspace) {
    const read = this.readUpTo;
    this.clear();
    workspace.channels.forEach((channel) => this.addChannel(channel));
    workspace.messages.forEach((message) => this.put(message));
    for (const id of this.channels.keys()) {
      // What was there when the page opened counts as read.
      this.readUpTo.set(id, read.get(id) ?? this.list(id).at(-1)?.ts ?? "");
    }
  }

  addChannel(channel) {
    this.channels.set(channel.id, channel);
    if (!this.messages.has(channel.id)) {
      this.messages.set(channel.id, []);
    }
  }

  /** Adds or replaces a message; true if it is new. */
  put(message) {
    const list = this.messages.get(message.channelId);
    if (!list) {
      return false;
    }
    if (message.score) {
      this.score(message.score);
    }
    message.alerts?.forEach((of) => remember(this.alerts, reference(of), message));
    const at = list.findIndex((other) => other.ts >= message.ts);
    if (at >= 0 && list[at].ts === message.ts) {
      list[at] = message;
      return false;
    }
    list.splice(at < 0 ? list.length : at, 0, message);
    list.splice(0, Math.max(0, list.length - MOST_MESSAGES)).forEach((gone) => this.forget(gone));
    return true;
  }

  remove({ channelId, ts }) {
    const list = this.messages.get(channelId) ?? [];
    const at = list.findIndex((message) => message.ts === ts);
    if (at >= 0) {
      this.forget(list.splice(at, 1)[0]);
    }
  }

  forget(message) {
    this.scores.delete(reference(message));
    this.alerts.delete(reference(message));
  }

  /** Keeps the score of a message; a message may come after its score. */
  score(score) {
    remember(this.scores, reference(score), score);
  }

  scoreOf(message) {
    return this.scores.get(reference(message));
  }

  /** The alert that a message led to. */
  alertOf(message) {
    return this.alerts.get(reference(message));
  }

  list(channelId) {
    return this.messages.get(channelId) ?? [];
  }

  named(name) {
    return [...this.channels.values()].find((channel) => channel.name === name);
  }

  markRead(channelId) {
    this.readUpTo.set(channelId, this.list(channelId).at(-1)?.ts ?? "");
  }

  unread(channelId) {
    const upTo = this.readUpTo.get(channelId) ?? "";
    return this.list(channelId).filter((message) => message.ts > upTo && message.kind !== "you").length;
  }
}

function remember(map, key, value) {
  map.delete(key);
  map.set(key, value);
  if (map.size > MOST_REMEMBERED) {
    map.delete(map.keys().next().value);
  }
}
