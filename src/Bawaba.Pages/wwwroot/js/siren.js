// <bawaba-siren data-from>: what the siren says, to be seen: the sign and word of the gravest alert that has reached this console,
// where, to whom it has gone on, and how many more wait. It stands whether sound is on or not. Pressing it chooses that alert in the room's
// list, or opens it where there is none (siren-bar.js).
// For tests: data-kind, data-level, hidden while nothing calls.
import { escalationText, gravity, kindSign, levelOf } from "./alert-kind.js";
import { t } from "./texts.js";

/** Of alerts that may sound, those that have reached a console, the gravest and then the oldest first. */
export function sirensFor(alerts, from) {
  return from === "None" ? [] : alerts
    .filter(alert => levelOf(alert.escalatedTo) >= levelOf(from))
    .sort((a, b) => gravity(a.kind) - gravity(b.kind) || a.raisedAt - b.raisedAt);
}

class Siren extends HTMLElement {
  #chosen = null;

  connectedCallback() {
    const place = this.closest("bawaba-alert-workspace, bawaba-siren-bar");
    place.addEventListener("alerts-changed", event => this.#show(sirensFor(event.detail.sirens, this.dataset.from)));
    this.addEventListener("click", () => this.#chosen && this.#open(place.querySelector("bawaba-alert-list")));
  }

  #open(list) {
    if (list) {
      list.choose(this.#chosen, true);
    } else {
      location.assign(`/alerts/${this.#chosen}`);
    }
  }

  #show(sirens) {
    this.hidden = sirens.length === 0;
    const [gravest] = sirens;
    this.#chosen = gravest?.id ?? null;
    this.dataset.kind = gravest?.kind ?? "";
    this.dataset.level = gravest?.escalatedTo ?? "";
    if (!gravest) {
      this.replaceChildren();
      return;
    }
    const button = this.querySelector("button") ?? document.createElement("button");
    button.type = "button";
    const place = document.createElement("span");
    place.textContent = [gravest.gateName, escalationText(gravest.escalatedTo), sirens.length > 1 ? t("siren.more", sirens.length - 1) : ""].filter(Boolean).join(" · ");
    button.replaceChildren(kindSign(gravest.kind), place);
    if (!button.isConnected) {
      this.replaceChildren(button);
    }
  }
}

customElements.define("bawaba-siren", Siren);
