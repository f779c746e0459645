// <bawaba-siren-bar data-places>: the siren on pages that are not the room's. It knows of each alert that calls what a siren says, and no
// plate, and sends "alerts-changed" (detail: sirens) to the sign and the sound in it, as the list does in the room.
import { listCalling } from "./alert-calls.js";
import { Asking } from "./asking.js";
import { live } from "./live.js";
import "./page-keys.js";
import "./siren.js";
import "./sound.js";

class SirenBar extends HTMLElement {
  #places = {};

  connectedCallback() {
    this.#places = JSON.parse(this.dataset.places || "{}");
    const asking = new Asking(async () => this.#take(await listCalling()));
    live.addEventListener("change", event => event.detail.kind === "Alert" && asking.again());
    // Where alerts are worked on, their own keys have it.
    if (!document.querySelector("bawaba-alert-workspace")) {
      this.querySelector("bawaba-sound button").dataset.key = "m";
    }
  }

  #take(alerts) {
    const sirens = alerts.map(alert => ({ ...alert, gateName: this.#places[alert.gate]?.name ?? alert.gate }));
    this.dispatchEvent(new CustomEvent("alerts-changed", { detail: { sirens } }));
  }
}

customElements.define("bawaba-siren-bar", SirenBar);
