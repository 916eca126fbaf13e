// The box that one types into: Enter posts, Shift+Enter begins a new line.

import { post } from "./api.js";
import { byId } from "./elements.js";
import { suggestion, title } from "./room.js";

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
      this.box.value = suggestion(this.channel) ?? "";
      this.box.focus();
    });
  }

  open(channel) {
    this.channel = channel;
    const words = channel.place === "slack" ? `Message ${title(channel)}` : `Post on ${title(channel)}`;
    this.box.placeholder = words;
    byId("composer-label").textContent = words;
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
