// Joins the store, what is drawn, and the stream of events. Events are taken in at once and drawn
// together a few times a second: drawing each by itself would be felt at fifty messages a second.

import { follow } from "./api.js";
import { Composer } from "./composer.js";
import { Console } from "./console/console.js";
import { byId } from "./elements.js";
import { linksTo } from "./mrkdwn.js";
import { drawChannels, Room } from "./room.js";
import { reference, Store } from "./store.js";
import { Markets } from "./trades/markets.js";
import { Trips } from "./trips/trips.js";

const HOME = "feedback";
const DRAW_MILLIS = 60;

const store = new Store();
const room = new Room(store);
const composer = new Composer();
const panel = new Console();
const markets = new Markets(() => panel.kills.add("trades", "Kill the trades job"));
const trips = new Trips(() => panel.kills.add("trips", "Kill the trips job"));
const dirty = new Map();
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

/** Has a message drawn, with the others that have changed meanwhile. */
function changed(message) {
  if (dirty.size === 0) {
    setTimeout(drawChanges, DRAW_MILLIS);
  }
  dirty.set(reference(message), message);
}

function drawChanges() {
  const openId = room.channel?.id;
  const here = [...dirty.values()].filter((each) => each.channelId === openId);
  dirty.clear();
  if (openId) {
    store.markRead(openId);
  }
  room.show(here);
  drawSide();
}

const EVENTS = {
  message(message) {
    store.put(message);
    changed(message);
    message.alerts?.forEach(changed);
  },
  deleted(gone) {
    store.remove(gone);
    dirty.delete(reference(gone));
    room.hide(gone);
    drawSide();
  },
  channel(channel) {
    store.addChannel(channel);
    drawSide();
  },
  score(score) {
    store.score(score);
    changed(score);
    const alert = store.alertOf(score);
    if (alert) {
      changed(alert);
    }
  },
  status(news) {
    status = news;
    drawStatus();
  },
  measures: (now) => panel.tick(now),
  markets: (now) => markets.tick(now),
  trips: (now) => trips.tick(now),
  part: (event) => panel.part(event),
};

function look(view) {
  byId("app").dataset.view = view;
  for (const each of ["slack", "console"]) {
    byId(`view-${each}`).setAttribute("aria-pressed", String(each === view));
  }
  panel.drawCharts();
  markets.draw();
  trips.draw();
}

byId("view-slack").addEventListener("click", () => look("slack"));
byId("view-console").addEventListener("click", () => look("console"));

window.addEventListener("hashchange", () => {
  if (location.hash !== "#composer") {
    open();
  }
});

follow({
  load(workspace) {
    store.load(workspace);
    const beside = workspace.channels.filter((channel) => channel.place !== "slack").map((channel) => channel.name);
    const team = workspace.team === "Bellwether" ? "Local Slack" : workspace.team;
    byId("team").textContent = [team, ...beside].join(" and ");
    byId("view-slack").textContent = beside.length ? "Rooms" : "Slack";
    status = workspace.status;
    linksTo((address) => permalink(workspace.url, address));
    dirty.clear();
    open();
    panel.load(workspace.parts ?? []).catch(() => undefined);
    markets.load().catch(() => undefined);
    trips.load().catch(() => undefined);
  },
  event: (type, data) => EVENTS[type](data),
  connected(now) {
    connected = now;
    drawStatus();
  },
});

byId("composer").focus({ preventScroll: true });
