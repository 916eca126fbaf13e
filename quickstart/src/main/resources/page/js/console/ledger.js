// The ledger: two equations and a verdict, by distinct event.

import { byId, element } from "../elements.js";
import { count } from "./format.js";

const EQUATIONS = [
  ["said", "=", "scored", "+", "unscored", "+", "waiting"],
  ["routed", "=", "posted", "+", "undelivered", "+", "dead"],
];
const LABELS = {
  said: "said",
  scored: "scored",
  unscored: "unscored",
  waiting: "waiting",
  routed: "routed",
  posted: "posted",
  undelivered: "waiting",
  dead: "dead letters",
};
const TITLES = {
  said: "Messages said in the channels that the source reads",
  waiting: "Said, and not scored yet",
  routed: "Scored events in topics that the sink reads",
  undelivered: "Routed, and not posted yet: Slack takes one message a second in a channel",
  dead: "Given up by the sink and kept with the reason",
};

export class LedgerView {
  constructor() {
    this.numbers = {};
    this.lost = element("strong", {}, "–");
    this.doubled = element("strong", {}, "–");
    this.where = element("span", {});
    this.verdict = element(
      "p",
      { class: "verdict-line", id: "verdict" },
      element("span", { class: "proof" }, this.lost, " lost"),
      element("span", { class: "proof" }, this.doubled, " doubled"),
      this.where,
    );
    byId("ledger").replaceChildren(...EQUATIONS.map((terms) => this.equation(terms)), this.verdict);
  }

  equation(terms) {
    return element(
      "p",
      { class: "equation" },
      ...terms.map((term) =>
        LABELS[term]
          ? element("span", { class: "term", title: TITLES[term] ?? "", "data-term": term }, this.number(term), " ", element("span", { class: "label" }, LABELS[term]))
          : element("span", { class: "operator" }, term),
      ),
    );
  }

  number(term) {
    this.numbers[term] = element("strong", {}, "–");
    return this.numbers[term];
  }

  /** Draws the sums; while the topics are still read from their beginning, says so. */
  show(sums, caughtUp) {
    const values = {
      ...sums,
      waiting: sums.waitingForSource + sums.waitingForSpark,
      undelivered: sums.waitingForSink,
    };
    for (const [term, drawn] of Object.entries(this.numbers)) {
      set(drawn, count(values[term]));
    }
    set(this.lost, count(sums.lost.all));
    set(this.doubled, count(sums.doubled.all));
    this.lost.parentElement.dataset.bad = String(sums.lost.all > 0);
    this.doubled.parentElement.dataset.bad = String(sums.doubled.all > 0);
    set(this.where, caughtUp ? details(sums) : "Reading the topics from their beginning");
  }
}

function details(sums) {
  const parts = [`${count(sums.repeated)} repeated by Spark, dropped by the sink`];
  if (sums.leftOut) {
    parts.push(`${count(sums.leftOut)} left out by the source's settings`);
  }
  if (sums.lost.all) {
    parts.push(`lost by the source ${sums.lost.source}, by Spark ${sums.lost.spark}, by the sink ${sums.lost.sink}`);
  }
  if (sums.doubled.all) {
    parts.push(`doubled in feedback ${sums.doubled.feedback}, in Slack ${sums.doubled.slack}`);
  }
  return parts.join("; ") + (sums.examples.length ? `, for example ${sums.examples[0]}` : "");
}

function set(drawn, text) {
  if (drawn.textContent !== text) {
    drawn.textContent = text;
  }
}
