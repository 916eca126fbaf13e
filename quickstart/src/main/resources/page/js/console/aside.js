// What was put aside, with the reason.

import { byId, element } from "../elements.js";
import { clock } from "./format.js";

export class AsideView {
  constructor() {
    this.version = -1;
    this.draw([]);
  }

  show({ version, items }) {
    if (version !== this.version) {
      this.version = version;
      this.draw(items);
    }
  }

  draw(items) {
    if (items.length === 0) {
      byId("aside").replaceChildren(element("p", { class: "nothing" }, "Nothing so far."));
      return;
    }
    const head = element("tr", {}, ...["When", "Topic", "Reason", "Text"].map((name) => element("th", { scope: "col" }, name)));
    const rows = items.map((item) =>
      element(
        "tr",
        {},
        element("td", {}, clock(item.at)),
        element("td", {}, item.where),
        element("td", {}, item.reason),
        element("td", { class: "said" }, item.text || item.id),
      ),
    );
    byId("aside").replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
  }
}
