// The box that one types into: Enter posts, Shift+Enter begins a new line.

import { post } from "./api.js";
import { byId } from "./elements.js";
import { SUGGESTION } from "./room.js";

export class Composer {
  constructor() {
    this.box = byId("composer");
    this.trouble = byId("trouble");
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    byId("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    byId("suggestion").addEventListener("click", () => {
      this.box.value = SUGGESTION;
      this.box.focus();
    });
  }

  open(channel) {
    this.channel = channel;
    this.box.placeholder = `Message #${channel.name}`;
    byId("composer-label").textContent = `Message #${channel.name}`;
  }

  async send() {
    const text = this.box.value.trim();
    if (!text || !this.channel) {
      return;
    }
    this.box.value = "";
    this.trouble.textContent = "";
    try {
      await post(this.channel.id, text);
    } catch {
      // The text is not lost, unless another has been begun meanwhile.
      this.box.value ||= text;
      this.trouble.textContent = "Not posted: the demo does not answer. Try again when it is back.";
    }
  }
}
