// Named numbers as bars: a list that can be read as well.

import { element, set } from "../elements.js";

export class Bars {
  /** @param about {id, title, note, say(item)} */
  constructor(about) {
    this.about = about;
    this.list = element("ol", { class: "bars" });
    this.rows = [];
    const title = element("h4", {}, about.title, about.note ? element("span", { class: "note" }, ` ${about.note}`) : "");
    this.figure = element("figure", { class: "bar-chart" }, element("figcaption", {}, title), this.list);
    this.figure.dataset.bars = about.id;
  }

  /** Shows items as {name, trips, share}; the longest bar is that of the most trips. */
  show(items) {
    while (this.rows.length < items.length) {
      this.rows.push(this.row());
    }
    while (this.rows.length > items.length) {
      this.rows.pop().item.remove();
    }
    const most = Math.max(1, ...items.map((item) => item.trips));
    items.forEach((item, at) => {
      const row = this.rows[at];
      set(row.name, item.name);
      set(row.value, this.about.say(item));
      row.name.title = item.name;
      row.bar.style.width = `${(100 * item.trips) / most}%`;
    });
  }

  row() {
    const name = element("span", { class: "bar-name" });
    const value = element("span", { class: "bar-value" });
    const bar = element("span", { class: "bar" });
    const item = element("li", {}, name, value, element("span", { class: "bar-track", "aria-hidden": "true" }, bar));
    this.list.append(item);
    return { item, name, value, bar };
  }
}
