// Units whose crew's word is missing and after whom nobody in the room looks yet: what a siren says of them, beside alerts. Used by siren.js and
// sound.js, on pages of people who send units. Event: "change". Promises: after a lost connection it asks again.
import { Asking } from "./asking.js";
import { call } from "./calls.js";
import { live } from "./live.js";

const overdue = "Overdue";

class OverdueUnits extends EventTarget {
  /** Each with id, kind, gateName (the unit's), raisedAt, escalatedTo, address. */
  sirens = [];
  #asking = null;

  watch() {
    if (this.#asking) {
      return;
    }
    this.#asking = new Asking(() => this.#ask());
    // A change that comes while an answer is on its way may be younger than it.
    live.addEventListener("change", ({ detail }) =>
      detail.kind === "Unit" && (detail.state === overdue || this.#asking.busy || this.#has(detail.subject)) && this.#asking.again());
  }

  #has(unit) {
    return this.sirens.some(siren => siren.id === `unit/${unit}`);
  }

  async #ask() {
    const response = await call("/api/units/calling");
    if (!response.ok) {
      throw new Error(`units: ${response.status}`);
    }
    this.#take(await response.json());
  }

  #take(units) {
    this.sirens = units.map(unit => ({
      id: `unit/${unit.id}`,
      kind: "UnitOverdue",
      gateName: unit.name[document.body.dataset.language],
      raisedAt: Date.parse(unit.overdueAt),
      escalatedTo: "Operator",
      address: `/units#overdue-${unit.id}`,
    }));
    this.dispatchEvent(new Event("change"));
  }
}

export const overdueUnits = new OverdueUnits();
