// The latest alerts of trips, by the time in the data.

import { element } from "../elements.js";

const LISTED = 40;
const NAMES = { station: "station", "trips-per-hour": "hour", duration: "long", bike: "bike" };

export class TripAlerts {
  constructor() {
    this.list = element("ol", { class: "trip-alerts", id: "trip-alert-list", tabIndex: 0, "aria-labelledby": "trip-alerts-title" });
    this.clear();
  }

  clear() {
    this.shown = [];
    this.list.replaceChildren(element("li", { class: "nothing" }, "No alert so far."));
  }

  /** Takes in alerts, oldest first. */
  add(alerts) {
    const known = new Set(this.shown.map((alert) => alert.id));
    const news = alerts.filter((alert) => !known.has(alert.id));
    if (news.length > 0) {
      this.shown = [...news.reverse(), ...this.shown].slice(0, LISTED);
      this.list.replaceChildren(...this.shown.map(entry));
    }
  }
}

function entry(alert) {
  return element("li", {}, element("span", { class: "alert-kind", "data-kind": alert.kind }, NAMES[alert.kind] ?? alert.kind), element("span", { class: "sentence" }, alert.text));
}
