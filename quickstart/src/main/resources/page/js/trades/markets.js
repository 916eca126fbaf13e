// The markets of the page: which there are, which one is shown, and what has come through.

import { marketsNow } from "../api.js";
import { count } from "../console/format.js";
import { byId, element, set } from "../elements.js";
import { AlertList } from "./alerts.js";
import { BAR, marketCharts, moodChart, price, score, volume } from "./charts.js";
import { TradesTally } from "./tally.js";

const SPAN = 3600;
const KEPT_BARS = 240;
const KEPT_ALERTS = 50;
const WORDS_EVERY = 10;
const MISSED_MILLIS = 8000;
const NONE = { bars: [], alerts: [] };

const title = (exchange) => exchange.charAt(0).toUpperCase() + exchange.slice(1);

export class Markets {
  /** @param present is called once it is clear that the demo has trades */
  constructor(present) {
    this.present = present;
    this.section = byId("markets");
    this.markets = new Map();
    this.mood = [];
    this.ticks = 0;
  }

  /** Begins anew. A demo without trades has none of this. */
  async load() {
    const all = await marketsNow();
    if (all) {
      if (this.section.hidden) {
        this.build();
      }
      this.markets.clear();
      this.mood = [];
      this.alerts.clear();
      this.take(all);
      this.draw(true);
    }
  }

  build() {
    this.charts = marketCharts(() => this.shown());
    this.sentiment = moodChart();
    this.tally = new TradesTally();
    this.alerts = new AlertList((key) => this.pick(key));
    this.picker = element("select", { id: "market" });
    this.picker.addEventListener("change", () => this.draw(true));
    this.price = element("output", {});
    this.section.append(
      element("h3", { id: "markets-title" }, "Markets ", element("span", { class: "note" }, "candles and alerts as they stand in the topics")),
      ...this.tally.lines,
      element("div", { class: "choice" }, element("label", { htmlFor: "market" }, "Market"), this.picker, this.price),
      element("div", { class: "market-charts" }, ...[...this.charts, this.sentiment].map((chart) => chart.figure)),
      element("h4", { id: "market-alerts-title" }, "Alerts of all markets"),
      this.alerts.list,
    );
    this.section.hidden = false;
    this.present();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.rebuild());
  }

  /** A second has passed. */
  tick(now) {
    if (this.section.hidden) {
      return;
    }
    const missed = !this.at || now.at - this.at > MISSED_MILLIS;
    this.take(now);
    this.draw();
    if (missed) {
      this.load().catch(() => undefined);
    }
  }

  take(now) {
    this.at = now.at;
    this.latest = now.latest;
    this.tally.show(now.counts);
    const news = [];
    for (const told of now.markets) {
      const market = this.markets.get(told.key) ?? { bars: [], alerts: [] };
      this.markets.set(told.key, {
        ...told,
        bars: merged(market.bars, told.bars).slice(-KEPT_BARS),
        alerts: [...market.alerts, ...told.alerts].slice(-KEPT_ALERTS),
      });
      news.push(...told.alerts.map((alert) => ({ market: told.key, alert })));
    }
    this.alerts.add(news);
    this.mood = merged(this.mood, now.mood).slice(-KEPT_BARS);
    this.options();
  }

  /** Only adds: what somebody is about to choose stays where it is. */
  options() {
    const there = new Set([...this.picker.options].map((option) => option.value));
    for (const market of this.markets.values()) {
      if (!there.has(market.key)) {
        this.picker.append(element("option", { value: market.key }, `${market.name} on ${title(market.exchange)}`));
      }
    }
  }

  pick(key) {
    this.picker.value = key;
    this.draw(true);
  }

  shown() {
    return this.markets.get(this.picker.value) ?? NONE;
  }

  draw(inWords = false) {
    if (document.hidden || this.section.hidden || this.section.offsetParent === null) {
      return;
    }
    const market = this.shown();
    // Recorded trades have a time of their own.
    const to = this.latest ? this.latest / 1000 : this.at / 1000;
    const range = { min: to - SPAN, max: to };
    const bars = market.bars.filter((bar) => bar[BAR.AT] >= range.min - 60);
    this.charts.forEach((chart) => chart.show([bars.map((bar) => bar[BAR.AT]), ...chart.compute({ bars })], range));
    const present = { min: this.at / 1000 - SPAN, max: this.at / 1000 };
    const minutes = this.mood.filter(([at]) => at >= present.min - 60);
    this.sentiment.show([minutes.map(([at]) => at), ...this.sentiment.compute(minutes)], present);
    set(this.price, market.price ? `${price(Number(market.price))}, ${count(market.trades)} trades` : "");
    if (inWords || this.ticks++ % WORDS_EVERY === 0) {
      this.describe(market, bars, minutes);
    }
  }

  describe(market, bars, minutes) {
    const [prices, volumes] = this.charts;
    if (bars.length === 0) {
      this.charts.forEach((chart) => chart.describe("No trades so far."));
    } else {
      const where = `${market.name} on ${title(market.exchange)}`;
      const high = Math.max(...bars.map((bar) => bar[BAR.HIGH]));
      const low = Math.min(...bars.map((bar) => bar[BAR.LOW]));
      const told = market.alerts.map((alert) => alert.text);
      prices.describe(
        `${where}: now ${price(bars.at(-1)[BAR.CLOSE])}, in the last hour between ${price(low)} and ${price(high)}. ` +
          (told.length ? `Alerts: ${told.slice(-5).join("; ")}.` : "No alerts."),
      );
      const moved = bars.map((bar) => bar[BAR.VOLUME]);
      volumes.describe(`${where}: ${volume(moved.at(-1))} in this minute, at most ${volume(Math.max(...moved))} in a minute of the last hour.`);
    }
    const latest = minutes.at(-1);
    this.sentiment.describe(latest ? `Mean score ${score(latest[1])} of ${count(latest[2])} messages in the latest minute that had any.` : "Nothing was scored in the last hour.");
  }

  rebuild() {
    [...this.charts, this.sentiment].forEach((chart) => chart.rebuild());
    this.draw();
  }
}

/** Rows by their first number, later ones in place of earlier ones. */
function merged(rows, changes) {
  if (changes.length === 0) {
    return rows;
  }
  const all = new Map(rows.map((row) => [row[0], row]));
  changes.forEach((row) => all.set(row[0], row));
  return [...all.values()].sort((one, other) => one[0] - other[0]);
}
