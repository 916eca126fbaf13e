// Alerts: their signs, the marks that they leave on a chart, and the list of the latest.

import { clock } from "../console/format.js";
import { element } from "../elements.js";

const LISTED = 40;

/** A sign for each kind, the same on the chart and in the list. */
export function sign(alert) {
  switch (alert.kind) {
    case "extreme":
      return "◆";
    case "threshold":
      return "⊤";
    case "round-trip":
      return "⇄";
    case "probability":
      return "?";
    default:
      return /down|low|fall/.test(alert.what) ? "▼" : "▲";
  }
}

/** Draws a market's alerts where they happened; `about` gives {alerts} of the market that is shown. */
export function alertMarks(about, color) {
  return { hooks: { draw: [(plot) => draw(plot, about().alerts, color)] } };
}

function draw(plot, alerts, color) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const { min, max } = plot.scales.x;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = `700 ${13 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 3 * ratio;
  ctx.lineJoin = "round";
  for (const alert of alerts) {
    const seconds = alert.at / 1000;
    if (seconds >= min && seconds <= max) {
      const x = plot.valToPos(seconds, "x", true);
      const y = Math.min(bbox.top + bbox.height - 8 * ratio, Math.max(bbox.top + 8 * ratio, plot.valToPos(Number(alert.price), "y", true)));
      ctx.strokeStyle = color("card");
      ctx.strokeText(sign(alert), x, y);
      ctx.fillStyle = color("mark");
      ctx.fillText(sign(alert), x, y);
    }
  }
  ctx.restore();
}

/** The latest alerts of all markets; each leads to its market. */
export class AlertList {
  constructor(pick) {
    this.pick = pick;
    this.list = element("ol", { class: "market-alerts", id: "market-alerts", tabIndex: 0, "aria-labelledby": "market-alerts-title" });
    this.shown = [];
    this.draw();
  }

  /** Takes in alerts as {market, alert}. */
  add(found) {
    if (found.length > 0) {
      const known = new Set(this.shown.map(({ alert }) => alert.id));
      this.shown.push(...found.filter(({ alert }) => !known.has(alert.id)));
      this.shown.sort((one, other) => other.alert.at - one.alert.at);
      this.shown.splice(LISTED);
      this.draw();
    }
  }

  clear() {
    this.shown = [];
  }

  draw() {
    if (this.shown.length === 0) {
      this.list.replaceChildren(element("li", { class: "nothing" }, "No alert so far."));
      return;
    }
    // A focused entry keeps the focus when others come in above it.
    const focused = this.list.querySelector(":focus")?.dataset.alert;
    this.list.replaceChildren(...this.shown.map((each) => this.entry(each)));
    [...this.list.querySelectorAll("button")].find((button) => button.dataset.alert === focused)?.focus({ preventScroll: true });
  }

  entry({ market, alert }) {
    const button = element(
      "button",
      { type: "button", title: "Show this market" },
      element("time", {}, clock(alert.at)),
      element("span", { class: "sign", "aria-hidden": "true" }, sign(alert)),
      element("span", { class: "sentence" }, alert.text),
    );
    button.dataset.alert = alert.id;
    button.addEventListener("click", () => this.pick(market));
    return element("li", {}, button);
  }
}
