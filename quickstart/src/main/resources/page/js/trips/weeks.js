// Trips per week as a line, one week beside the other; where data of a time are missing, the line breaks.

import { Chart } from "../console/chart.js";
import { count } from "../console/format.js";

const WEEK_MILLIS = 7 * 24 * 3600 * 1000;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "2-digit", timeZone: "UTC" });

const millis = (monday) => Date.parse(`${monday}T00:00:00Z`);
const told = (monday) => DAY.format(new Date(millis(monday)));

export class Weeks {
  constructor() {
    this.mondays = [];
    this.chart = new Chart({
      id: "weeks",
      title: "Trips per week",
      note: "by its Monday",
      ordinal: true,
      lines: [{ name: "in the week", color: "series-1", width: 2, points: true, fill: 0.12 }],
      say: count,
      axis: (value) => (Number.isInteger(value) ? count(value) : ""),
      axisSize: 50,
      room: 28,
      range: (_, max) => [0, Math.max(4, (max ?? 0) * 1.15)],
      xValues: (_, ticks) => ticks.map((tick) => (this.mondays[tick] ? told(this.mondays[tick]) : "")),
    });
  }

  /** Takes items as {name, trips}, a name being a Monday, in any order. */
  take(items) {
    this.mondays = [];
    this.trips = [];
    for (const { name, trips } of [...items].sort((one, other) => one.name.localeCompare(other.name))) {
      const before = this.mondays.at(-1);
      if (before && millis(name) - millis(before) > WEEK_MILLIS) {
        this.mondays.push(undefined);
        this.trips.push(null);
      }
      this.mondays.push(name);
      this.trips.push(trips);
    }
  }

  draw() {
    const last = Math.max(1, this.mondays.length - 1);
    this.chart.show([this.mondays.map((_, at) => at), this.trips ?? []], { min: -0.2, max: last + 0.2 });
  }

  describe() {
    const known = this.mondays.map((monday, at) => ({ monday, trips: this.trips[at] })).filter(({ monday }) => monday);
    if (known.length === 0) {
      this.chart.describe("No week so far.");
      return;
    }
    const most = known.reduce((one, other) => (other.trips > one.trips ? other : one));
    const latest = known.at(-1);
    this.chart.describe(
      `${known.length} weeks. The latest begins on ${told(latest.monday)}: ${count(latest.trips)} trips. Most in that of ${told(most.monday)}: ${count(most.trips)}.`,
    );
  }
}
