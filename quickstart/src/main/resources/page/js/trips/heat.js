// Weekday and hour as a heat map: a cell for each hour of the week, the deeper the more trips.

import { count } from "../console/format.js";
import { element, set } from "../elements.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOURS = [...Array(24).keys()];
const LABELLED = 3;

const hour = (number) => `${String(number).padStart(2, "0")}:00`;
const told = ({ weekday, hour: at, trips }) => `${weekday} ${hour(at)}: ${count(trips)} trips`;

export class HeatMap {
  constructor() {
    this.cells = new Map();
    this.reading = element("output", { class: "reading" });
    this.words = element("p", { class: "hidden" });
    this.grid = element("div", { class: "heat", "aria-hidden": "true" }, ...this.head(), ...DAYS.flatMap((day) => this.day(day)));
    this.grid.addEventListener("pointerover", (event) => this.point(event.target));
    this.grid.addEventListener("pointerleave", () => this.point(undefined));
    this.least = element("span", {}, "0");
    this.most = element("span", {}, "–");
    const legend = element("span", { class: "heat-legend" }, this.least, element("span", { class: "heat-scale", "aria-hidden": "true" }), this.most);
    const title = element("h4", {}, "Weekday and hour", element("span", { class: "note" }, " trips that start then"));
    this.figure = element("figure", { class: "heat-map" }, element("figcaption", {}, title, legend, this.reading), this.grid, this.words);
  }

  head() {
    return [element("span", {}), ...HOURS.map((at) => element("span", { class: "heat-hour" }, at % LABELLED === 0 ? String(at) : ""))];
  }

  day(weekday) {
    const cells = HOURS.map((at) => {
      const cell = element("span", { class: "heat-cell" });
      this.cells.set(`${weekday} ${at}`, { cell, weekday, hour: at, trips: 0 });
      return cell;
    });
    return [element("span", { class: "heat-day" }, weekday.slice(0, 3)), ...cells];
  }

  /** Shows items as {weekday, hour, trips}; hours that are missing had no trips. */
  show(items) {
    this.cells.forEach((each) => (each.trips = 0));
    for (const item of items) {
      const found = this.cells.get(`${item.weekday} ${item.hour}`);
      if (found) {
        found.trips = item.trips;
      }
    }
    const all = [...this.cells.values()];
    const most = Math.max(1, ...all.map((each) => each.trips));
    all.forEach((each) => each.cell.style.setProperty("--heat", (each.trips / most).toFixed(3)));
    set(this.most, count(most));
    this.busiest = all.reduce((one, other) => (other.trips > one.trips ? other : one));
    this.quietest = all.reduce((one, other) => (other.trips < one.trips ? other : one));
    this.read();
  }

  point(target) {
    this.pointed = [...this.cells.values()].find((each) => each.cell === target);
    this.read();
  }

  read() {
    const shown = this.pointed ?? this.busiest;
    set(this.reading, shown ? `${this.pointed ? "" : "busiest: "}${told(shown)}` : "");
  }

  /** For those who do not see it. */
  describe() {
    set(this.words, this.busiest ? `Busiest: ${told(this.busiest)}. Quietest: ${told(this.quietest)}.` : "");
  }
}
