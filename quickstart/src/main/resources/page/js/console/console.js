// Joins what is measured and what draws it.

import { measures } from "../api.js";
import { byId, element } from "../elements.js";
import { AsideView } from "./aside.js";
import { inWords, scoreChart, scoreData, timeCharts } from "./charts.js";
import { KillButtons } from "./kills.js";
import { LedgerView } from "./ledger.js";
import { Moments } from "./moments.js";
import { PipelineView } from "./pipeline.js";
import { Series, times } from "./series.js";
import { SourcesView } from "./sources.js";

const SPANS = [
  ["2 min", 120],
  ["10 min", 600],
  ["1 h", 3600],
];
const POINTS = 120;
const WORDS_EVERY = 10;
const MISSED_MILLIS = 8000;

export class Console {
  constructor() {
    this.moments = new Moments();
    this.series = new Series();
    this.ledger = new LedgerView();
    this.pipeline = new PipelineView(this.moments);
    this.sources = new SourcesView();
    this.kills = new KillButtons(this.moments);
    this.aside = new AsideView();
    this.charts = timeCharts(this.moments);
    this.scores = scoreChart();
    byId("charts").replaceChildren(...[...this.charts, this.scores].map((chart) => chart.figure));
    this.span = 600;
    this.spans();
    this.ticks = 0;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.rebuild());
  }

  spans() {
    byId("spans").replaceChildren(
      ...SPANS.map(([name, seconds]) => {
        const button = element("button", { type: "button" }, name);
        button.setAttribute("aria-pressed", String(seconds === this.span));
        button.addEventListener("click", () => {
          this.span = seconds;
          byId("spans").childNodes.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
          this.drawCharts();
        });
        return button;
      }),
    );
  }

  /** Begins anew: after the page has loaded or was cut off. */
  async load(parts) {
    this.moments.load(parts);
    this.kills.draw();
    await this.catchUp();
  }

  async catchUp() {
    const all = await measures();
    if (all) {
      this.series.load(all.buckets, all.now.step);
      this.aside.show(all.now.aside);
      this.show(all.now);
    }
  }

  /** A second has passed. After a pause, or when the past has been read, everything is asked for. */
  tick(now) {
    const missed = !this.now || now.at - this.now.at > MISSED_MILLIS || (now.caughtUp && !this.now.caughtUp);
    this.series.put(now.buckets);
    this.show(now);
    if (now.aside) {
      this.aside.show(now.aside);
    }
    if (missed) {
      this.catchUp().catch(() => undefined);
    }
  }

  /** Something happened to a part. */
  part(event) {
    this.moments.add(event);
    this.kills.draw(event);
    if (this.now) {
      this.pipeline.show(this.now);
      this.drawCharts();
    }
  }

  show(now) {
    this.now = now;
    this.ledger.show(now.ledger, now.caughtUp);
    this.pipeline.show(now);
    this.sources.show(now.sources);
    this.drawCharts();
  }

  drawCharts() {
    if (!this.now || document.hidden || byId("console").offsetParent === null) {
      return;
    }
    const to = this.now.at / 1000;
    const range = { min: to - this.span, max: to };
    const rows = this.series.within(range.min, to);
    const { step } = this.series;
    const window = Math.max(3, Math.round(this.span / POINTS / step));
    for (const chart of this.charts) {
      chart.show([times(rows), ...chart.compute(rows, window, step)], range);
    }
    this.scores.show(scoreData(this.now.scores), { min: 0, max: 1 });
    if (this.ticks++ % WORDS_EVERY === 0) {
      this.describe();
    }
  }

  describe() {
    this.charts.forEach((chart) => chart.describe(inWords(chart, this.moments)));
    const [negative, neutral, positive] = this.now.scores.map((bars) => bars.reduce((sum, bar) => sum + bar, 0));
    this.scores.describe(`Scores of ${negative + neutral + positive} events: ${negative} negative, ${neutral} neutral, ${positive} positive.`);
  }

  rebuild() {
    [...this.charts, this.scores].forEach((chart) => chart.rebuild());
    this.drawCharts();
  }
}
