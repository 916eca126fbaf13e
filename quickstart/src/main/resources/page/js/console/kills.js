// The buttons that kill a part.

import { byId, element } from "../elements.js";
import { kill } from "../api.js";

const PARTS = [
  ["connect", "Kill the Connect worker"],
  ["spark", "Kill Spark"],
  ["broker", "Kill the broker"],
];

export class KillButtons {
  constructor(moments) {
    this.moments = moments;
    this.status = byId("kill-status");
    this.buttons = [];
    PARTS.forEach((part) => this.add(...part));
  }

  /** One more part that can be killed. */
  add(part, name) {
    const button = element("button", { type: "button", id: `kill-${part}`, class: "kill", title: "kill -9, at once; the demo starts it again" }, name);
    button.addEventListener("click", () => this.press(part, button));
    this.buttons.push({ part, button });
    byId("kills").replaceChildren(...this.buttons.map((each) => each.button));
    this.draw();
  }

  async press(part, button) {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    try {
      const accepted = await kill(part);
      this.status.textContent = accepted ? this.status.textContent : "Not killed: it is not up at the moment.";
    } catch {
      this.status.textContent = "Not killed: the demo does not answer.";
    }
  }

  /** Draws who can be killed, after something has happened; a focused button keeps the focus. */
  draw(event) {
    for (const { part, button } of this.buttons) {
      button.setAttribute("aria-disabled", String(!this.moments.isUp(part)));
    }
    if (event) {
      this.status.textContent = event.text;
    }
  }
}
