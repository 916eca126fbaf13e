// The open channel: its messages, its empty state, and where it is scrolled to.

import { byId, element } from "./elements.js";
import { domId, draw, follows } from "./messages.js";

const SUGGESTIONS = {
  feedback: "Azure is down again, this is unacceptable",
  X: "#Azure is down again, this is unacceptable",
};

/** How a channel or another room is called. */
export const title = (channel) => (channel.place === "slack" ? `#${channel.name}` : channel.name);

/** What a newcomer could say there. */
export const suggestion = (channel) => SUGGESTIONS[channel.name];

const ABOUT = {
  feedback: "What is said here is scored between 0 and 1",
  "negative-feedback": "Alerts: feedback scored 0.3 or lower",
  "positive-feedback": "Alerts: feedback scored 0.9 or higher",
};
const EMPTY = {
  X: ["Nothing posted yet", "Post something that one of the source's queries finds. For example:"],
  feedback: ["Nothing said yet", "Say something about a product and watch where it goes. For example:"],
  "negative-feedback": ["No complaints yet", "Feedback that scores 0.3 or lower appears here a moment after it is said."],
  "positive-feedback": ["No praise yet", "Feedback that scores 0.9 or higher appears here a moment after it is said."],
};
const NEAR_END_PIXELS = 60;

export class Room {
  constructor(store) {
    this.store = store;
    this.list = byId("messages");
    this.scroll = byId("scroll");
    this.newest = byId("newest");
    this.newest.addEventListener("click", () => this.toEnd());
    this.scroll.addEventListener("scroll", () => {
      if (this.atEnd()) {
        this.newest.hidden = true;
      }
      this.followsEnd = this.atEnd();
    });
    // A smaller window, or a keyboard on the screen, hides no message that was in view.
    new ResizeObserver(() => this.followsEnd && this.toEnd()).observe(this.scroll);
  }

  /** Draws a channel from its beginning. */
  open(channel) {
    this.channel = channel;
    // A screen reader is told what arrives from now on, not the whole channel.
    this.scroll.setAttribute("aria-live", "off");
    requestAnimationFrame(() => this.scroll.setAttribute("aria-live", "polite"));
    byId("channel-name").textContent = title(channel);
    byId("channel-about").textContent = channel.about ?? ABOUT[channel.name] ?? "";
    const messages = this.store.list(channel.id);
    this.list.replaceChildren(
      ...messages.map((message, index) => draw(message, messages[index - 1], this.store)),
    );
    this.showEmpty();
    this.toEnd();
  }

  /** Draws messages of this channel that have arrived or changed, given by channel and ts. */
  show(changed) {
    if (changed.length === 0) {
      return;
    }
    const follow = this.atEnd();
    const messages = this.store.list(this.channel.id);
    const places = new Map(messages.map((message, index) => [message.ts, index]));
    const indices = changed.map(({ ts }) => places.get(ts)).filter((index) => index !== undefined);
    const arrived = indices.sort((a, b) => a - b).filter((index) => this.draw(messages, index));
    this.trim(messages.length);
    this.showEmpty();
    if (arrived.length) {
      this.newest.hidden = follow;
    }
    if (follow) {
      this.toEnd();
    }
  }

  /** Draws one message; true if it was not there. */
  draw(messages, index) {
    const drawn = draw(messages[index], messages[index - 1], this.store);
    const old = byId(domId(messages[index]));
    if (old) {
      old.replaceWith(drawn);
      return false;
    }
    drawn.classList.add("arrives");
    this.list.insertBefore(drawn, this.elementAfter(messages, index));
    this.regroup(messages, index + 1);
    return true;
  }

  /** Brings a message into view and marks it for a moment. */
  point(channelId, ts) {
    const drawn = byId(domId({ channelId, ts }));
    drawn?.scrollIntoView({ block: "center" });
    drawn?.classList.add("pointed");
  }

  /** Takes a deleted message away. */
  hide(gone) {
    byId(domId(gone))?.remove();
    this.showEmpty();
  }

  elementAfter(messages, index) {
    // The next one that is drawn: several may have arrived at once.
    for (let next = index + 1; next < messages.length; next++) {
      const drawn = byId(domId(messages[next]));
      if (drawn) {
        return drawn;
      }
    }
    return null;
  }

  regroup(messages, index) {
    if (messages[index]) {
      byId(domId(messages[index]))?.classList.toggle("follows", follows(messages[index], messages[index - 1]));
    }
  }

  trim(count) {
    while (this.list.childElementCount > count) {
      this.list.firstElementChild.remove();
    }
    this.list.firstElementChild?.classList.remove("follows");
  }

  showEmpty() {
    const empty = this.store.list(this.channel.id).length === 0;
    byId("empty").hidden = !empty;
    const [title, text] = EMPTY[this.channel.name] ?? ["Nothing said yet", ""];
    byId("empty-title").textContent = title;
    byId("empty-text").textContent = text;
    byId("suggestion").hidden = !suggestion(this.channel);
    byId("suggestion").textContent = suggestion(this.channel) ?? "";
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR_END_PIXELS;
  }

  toEnd() {
    this.newest.hidden = true;
    this.followsEnd = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }
}

/** The list of channels with what is unread in each. */
export function drawChannels(store, openId) {
  const focused = document.activeElement?.getAttribute("href");
  const scrolledTo = byId("channels").scrollLeft;
  const all = [...store.channels.values()];
  const beside = all.filter((channel) => channel.place !== "slack");
  byId("channels-title").textContent = beside.length ? "Slack" : "Channels";
  byId("channels").replaceChildren(
    ...[...all.filter((channel) => channel.place === "slack"), ...beside].map((channel) => {
      const unread = channel.id === openId ? 0 : store.unread(channel.id);
      const link = element(
        "a",
        { href: `#${channel.name}`, class: unread ? "unread" : "" },
        element("span", { class: "name" }, channel.place === "slack" ? `# ${channel.name}` : channel.name),
        unread ? element("span", { class: "badge", "aria-label": `${unread} unread` }, String(unread)) : null,
      );
      if (channel.id === openId) {
        link.setAttribute("aria-current", "page");
      }
      return element("li", { class: channel === beside[0] ? "beside" : "" }, link);
    }),
  );
  // The list is drawn anew whenever a message arrives, which must not move it or take the focus away.
  byId("channels").scrollLeft = scrolledTo;
  const again = [...byId("channels").querySelectorAll("a")];
  again.find((link) => focused && link.getAttribute("href") === focused)?.focus();
}
