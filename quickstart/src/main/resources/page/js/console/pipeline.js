// The pipeline as a picture: out along the top, back along the bottom.

import { byId, element, set } from "../elements.js";
import { count, millis, rate } from "./format.js";

const BEHIND_MILLIS = 10_000;
const NODES = [
  ["slack", "Slack"],
  ["source", "source"],
  ["feedback", "feedback"],
  ["spark", "Spark"],
  ["outcomes", "outcomes"],
  ["sink", "sink"],
];
// From, to, who moves along it, and which measured arrow it is.
const EDGES = [
  ["slack", "source", "source", "Slack to the source"],
  ["source", "feedback", "source", "source to the topic feedback"],
  ["feedback", "spark", "spark", "the topic feedback to Spark"],
  ["spark", "outcomes", "spark", "Spark to the outcome topics"],
  ["outcomes", "sink", "sink", "alert topics to the sink"],
  ["sink", "slack", "sink", "sink to Slack"],
];
// Drawn where X is measured too; its arrows come behind the others.
const X_NODES = [
  ["x", "X"],
  ["x-source", "source"],
];
const X_EDGES = [
  ["x", "x-source", "x-source", "X to its source"],
  ["x-source", "feedback", "x-source", "the source of X to the topic feedback"],
];
const STATES = { flowing: "flowing", idle: "idle", behind: "behind", down: "down" };

export class PipelineView {
  constructor(moments) {
    this.moments = moments;
    this.draw(false);
  }

  draw(withX) {
    this.withX = withX;
    this.nodes = {};
    this.edges = [];
    // In the order of the arrows: what is read aloud follows what flows.
    const nodes = withX ? [...X_NODES, ...NODES] : NODES;
    const edges = withX ? [...EDGES, ...X_EDGES] : EDGES;
    byId("pipeline").classList.toggle("with-x", withX);
    byId("pipeline").replaceChildren(...nodes.map((node) => this.node(...node)), ...edges.map((edge, at) => this.edge(at, ...edge)));
  }

  node(id, name) {
    const state = element("span", { class: "state" });
    const kind = id === "feedback" || id === "outcomes" ? "topic" : "part";
    const drawn = element("div", { class: `node ${kind}`, id: `node-${id}` }, element("span", { class: "title" }, name), state);
    this.nodes[id] = { drawn, state };
    return drawn;
  }

  edge(at, from, to, mover, words) {
    const edge = {
      mover,
      words: element("span", { class: "hidden" }, `${words}: `),
      speed: element("span", { class: "speed" }, "–"),
      arrow: element("span", { class: "arrow", "aria-hidden": "true" }),
      waiting: element("span", { class: "queue" }),
    };
    edge.drawn = element("div", { class: "edge", id: `edge-${at}` }, edge.words, edge.speed, edge.arrow, edge.waiting);
    this.edges.push(edge);
    return edge.drawn;
  }

  show(measures) {
    const withX = measures.edges.length > EDGES.length;
    if (withX !== this.withX) {
      this.draw(withX);
    }
    const health = this.health(measures);
    for (const [id, { drawn, state }] of Object.entries(this.nodes)) {
      const { up, text } = health[id];
      drawn.dataset.up = String(up);
      set(state, text);
      drawn.title = health[id].trouble ?? "";
    }
    this.edges.forEach((edge, at) => draw(edge, measures.edges[at], health[edge.mover].up));
  }

  health({ tasks, connectAnswers, spark }) {
    const broker = this.moments.isUp("broker");
    const topic = { up: broker, text: broker ? "topic" : "down" };
    const connect = this.moments.isUp("connect") && connectAnswers;
    const connector = (...names) => {
      const its = tasks.filter((task) => names.includes(task.connector));
      const running = its.filter((task) => task.state === "RUNNING").length;
      const up = connect && broker && its.length > 0 && running === its.length;
      const text = !connect ? "worker down" : `${running}/${its.length} task${its.length === 1 ? "" : "s"}`;
      return { up, text, trouble: its.map((task) => task.trouble).find((trouble) => trouble) };
    };
    const job = this.moments.isUp("spark");
    const text = !job ? "down" : spark.batch < 0 ? "running" : `batch ${millis(spark.batch).replace(" ", "\u00a0")}`;
    return {
      slack: { up: true, text: "stand-in" },
      source: connector("slack-source"),
      x: { up: true, text: "stand-in" },
      "x-source": connector("twitter-source"),
      feedback: topic,
      spark: { up: job && broker, text },
      outcomes: topic,
      sink: connector("slack-sink"),
    };
  }
}

function draw(edge, measured, up) {
  const behind = measured.waiting > 0 && measured.oldest > BEHIND_MILLIS;
  const state = !up ? "down" : behind ? "behind" : measured.rate > 0 ? "flowing" : "idle";
  edge.drawn.dataset.state = state;
  set(edge.speed, rate(measured.rate));
  const queue = measured.waiting > 0 ? `${count(measured.waiting)} waiting` : STATES[state];
  set(edge.waiting, queue);
  edge.drawn.title = measured.waiting > 0 ? `The oldest waits for ${millis(measured.oldest)}` : "";
}
