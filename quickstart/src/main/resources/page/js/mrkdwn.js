// Slack's markup (https://docs.slack.dev/messaging/formatting-message-text) as elements.

import { element } from "./elements.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const ANGLES = /<([^<>]+)>/;
const QUOTE = /^(&gt;&gt;&gt;|>>>|&gt;|>) ?/;
const REST = /^(&gt;&gt;&gt;|>>>)/;
const STYLES = [
  [/`([^`\n]+)`/, "code"],
  [/(?<![\w*])\*([^*\n]+)\*(?![\w*])/, "strong"],
  [/(?<![\w_])_([^_\n]+)_(?![\w_])/, "em"],
  [/(?<![\w~])~([^~\n]+)~(?![\w~])/, "s"],
];

const decode = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

let localLink = () => null;

/** Says which addresses the page itself shows: a function from an address to a fragment or null. */
export function linksTo(local) {
  localLink = local;
}

/** The nodes that show a message's text. */
export function render(text) {
  const nodes = [];
  let quoted = [];
  const endQuote = () => {
    if (quoted.length) {
      nodes.push(element("blockquote", {}, ...line(quoted.join("\n"))));
      quoted = [];
    }
  };
  let quotesTheRest = false;
  text.split("\n").forEach((each, index) => {
    const mark = quotesTheRest ? "" : QUOTE.exec(each)?.[0];
    if (mark !== undefined) {
      quotesTheRest ||= REST.test(mark);
      quoted.push(each.slice(mark.length));
      return;
    }
    const afterQuote = quoted.length > 0;
    endQuote();
    const separator = index > 0 && !afterQuote ? "\n" : "";
    nodes.push(separator, ...line(each));
  });
  endQuote();
  return nodes.filter((node) => node !== "");
}

function line(text) {
  const found = ANGLES.exec(text);
  if (!found) {
    return styled(text);
  }
  return [
    ...styled(text.slice(0, found.index)),
    angled(found[1]),
    ...line(text.slice(found.index + found[0].length)),
  ];
}

function angled(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = decode(bar < 0 ? inside.replace(/^[@#!]/, "") : inside.slice(bar + 1));
  if (/^https?:\/\//.test(target)) {
    const fragment = localLink(decode(target));
    return fragment
      ? element("a", { href: fragment }, label)
      : element("a", { href: decode(target), target: "_blank", rel: "noopener noreferrer" }, label);
  }
  const sign = { "@": "@", "#": "#", "!": "@" }[target[0]] ?? "";
  return element("span", { class: "mention" }, sign + label);
}

function styled(text) {
  for (const [pattern, tag] of STYLES) {
    const found = pattern.exec(text);
    if (found) {
      const inner = tag === "code" ? [decode(found[1])] : styled(found[1]);
      return [
        ...styled(text.slice(0, found.index)),
        element(tag, {}, ...inner),
        ...styled(text.slice(found.index + found[0].length)),
      ];
    }
  }
  return text ? [decode(text)] : [];
}
