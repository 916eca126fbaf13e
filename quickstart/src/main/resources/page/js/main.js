// Joins the store, what is drawn, and the stream of events.

import { follow } from "./api.js";
import { Composer } from "./composer.js";
import { byId } from "./elements.js";
import { linksTo } from "./mrkdwn.js";
import { drawChannels, Room } from "./room.js";
import { Store } from "./store.js";

const HOME = "feedback";

const store = new Store();
const room = new Room(store);
const composer = new Composer();
let status = { ready: true, text: "" };
let connected = false;

// The address says what is open: #channel, or #channel/ts to point at a message.
function open() {
  const [name, ts] = decodeURIComponent(location.hash.slice(1)).split("/");
  const channel = store.named(name) ?? store.named(HOME);
  if (channel) {
    store.markRead(channel.id);
    room.open(channel);
    composer.open(channel);
    if (ts) {
      room.point(channel.id, ts);
    }
  }
  drawSide();
  document.querySelector("#channels [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Where the page shows what Slack's permalink names. */
function permalink(workspaceUrl, address) {
  const found = /^archives\/([A-Z0-9]+)\/p(\d+)(\d{6})/.exec(address.slice(workspaceUrl.length));
  const channel = found && address.startsWith(workspaceUrl) && store.channels.get(found[1]);
  return channel ? `#${channel.name}/${found[2]}.${found[3]}` : null;
}

function drawSide() {
  const openId = room.channel?.id;
  drawChannels(store, openId);
  const unread = [...store.channels.keys()]
    .filter((id) => id !== openId)
    .reduce((sum, id) => sum + store.unread(id), 0);
  document.title = unread ? `(${unread}) Bellwether` : "Bellwether";
}

function drawStatus() {
  const line = byId("status");
  line.dataset.state = !connected ? "lost" : status.ready ? "ready" : "starting";
  line.textContent = !connected ? "Reconnecting" : status.ready ? "Live" : status.text;
}

const EVENTS = {
  message(message) {
    store.put(message);
    if (message.channelId === room.channel?.id) {
      store.markRead(message.channelId);
    }
    room.show(message);
    message.alerts?.forEach((subject) => room.refresh(subject));
    drawSide();
  },
  deleted(gone) {
    store.remove(gone);
    room.hide(gone);
    drawSide();
  },
  channel(channel) {
    store.addChannel(channel);
    drawSide();
  },
  score(score) {
    store.score(score);
    room.refresh(score);
    const alert = store.alertOf(score);
    if (alert) {
      room.refresh(alert);
    }
  },
  status(changed) {
    status = changed;
    drawStatus();
  },
};

window.addEventListener("hashchange", () => {
  if (location.hash !== "#composer") {
    open();
  }
});

follow({
  load(workspace) {
    store.load(workspace);
    byId("team").textContent = workspace.team === "Bellwether" ? "Local Slack" : workspace.team;
    status = workspace.status;
    linksTo((address) => permalink(workspace.url, address));
    open();
  },
  event: (type, data) => EVENTS[type](data),
  connected(now) {
    connected = now;
    drawStatus();
  },
});

byId("composer").focus({ preventScroll: true });
