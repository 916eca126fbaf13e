// The measured buckets of the last hour, by time, and what is computed from them.

const KEPT = 1800;
export const COLUMNS = {
  AT: 0,
  SAID: 1,
  NEGATIVE: 2,
  NEUTRAL: 3,
  POSITIVE: 4,
  UNSCORED: 5,
  POSTED: 6,
  P50: 7,
  P95: 8,
  P99: 9,
  BATCH: 10,
  WAITING_SOURCE: 11,
  WAITING_SPARK: 12,
  WAITING_SINK: 13,
};
export const OUTCOMES = ["negative", "neutral", "positive", "unscored"];
const OUTCOME_COLUMNS = [COLUMNS.NEGATIVE, COLUMNS.NEUTRAL, COLUMNS.POSITIVE, COLUMNS.UNSCORED];

export class Series {
  constructor() {
    this.step = 2;
    this.rows = [];
  }

  load(rows, step) {
    this.step = step;
    this.rows = rows.slice(-KEPT);
  }

  /** Adds or replaces buckets, nearly always the last one or two. */
  put(rows) {
    for (const row of rows) {
      let at = this.rows.length;
      while (at > 0 && this.rows[at - 1][COLUMNS.AT] >= row[COLUMNS.AT]) {
        at--;
      }
      const replaces = this.rows[at]?.[COLUMNS.AT] === row[COLUMNS.AT];
      this.rows.splice(at, replaces ? 1 : 0, row);
    }
    this.rows.splice(0, Math.max(0, this.rows.length - KEPT));
  }

  /** The buckets of a span that ends now; where nothing was measured in between, a row of nulls. */
  within(from, to) {
    const found = [];
    for (const row of this.rows) {
      if (row[COLUMNS.AT] < from - 60 || row[COLUMNS.AT] > to) {
        continue;
      }
      const previous = found.at(-1);
      if (previous && row[COLUMNS.AT] - previous[COLUMNS.AT] > 2 * this.step) {
        found.push([previous[COLUMNS.AT] + this.step]);
      }
      found.push(row);
    }
    return found;
  }
}

export const times = (rows) => rows.map((row) => row[COLUMNS.AT]);

export const column = (rows, index) => rows.map((row) => row[index] ?? null);

/** Events a second, over a few buckets. */
export function perSecond(rows, indices, buckets, step) {
  const sums = rows.map((row) => indices.reduce((sum, index) => sum + (row[index] ?? 0), 0));
  return rolling(sums, buckets).map((sum, at) => sum / (Math.min(at + 1, buckets) * step));
}

/** Stacked shares in percent, topmost first; null where nothing was scored. */
export function shares(rows, buckets) {
  const parts = OUTCOME_COLUMNS.map((index) => rolling(column(rows, index).map((value) => value ?? 0), buckets));
  const totals = rows.map((_, at) => parts.reduce((sum, part) => sum + part[at], 0));
  let below = rows.map(() => 0);
  return parts.map((part) => {
    below = below.map((value, at) => value + part[at]);
    return below.map((value, at) => (totals[at] > 0 ? (100 * value) / totals[at] : null));
  });
}

function rolling(values, buckets) {
  let sum = 0;
  return values.map((value, at) => {
    sum += value - (at >= buckets ? values[at - buckets] : 0);
    return sum;
  });
}
