// The trips of a bike share: what the job has counted, drawn as it stands in the topic.

import { tripsNow } from "../api.js";
import { count, NOTHING } from "../console/format.js";
import { byId, element, set } from "../elements.js";
import { TripAlerts } from "./alerts.js";
import { Bars } from "./bars.js";
import { HeatMap } from "./heat.js";
import { TripsTally } from "./tally.js";
import { Weeks } from "./weeks.js";

const WORDS_EVERY = 10;
const MISSED_MILLIS = 8000;
const FARTHEST = 10;
const ONE = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const withShare = ({ trips, share }) => `${count(trips)} · ${share === null ? NOTHING : `${ONE.format(100 * share)} %`}`;

function duration(seconds) {
  const whole = Math.round(seconds);
  return `${count(Math.floor(whole / 60))} min ${String(whole % 60).padStart(2, "0")} s`;
}

export class Trips {
  /** @param present is called once it is clear that the demo has trips */
  constructor(present) {
    this.present = present;
    this.section = byId("trips");
    this.statistics = {};
    this.ticks = 0;
  }

  /** Begins anew. A demo without trips has none of this. */
  async load() {
    const all = await tripsNow();
    if (all) {
      if (this.section.hidden) {
        this.build();
      }
      this.statistics = {};
      this.alerts.clear();
      this.take(all);
      this.draw(true);
    }
  }

  build() {
    this.tally = new TripsTally();
    this.averages = element("p", { class: "averages" }, "No trip so far.");
    this.starts = new Bars({ id: "starts", title: "Top start stations", say: withShare });
    this.ends = new Bars({ id: "ends", title: "Top end stations", say: withShare });
    this.plans = new Bars({ id: "plans", title: "Payment plans", say: withShare });
    this.miles = new Bars({ id: "distances", title: "How far they go", say: ({ trips }) => count(trips) });
    this.heat = new HeatMap();
    this.weeks = new Weeks();
    this.alerts = new TripAlerts();
    this.section.append(
      element("h3", { id: "trips-title" }, "Trips ", element("span", { class: "note" }, "statistics and alerts as they stand in the topics")),
      ...this.tally.lines,
      this.averages,
      element(
        "div",
        { class: "trip-charts" },
        this.starts.figure,
        this.ends.figure,
        this.heat.figure,
        element("div", {}, this.weeks.chart.figure, this.plans.figure),
        this.miles.figure,
      ),
      element("h4", { id: "trip-alerts-title" }, "Alerts"),
      this.alerts.list,
    );
    this.section.hidden = false;
    this.present();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.weeks.chart.rebuild());
  }

  /** A second has passed. */
  tick(now) {
    if (this.section.hidden) {
      return;
    }
    const missed = !this.at || now.at - this.at > MISSED_MILLIS;
    this.take(now);
    this.draw();
    if (missed) {
      this.load().catch(() => undefined);
    }
  }

  take(now) {
    this.at = now.at;
    Object.assign(this.statistics, now.statistics);
    this.changed ||= Object.keys(now.statistics).length > 0;
    this.tally.show(now.counts);
    this.alerts.add(now.alerts);
  }

  /** Nothing is drawn again that has not changed, unless asked for. */
  draw(anew = false) {
    if (document.hidden || this.section.hidden || this.section.offsetParent === null || !(this.changed || anew)) {
      return;
    }
    this.changed = false;
    const items = (name) => this.statistics[name]?.items ?? [];
    this.average(this.statistics.trips);
    this.starts.show(items("top-start-stations"));
    this.ends.show(items("top-end-stations"));
    this.plans.show([...items("payment-plans")].sort((one, other) => other.trips - one.trips));
    const unit = this.statistics.distances?.unit ?? "";
    this.miles.show(items("distances").map(({ from, trips }) => ({ trips, name: `${from}${from < FARTHEST ? `–${from + 1}` : " or more"} ${unit}` })));
    this.heat.show(items("trips-per-weekday-hour"));
    this.weeks.take(items("trips-per-week"));
    this.weeks.draw();
    if (anew || this.ticks++ % WORDS_EVERY === 0) {
      this.heat.describe();
      this.weeks.describe();
    }
  }

  average(all) {
    if (!all || all.trips === 0) {
      set(this.averages, "No trip so far.");
      return;
    }
    const far = all.average_distance === null ? "" : ` and ${TWO.format(all.average_distance)} ${all.distance_unit}`;
    const until = `${all.until.slice(0, 16).replace("T", " ")} UTC`;
    set(this.averages, `${count(all.trips)} trips, ${duration(all.average_duration_seconds)}${far} on average, until ${until}.`);
  }
}
