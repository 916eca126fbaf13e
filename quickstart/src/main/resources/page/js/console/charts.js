// The charts of the console: what each shows, and in which words.

import { Chart, color, fade } from "./chart.js";
import { count, millis, NOTHING, percent, rate } from "./format.js";
import { marks } from "./marks.js";
import { column, COLUMNS, OUTCOMES, perSecond, shares, times } from "./series.js";

const SCORED = [COLUMNS.NEGATIVE, COLUMNS.NEUTRAL, COLUMNS.POSITIVE, COLUMNS.UNSCORED];
const DASHED = { name: "dashed", pattern: [5, 4] };
const DOTTED = { name: "dotted", pattern: [2, 3] };

const fromZero = (least) => (min, max) => [0, Math.max(least, (max ?? 0) * 1.15)];
const decades = (min, max) => [
  10 ** Math.floor(Math.log10(Math.max(min ?? 100, 1))),
  10 ** Math.ceil(Math.log10(Math.max(max ?? 1000, (min ?? 100) * 5, 1000))),
];
const powers = (_, __, min, max) => {
  const found = [];
  for (let each = min; each <= max; each *= 10) {
    found.push(each);
  }
  return found;
};
const smallCount = (value) => (Number.isInteger(value) ? count(value) : "");

/** Charts over time, in their order; each says how its data come out of the buckets. */
export function timeCharts(moments) {
  const plugins = [marks(moments, color)];
  return [
    {
      id: "rate",
      title: "Events a second",
      lines: [
        { name: "said", color: "series-1" },
        { name: "scored", color: "series-2", dash: DASHED },
        { name: "posted", color: "series-3", dash: DOTTED },
      ],
      say: rate,
      axis: (value) => `${value}`,
      range: fromZero(1),
      data: (rows, window, step) => [
        perSecond(rows, [COLUMNS.SAID], window, step),
        perSecond(rows, SCORED, window, step),
        perSecond(rows, [COLUMNS.POSTED], window, step),
      ],
    },
    {
      id: "waiting",
      title: "Waiting for",
      lines: [
        { name: "source", color: "series-1", spanGaps: true },
        { name: "Spark", color: "series-2", dash: DASHED, spanGaps: true },
        { name: "sink", color: "series-3", dash: DOTTED, spanGaps: true },
      ],
      say: count,
      axis: smallCount,
      range: fromZero(5),
      data: (rows) => [
        column(rows, COLUMNS.WAITING_SOURCE),
        column(rows, COLUMNS.WAITING_SPARK),
        column(rows, COLUMNS.WAITING_SINK),
      ],
    },
    {
      id: "share",
      title: "Share of each outcome",
      lines: OUTCOMES.map((name, at) => ({ name, color: name, width: 1, fill: at === 0 ? 0.4 : undefined })),
      bands: [
        { series: [2, 1], fill: () => fade(color("neutral"), 0.4) },
        { series: [3, 2], fill: () => fade(color("positive"), 0.4) },
        { series: [4, 3], fill: () => fade(color("unscored"), 0.4) },
      ],
      say: percent,
      axis: (value) => `${value} %`,
      range: () => [0, 100],
      // Drawn stacked, told one by one.
      legend: (data, at) =>
        OUTCOMES.map((_, line) => {
          const upTo = data[line + 1]?.[at];
          return upTo === null || upTo === undefined ? null : upTo - (line > 0 ? data[line][at] : 0);
        }),
      data: (rows, window) => shares(rows, Math.max(window, 15)),
    },
    {
      id: "latency",
      title: "From message to alert",
      note: "last 30 s of alerts",
      lines: [
        { name: "p50", color: "series-1", spanGaps: true, points: true },
        { name: "p95", color: "series-2", dash: DASHED, spanGaps: true },
        { name: "p99", color: "series-3", dash: DOTTED, spanGaps: true },
      ],
      log: true,
      splits: powers,
      say: millis,
      axis: millis,
      range: decades,
      data: (rows) => [COLUMNS.P50, COLUMNS.P95, COLUMNS.P99].map((index) => column(rows, index).map(positive)),
    },
    {
      id: "batch",
      title: "Spark batch",
      note: "plan to commit, the longest of 2 s",
      lines: [{ name: "took", color: "series-1", spanGaps: true, points: true }],
      log: true,
      splits: powers,
      say: millis,
      axis: millis,
      range: decades,
      data: (rows) => [column(rows, COLUMNS.BATCH).map(positive)],
    },
  ].map((about) => Object.assign(new Chart({ ...about, plugins }), { compute: about.data }));
}

/** How the scores are spread; its data are columns drawn over one another, the whole first. */
export function scoreChart() {
  return new Chart({
    id: "scores",
    title: "Scores",
    note: "since the beginning",
    bars: true,
    lines: [
      { name: "positive", color: "positive", fill: 1, width: 0 },
      { name: "neutral", color: "neutral", fill: 1, width: 0 },
      { name: "negative", color: "negative", fill: 1, width: 0 },
    ],
    say: count,
    axis: smallCount,
    range: fromZero(4),
    xValues: (_, ticks) => ticks.map((tick) => tick.toFixed(1)),
    legend: () => [],
  });
}

/** The histogram's columns: negative, neutral and positive put on top of each other. */
export function scoreData([negative, neutral, positive_]) {
  const below = negative.map((value, at) => value + neutral[at]);
  return [negative.map((_, at) => at / negative.length), below.map((value, at) => value + positive_[at]), below, negative];
}

/** A chart over time in words. */
export function inWords(chart, moments) {
  const lines = chart.about.lines.map((line, at) => {
    const numbers = chart.data[at + 1].filter((value) => typeof value === "number");
    const last = chart.values[at].textContent;
    return numbers.length && !chart.about.bands
      ? `${line.name}: now ${last}, at most ${chart.about.say(Math.max(...numbers))}`
      : `${line.name}: ${last ?? NOTHING}`;
  });
  const outages = moments.outages().map((outage) => outage.name);
  return `${lines.join("; ")}. ${outages.length ? `Marked: ${outages.slice(-10).join(", ")} ended and restarted.` : ""}`;
}

const positive = (value) => (value === null ? null : Math.max(1, value));
