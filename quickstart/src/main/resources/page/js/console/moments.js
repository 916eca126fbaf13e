// What happened to the parts of the demo: drawn on the charts, listed below them.

import { byId, element } from "../elements.js";
import { clock } from "./format.js";

const MOST = 100;
const SHORT = { broker: "broker", connect: "Connect", spark: "Spark", trades: "trades job", trips: "trips job" };
const ENDS = new Set(["killed", "died"]);

export class Moments {
  constructor() {
    this.events = [];
  }

  load(events) {
    this.events = events.slice(-MOST);
    this.draw();
  }

  add(event) {
    if (!this.events.some((other) => other.at === event.at && other.part === event.part && other.kind === event.kind)) {
      this.events.push(event);
      this.events.splice(0, Math.max(0, this.events.length - MOST));
    }
    this.draw();
  }

  /** The latest thing that happened to each part. */
  latest(part) {
    return this.events.findLast((event) => event.part === part);
  }

  isUp(part) {
    const event = this.latest(part);
    return !event || event.kind === "ready";
  }

  /** From each kill or death until the part was ready again, in seconds; an open end is undefined. */
  outages() {
    const open = new Map();
    const found = [];
    for (const event of this.events) {
      const at = Date.parse(event.at) / 1000;
      if (ENDS.has(event.kind) && !open.has(event.part)) {
        const outage = { part: event.part, name: SHORT[event.part] ?? event.part, kind: event.kind, from: at, to: undefined };
        open.set(event.part, outage);
        found.push(outage);
      } else if (event.kind === "ready" && open.has(event.part)) {
        open.get(event.part).to = at;
        open.delete(event.part);
      }
    }
    return found;
  }

  draw() {
    const items = this.events
      .slice()
      .reverse()
      .map((event) =>
        element(
          "li",
          { "data-kind": event.kind },
          element("time", { dateTime: event.at }, clock(Date.parse(event.at))),
          element("span", {}, event.text || `${SHORT[event.part] ?? event.part}: ${event.kind}`),
        ),
      );
    byId("moments").replaceChildren(
      ...(items.length ? items : [element("li", { class: "nothing" }, "Nothing has been killed or has died.")]),
    );
  }
}
