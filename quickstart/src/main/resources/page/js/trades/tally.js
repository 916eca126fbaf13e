// How many trades and alerts came through: two equations, by distinct event.

import { count } from "../console/format.js";
import { element, set } from "../elements.js";
import { ALERTS, Tally, alertNumbers, alertTerms } from "../tally.js";

const TRADES = ["happened", "=", "read", "+", "unread"];
const TERMS = {
  happened: { label: "trades", title: "Trades on the exchanges, as their stand-in knows" },
  read: { label: "read", title: "Distinct trades in the topic trades" },
  unread: { label: "waiting", title: "Happened, and not in the topic yet" },
  ...alertTerms("trade-alerts"),
};

export class TradesTally extends Tally {
  constructor() {
    super("trades", [TRADES, ALERTS], TERMS);
    this.doubled = element("span", { class: "proof" }, "–");
    this.lines[0].append(element("span", {}), element("span", { class: "term" }, this.doubled));
  }

  show(counts) {
    const { happened, read, doubled } = counts;
    super.show({ happened, read, unread: Math.max(0, happened - read), ...alertNumbers(counts) });
    this.doubled.dataset.bad = String(doubled > 0);
    set(this.doubled, `${count(doubled)} doubled`);
  }
}
