// <bawaba-heard>: says when the server was last heard, and at 5 s that the screen is frozen. It counts in the browser
// alone, so it works when the server is stopped, the network is cut, or the connection hangs without an error.
// For tests: data-state is waiting, live or frozen; <html data-frozen> is set while frozen.
import { live } from "./live.js";
import { t } from "./texts.js";

// Looked at every quarter of a second: it is said within five.
const frozenAfterMilliseconds = 4700;
const lookMilliseconds = 250;

class Heard extends HTMLElement {
  #voice = document.createElement("span");

  connectedCallback() {
    this.#voice.className = "unseen";
    this.#voice.setAttribute("role", "alert");
    document.body.append(this.#voice);
    live.addEventListener("heard", () => this.#show());
    setInterval(() => this.#show(), lookMilliseconds);
    live.start();
  }

  #show() {
    const silence = live.silenceMilliseconds;
    const frozen = silence >= frozenAfterMilliseconds;
    const seconds = frozen ? Math.round(silence / 1000) : Math.floor(silence / 1000);
    const state = frozen ? "frozen" : live.everHeard ? "live" : "waiting";
    if (state !== this.dataset.state) {
      const thawed = this.dataset.state === "frozen";
      this.dataset.state = state;
      document.documentElement.toggleAttribute("data-frozen", frozen);
      this.#voice.textContent = frozen ? t("heard.frozen", seconds) : thawed ? t("heard.again") : "";
    }
    const text = frozen ? t(live.refused ? "heard.full" : "heard.frozen", seconds)
      : state === "live" ? t("heard.ago", seconds) : t("heard.waiting");
    const place = this.querySelector(".heard-text");
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }
}

customElements.define("bawaba-heard", Heard);
