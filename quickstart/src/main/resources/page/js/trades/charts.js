// The charts of one market, and of how people feel: the last hour, by the minute.

import { Chart, color, fade } from "../console/chart.js";
import { alertMarks } from "./alerts.js";

const DASHED = { name: "dashed", pattern: [5, 4] };
const PRICE = new Intl.NumberFormat("en", { maximumSignificantDigits: 7 });
const AXIS = new Intl.NumberFormat("en", { maximumSignificantDigits: 5 });
const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const SCORE = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const BAR = { AT: 0, OPEN: 1, HIGH: 2, LOW: 3, CLOSE: 4, VOLUME: 5, VWAP: 6, COUNT: 7, TOLD: 8 };

export const price = (value) => PRICE.format(value);
export const volume = (value) => SHORT.format(value);
export const score = (value) => SCORE.format(value);

/** A little room above and below, also where nothing moves. */
function around(min, max) {
  if (min === null || min === undefined) {
    return [0, 1];
  }
  const room = Math.max((max - min) * 0.12, Math.abs(max) * 0.0005, Number.MIN_VALUE);
  return [min - room, max + room];
}

const column = (bars, at) => bars.map((bar) => bar[at]);

/** `about` gives the market that is shown: {bars, alerts}. */
export function marketCharts(about) {
  return [
    {
      id: "price",
      title: "Price",
      note: "by the minute. Alerts: ▲▼ change, ◆ record, ⊤ level, ⇄ gain between exchanges",
      lines: [
        { name: "high", color: "series-1", width: 0.75 },
        { name: "low", color: "series-1", width: 0.75 },
        { name: "last", color: "series-1", width: 2 },
        { name: "VWAP", color: "series-2", dash: DASHED, spanGaps: true },
      ],
      bands: [{ series: [1, 2], fill: () => fade(color("series-1"), 0.22) }],
      say: price,
      axis: (value) => AXIS.format(value),
      axisSize: 58,
      range: around,
      plugins: [alertMarks(about, color)],
      data: ({ bars }) => [BAR.HIGH, BAR.LOW, BAR.CLOSE, BAR.VWAP].map((at) => column(bars, at)),
    },
    {
      id: "volume",
      title: "Volume",
      note: "in the base currency, by the minute",
      lines: [{ name: "volume", color: "series-1", width: 1, fill: 0.45 }],
      columns: true,
      say: volume,
      axis: volume,
      range: (min, max) => [0, (max || 1) * 1.15],
      data: ({ bars }) => [column(bars, BAR.VOLUME)],
    },
  ].map(made);
}

/** The mean score of what people say. */
export function moodChart() {
  return made({
    id: "mood",
    title: "Sentiment",
    note: "mean score of what is said, by the minute",
    lines: [{ name: "score", color: "series-3", spanGaps: true, points: true }],
    say: score,
    axis: (value) => value.toFixed(1),
    range: () => [0, 1],
    data: (minutes) => [column(minutes, 1)],
  });
}

function made(about) {
  return Object.assign(new Chart(about), { compute: about.data });
}
