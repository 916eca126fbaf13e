// How many trades and alerts came through: two equations, by distinct event.

import { count } from "../console/format.js";
import { element, set } from "../elements.js";

const EQUATIONS = [
  ["happened", "=", "read", "+", "unread"],
  ["alerts", "=", "posted", "+", "unposted", "+", "dead"],
];
const LABELS = {
  happened: "trades",
  read: "read",
  unread: "waiting",
  alerts: "alerts",
  posted: "posted",
  unposted: "waiting",
  dead: "dead letters",
};
const TITLES = {
  happened: "Trades on the exchanges, as their stand-in knows",
  read: "Distinct trades in the topic trades",
  unread: "Happened, and not in the topic yet",
  alerts: "Distinct alerts in the topic trade-alerts",
  posted: "Alerts that a message in Slack names",
  unposted: "Not posted yet: Slack takes one message a second in a channel",
  dead: "Given up by the sink and kept with the reason",
};

export class Tally {
  constructor() {
    this.numbers = {};
    this.doubled = element("span", { class: "proof" }, "–");
    const [trades, alerts] = EQUATIONS.map((terms) => this.equation(terms));
    trades.append(element("span", {}), element("span", { class: "term" }, this.doubled));
    this.lines = [trades, alerts];
  }

  equation(terms) {
    return element(
      "p",
      { class: "equation" },
      ...terms.map((term) =>
        LABELS[term]
          ? element("span", { class: "term", title: TITLES[term], "data-trades": term }, this.number(term), " ", element("span", { class: "label" }, LABELS[term]))
          : element("span", { class: "operator" }, term),
      ),
    );
  }

  number(term) {
    this.numbers[term] = element("strong", {}, "–");
    return this.numbers[term];
  }

  show({ happened, read, doubled, alerts, posted, dead }) {
    const shown = { happened, read, unread: Math.max(0, happened - read), alerts, posted, unposted: Math.max(0, alerts - posted - dead), dead };
    Object.entries(shown).forEach(([term, number]) => set(this.numbers[term], count(number)));
    this.doubled.dataset.bad = String(doubled > 0);
    set(this.doubled, `${count(doubled)} doubled`);
  }
}
