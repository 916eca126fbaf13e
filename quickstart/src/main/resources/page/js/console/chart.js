// A chart as a figure: title, legend with values, canvas, and the same in words.

import uPlot from "../../lib/uplot/uPlot.esm.js";
import { element } from "../elements.js";

const FONT = "11px system-ui, sans-serif";

/** A colour of the style sheet, as it is in the present scheme. */
export const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const WITH_SECONDS = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

const clocks = (_, ticks) => {
  const whole = ticks.every((tick) => tick % 60 === 0);
  return ticks.map((tick) => (whole ? CLOCK : WITH_SECONDS).format(new Date(tick * 1000)));
};

/** A colour written as #rrggbb, partly transparent. */
export const fade = (hex, opacity) => hex + Math.round(opacity * 255).toString(16).padStart(2, "0");

export class Chart {
  /**
   * @param about {title, lines: [{name, color, width, dash, fill, show}], say(value), axis(value), log, plugins, bars, columns, ordinal, axisSize, room}
   */
  constructor(about) {
    this.about = about;
    this.data = [[], ...about.lines.map(() => [])];
    this.values = about.lines.map(() => element("span", { class: "value" }, "–"));
    this.box = element("div", { class: "plot", "aria-hidden": "true" });
    this.words = element("p", { class: "hidden" });
    const legend = element(
      "ul",
      { class: "legend" },
      ...about.lines.map((line, at) =>
        element("li", { "data-dash": line.dash ? line.dash.name : "solid", class: `key-${line.color}` }, line.name, " ", this.values[at]),
      ),
    );
    const title = element("h3", {}, about.title, about.note ? element("span", { class: "note" }, ` ${about.note}`) : "");
    this.figure = element("figure", { class: "panel chart" }, element("figcaption", {}, title, legend), this.box, this.words);
    this.figure.dataset.chart = about.id;
    new ResizeObserver(() => this.resize()).observe(this.box);
  }

  /** Draws with the colours of the present scheme, from the beginning. */
  rebuild() {
    this.plot?.destroy();
    this.plot = undefined;
    if (this.box.clientWidth > 0) {
      this.plot = new uPlot(this.options(), this.data, this.box);
      this.plot.setScale("x", this.range ?? { min: 0, max: 1 });
    }
  }

  resize() {
    if (!this.plot) {
      this.rebuild();
    } else if (this.box.clientWidth > 0) {
      this.plot.setSize({ width: this.box.clientWidth, height: this.height() });
    }
  }

  height() {
    return this.box.clientHeight;
  }

  /** Shows data in a range of x. */
  show(data, range) {
    this.data = data;
    this.range = range;
    this.legend(data[0].length - 1);
    if (this.plot && this.box.clientWidth > 0) {
      this.plot.batch(() => {
        this.plot.setData(data, false);
        this.plot.setScale("x", range);
      });
    }
  }

  /** Says in words what is drawn; for those who do not see it, and therefore not every second. */
  describe(words) {
    this.words.textContent = words;
  }

  legend(at) {
    const shown = this.about.legend ? this.about.legend(this.data, at) : this.about.lines.map((_, line) => this.data[line + 1][at]);
    shown.forEach((value, line) => {
      const text = value === null || value === undefined ? "–" : this.about.say(value);
      if (this.values[line].textContent !== text) {
        this.values[line].textContent = text;
      }
    });
  }

  options() {
    const { about } = this;
    const axis = { stroke: color("soft"), font: FONT, grid: { stroke: color("line"), width: 1 }, ticks: { show: false } };
    return {
      width: this.box.clientWidth,
      height: this.height(),
      padding: [6, about.room ?? 18, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false, points: { size: 6 } },
      scales: { x: { time: !about.bars && !about.ordinal, auto: false }, y: { distr: about.log ? 3 : 1, range: (_, min, max) => about.range(min, max) } },
      axes: [
        { ...axis, size: 22, gap: 4, space: 60, grid: { show: false }, values: about.xValues ?? clocks },
        { ...axis, size: about.axisSize ?? 44, gap: 4, space: 26, splits: about.splits, values: (_, ticks) => ticks.map((tick) => (tick === null ? "" : about.axis(tick))) },
      ],
      series: [{}, ...about.lines.map((line) => this.line(line))],
      bands: about.bands?.map((band) => ({ ...band, fill: band.fill() })),
      plugins: about.plugins ?? [],
      hooks: { setCursor: [(plot) => this.legend(plot.cursor.idx ?? this.data[0].length - 1)] },
    };
  }

  line(line) {
    const stroke = color(line.color);
    return {
      stroke,
      width: line.width ?? 1.75,
      dash: line.dash?.pattern,
      fill: line.fill ? fade(stroke, line.fill) : undefined,
      points: { show: line.points ?? false, size: 4, fill: stroke },
      paths: this.about.bars || this.about.columns ? uPlot.paths.bars({ size: [0.86, 40], align: 1 }) : undefined,
      spanGaps: line.spanGaps ?? false,
    };
  }
}
