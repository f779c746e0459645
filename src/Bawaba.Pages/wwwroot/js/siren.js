// <bawaba-siren data-from data-units>: what the siren says, to be seen: the sign and word of the gravest alert that has reached this console,
// where, to whom it has gone on, and how many more wait; with data-units, of units whose crew's word is missing too. It stands whether sound is
// on or not. Pressing it chooses that alert in the room's list, or opens it where there is none (siren-bar.js); a unit's opens the units.
// For tests: data-kind, data-level, hidden while nothing calls.
import { escalationText, gravity, kindSign, levelOf } from "./alert-kind.js";
import { overdueUnits } from "./overdue-units.js";
import { t } from "./texts.js";

/** Tells a siren's element what calls its console, the gravest and then the oldest first, whenever that changes. */
export function hearSirens(element, take) {
  const { from, units } = element.dataset;
  let alerts = [];
  const tell = () => take([...alerts, ...(units === "yes" ? overdueUnits.sirens : [])].sort((a, b) => gravity(a.kind) - gravity(b.kind) || a.raisedAt - b.raisedAt));
  const place = element.closest("bawaba-alert-workspace, bawaba-siren-bar");
  place.addEventListener("alerts-changed", event => {
    alerts = from === "None" ? [] : event.detail.sirens.filter(alert => levelOf(alert.escalatedTo) >= levelOf(from));
    tell();
  });
  if (units === "yes") {
    overdueUnits.addEventListener("change", tell);
    overdueUnits.watch();
  }
}

class Siren extends HTMLElement {
  #chosen = null;
  #said = new Set();

  connectedCallback() {
    hearSirens(this, sirens => {
      this.#show(sirens);
      this.#say(sirens.filter(siren => siren.address));
    });
    this.addEventListener("click", () => this.#chosen && this.#open(this.parentElement.querySelector("bawaba-alert-list")));
  }

  #open(list) {
    if (list && !this.#chosen.address) {
      list.choose(this.#chosen.id, true);
    } else {
      location.assign(this.#chosen.address ?? `/alerts/${this.#chosen.id}`);
    }
  }

  // In the room new alerts are spoken by the workspace, and this sign is not: units are told to it.
  #say(units) {
    const fresh = units.filter(unit => !this.#said.has(unit.id));
    this.#said = new Set(units.map(unit => unit.id));
    if (fresh.length > 0) {
      this.dispatchEvent(new CustomEvent("unit-overdue", { bubbles: true, detail: { text: fresh.map(unit => t("units.overdue-alarm", unit.gateName)).join(" ") } }));
    }
  }

  #show(sirens) {
    this.hidden = sirens.length === 0;
    const [gravest] = sirens;
    this.#chosen = gravest ?? null;
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
