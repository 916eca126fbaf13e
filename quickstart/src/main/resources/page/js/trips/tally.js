// How many rows and alerts came through: two equations, as the topics and Slack have it.

import { count } from "../console/format.js";
import { element, set } from "../elements.js";

const EQUATIONS = [
  ["rows", "=", "trips", "+", "dropped", "+", "uncounted"],
  ["alerts", "=", "posted", "+", "unposted", "+", "dead"],
];
const LABELS = {
  rows: "rows",
  trips: "trips",
  dropped: "dropped",
  uncounted: "waiting",
  alerts: "alerts",
  posted: "posted",
  unposted: "waiting",
  dead: "dead letters",
};
const TITLES = {
  rows: "Records in the topic trips",
  trips: "What the job has counted",
  dropped: "What the job has dropped by a rule, repeated rows among them",
  uncounted: "In the topic, and not in the statistics yet",
  alerts: "Distinct alerts in the topic trip-alerts",
  posted: "Alerts that a message in Slack names",
  unposted: "Not posted yet: Slack takes one message a second in a channel",
  dead: "Given up by the sink and kept with the reason",
};

export class TripsTally {
  constructor() {
    this.numbers = {};
    this.lines = EQUATIONS.map((terms) => this.equation(terms));
  }

  equation(terms) {
    return element(
      "p",
      { class: "equation" },
      ...terms.map((term) =>
        LABELS[term]
          ? element("span", { class: "term", title: TITLES[term], "data-trips": term }, this.number(term), " ", element("span", { class: "label" }, LABELS[term]))
          : element("span", { class: "operator" }, term),
      ),
    );
  }

  number(term) {
    this.numbers[term] = element("strong", {}, "–");
    return this.numbers[term];
  }

  show({ rows, counted, trips, alerts, posted, dead }) {
    const shown = {
      rows,
      trips,
      dropped: counted - trips,
      uncounted: Math.max(0, rows - counted),
      alerts,
      posted,
      unposted: Math.max(0, alerts - posted - dead),
      dead,
    };
    Object.entries(shown).forEach(([term, number]) => set(this.numbers[term], count(number)));
  }
}
