// <bawaba-siren-bar data-places>: the siren on pages that are not the room's. It knows of each alert that calls what a siren says, and no
// plate, and sends "alerts-changed" (detail: sirens) to the sign and the sound in it, as the list does in the room.
import { listCalling } from "./alert-calls.js";
import { live } from "./live.js";
import "./page-keys.js";
import "./siren.js";
import "./sound.js";

const firstAskMilliseconds = 1500;
const pauseMilliseconds = 250;
const retryMilliseconds = 2000;

class SirenBar extends HTMLElement {
  #places = {};
  #asking = false;
  #due = false;
  #known = false;

  connectedCallback() {
    this.#places = JSON.parse(this.dataset.places || "{}");
    live.addEventListener("change", event => event.detail.kind === "Alert" && this.#ask());
    live.addEventListener("reload", () => this.#ask());
    // The connection's first word asks; without a connection this does.
    setTimeout(() => this.#known || this.#ask(), firstAskMilliseconds);
    // Where alerts are worked on, their own keys have it.
    if (!document.querySelector("bawaba-alert-workspace")) {
      this.querySelector("bawaba-sound button").dataset.key = "m";
    }
  }

  // One asking at a time; what is heard meanwhile is asked for in the next round.
  async #ask() {
    this.#due = true;
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    while (this.#due) {
      this.#due = false;
      try {
        this.#take(await listCalling());
        await pause(pauseMilliseconds);
      } catch {
        this.#due = true;
        await pause(retryMilliseconds);
      }
    }
    this.#asking = false;
  }

  #take(alerts) {
    this.#known = true;
    const sirens = alerts.map(alert => ({ ...alert, gateName: this.#places[alert.gate]?.name ?? alert.gate }));
    this.dispatchEvent(new CustomEvent("alerts-changed", { detail: { sirens } }));
  }
}

function pause(milliseconds) {
  return new Promise(resume => setTimeout(resume, milliseconds));
}

customElements.define("bawaba-siren-bar", SirenBar);
