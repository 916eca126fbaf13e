// How many rows and alerts came through: two equations, as the topics and Slack have it.

import { ALERTS, Tally, alertNumbers, alertTerms } from "../tally.js";

const ROWS = ["rows", "=", "trips", "+", "dropped", "+", "uncounted"];
const TERMS = {
  rows: { label: "rows", title: "Records in the topic trips" },
  trips: { label: "trips", title: "What the job has counted" },
  dropped: { label: "dropped", title: "What the job has dropped by a rule, repeated rows among them" },
  uncounted: { label: "waiting", title: "In the topic, and not in the statistics yet" },
  ...alertTerms("trip-alerts"),
};

export class TripsTally extends Tally {
  constructor() {
    super("trips", [ROWS, ALERTS], TERMS);
  }

  show(counts) {
    const { rows, counted, trips } = counts;
    super.show({ rows, trips, dropped: counted - trips, uncounted: Math.max(0, rows - counted), ...alertNumbers(counts) });
  }
}
