// Draws messages.

import { element } from "./elements.js";
import { render } from "./mrkdwn.js";
import { reference } from "./store.js";

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const SAME_BREATH_SECONDS = 300;

export const seconds = (ts) => Number.parseFloat(ts);

export const domId = (message) => `m-${reference(message).replace(/[^A-Za-z0-9]/g, "-")}`;

/** One message as a list item. */
export function draw(message, previous, store) {
  const item = element("li", { class: "message", id: domId(message), "data-kind": message.kind });
  item.classList.toggle("follows", follows(message, previous));
  item.classList.toggle("alert", Boolean(message.alerts));
  const subject = message.alerts?.[0];
  const score = subject ? store.scores.get(reference(subject)) : store.scoreOf(message);
  if (message.alerts && score) {
    item.dataset.outcome = score.outcome;
  }
  item.append(
    element("span", { class: "avatar", "aria-hidden": "true" }, message.author.replace(/^@/, "").slice(0, 1).toUpperCase()),
    element(
      "div",
      { class: "body" },
      byline(message),
      element("div", { class: "text" }, ...(isSlack(message, store) ? render(message.text) : [message.text])),
      subject ? alertLine(message, subject, score) : verdict(message, score, store),
    ),
  );
  return item;
}

/** Elsewhere text has no markup. */
const isSlack = (message, store) => (store.channels.get(message.channelId)?.place ?? "slack") === "slack";

/** Whether it is drawn under the same name as the one before. */
export function follows(message, previous) {
  return Boolean(
    previous &&
      previous.author === message.author &&
      previous.kind === message.kind &&
      !message.alerts &&
      seconds(message.ts) - seconds(previous.ts) < SAME_BREATH_SECONDS,
  );
}

function byline(message) {
  const at = new Date(seconds(message.ts) * 1000);
  return element(
    "div",
    { class: "by" },
    element("strong", {}, message.author),
    message.kind === "app" ? element("span", { class: "tag" }, "app") : null,
    element("time", { dateTime: at.toISOString(), title: WHOLE.format(at) }, CLOCK.format(at)),
    message.edited ? element("span", { class: "tag" }, "edited") : null,
  );
}

function verdict(message, score, store) {
  if (!score) {
    return message.note ? element("div", { class: "verdict" }, element("span", {}, message.note)) : null;
  }
  const alert = store.alertOf(message);
  const channel = alert && store.channels.get(alert.channelId);
  return element(
    "div",
    { class: "verdict", "data-outcome": score.outcome },
    pill(score),
    score.reason ? element("span", {}, score.reason) : null,
    channel ? element("a", { href: `#${channel.name}` }, `alerted in #${channel.name}`) : null,
  );
}

function alertLine(message, subject, score) {
  const after = seconds(message.ts) - seconds(subject.ts);
  return element(
    "div",
    { class: "verdict", "data-outcome": score?.outcome ?? "neutral" },
    score ? pill(score) : null,
    element("span", {}, `${duration(after)} after it was said`),
  );
}

function pill(score) {
  const scored = typeof score.score === "number";
  const scale = scored ? element("span", { class: "scale", "aria-hidden": "true" }) : null;
  scale?.style.setProperty("--score", score.score);
  return element(
    "span",
    { class: "pill" },
    scored ? `${score.outcome} ${score.score.toFixed(2)}` : score.outcome,
    scale,
  );
}

function duration(inSeconds) {
  if (inSeconds < 60) {
    return `${Math.max(0, inSeconds).toFixed(1)} s`;
  }
  return inSeconds < 3600 ? `${Math.round(inSeconds / 60)} min` : `${Math.round(inSeconds / 3600)} h`;
}
