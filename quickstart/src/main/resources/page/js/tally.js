// What came through, as equations: each term a number with its label.

import { count } from "./console/format.js";
import { element, set } from "./elements.js";

/** The equation of a story's alerts: its terms, what they are called, and their numbers. */
export const ALERTS = ["alerts", "=", "posted", "+", "unposted", "+", "dead"];

export const alertTerms = (topic) => ({
  alerts: { label: "alerts", title: `Distinct alerts in the topic ${topic}` },
  posted: { label: "posted", title: "Alerts that a message in Slack names" },
  unposted: { label: "waiting", title: "Not posted yet: Slack takes one message a second in a channel" },
  dead: { label: "dead letters", title: "Given up by the sink and kept with the reason" },
});

export const alertNumbers = ({ alerts, posted, dead }) => ({ alerts, posted, unposted: Math.max(0, alerts - posted - dead), dead });

export class Tally {
  /**
   * @param story marks the terms: data-STORY is the name of each
   * @param equations lists of terms and of operators between them
   * @param terms {label, title} of each term
   */
  constructor(story, equations, terms) {
    this.story = story;
    this.terms = terms;
    this.numbers = {};
    this.lines = equations.map((equation) => element("p", { class: "equation" }, ...equation.map((term) => this.part(term))));
  }

  part(term) {
    const about = this.terms[term];
    if (!about) {
      return element("span", { class: "operator" }, term);
    }
    this.numbers[term] = element("strong", {}, "–");
    const label = element("span", { class: "label" }, about.label);
    return element("span", { class: "term", title: about.title, [`data-${this.story}`]: term }, this.numbers[term], " ", label);
  }

  show(numbers) {
    Object.entries(numbers).forEach(([term, number]) => set(this.numbers[term], count(number)));
  }
}
