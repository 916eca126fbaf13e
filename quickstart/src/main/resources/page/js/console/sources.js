// What each source has brought, where there is more than one.

import { byId, element, set } from "../elements.js";
import { count, millis, percent } from "./format.js";

const NAMES = { slack: "Slack", x: "X" };
const COLUMNS = [
  ["said", (source) => count(source.said)],
  ["waiting", (source) => count(source.waiting)],
  ["scored", (source) => count(source.scored)],
  ["negative", (source) => share(source.negative, source.scored)],
  ["positive", (source) => share(source.positive, source.scored)],
  ["posted", (source) => count(source.posted)],
  ["to alert, p50", (source) => (source.latency.count ? millis(source.latency.p50) : millis(-1))],
];

const share = (part, of) => percent(of ? (100 * part) / of : null);

export class SourcesView {
  constructor() {
    this.cells = new Map();
  }

  show(sources = []) {
    const ids = sources.map((source) => source.id).join();
    if (ids !== this.ids) {
      this.ids = ids;
      this.draw(sources);
    }
    for (const source of sources) {
      COLUMNS.forEach(([, value], at) => set(this.cells.get(source.id)[at], value(source)));
    }
  }

  draw(sources) {
    byId("sources-panel").hidden = sources.length === 0;
    const head = ["source", ...COLUMNS.map(([name]) => name)];
    const rows = sources.map((source) => {
      const cells = COLUMNS.map(() => element("td", {}));
      this.cells.set(source.id, cells);
      return element("tr", { id: `source-${source.id}` }, element("th", { scope: "row" }, NAMES[source.id] ?? source.id), ...cells);
    });
    byId("sources").replaceChildren(
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
        element("tbody", {}, ...rows),
      ),
    );
  }
}
