// Units whose crew's word is missing and after whom nobody in the room looks yet: what a siren says of them, beside alerts. Used by siren.js and
// sound.js, on pages of people who send units. Event: "change". Promises: after a lost connection it asks again.
import { call } from "./calls.js";
import { live } from "./live.js";

const firstAskMilliseconds = 1500;
const pauseMilliseconds = 250;
const retryMilliseconds = 2000;
const overdue = "Overdue";

class OverdueUnits extends EventTarget {
  /** Each with id, kind, gateName (the unit's), raisedAt, escalatedTo, address. */
  sirens = [];
  #watching = false;
  #asking = false;
  #due = false;
  #known = false;

  watch() {
    if (this.#watching) {
      return;
    }
    this.#watching = true;
    live.addEventListener("change", ({ detail }) => detail.kind === "Unit" && (detail.state === overdue || this.#asking || this.#has(detail.subject)) && this.#ask());
    live.addEventListener("reload", () => this.#ask());
    setTimeout(() => this.#known || this.#ask(), firstAskMilliseconds);
  }

  #has(unit) {
    return this.sirens.some(siren => siren.id === `unit/${unit}`);
  }

  // One asking at a time. What is heard meanwhile may be younger than the answer: it is asked for in the next round.
  async #ask() {
    this.#due = true;
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    while (this.#due) {
      this.#due = false;
      try {
        const response = await call("/api/units/calling");
        if (!response.ok) {
          throw new Error(`units: ${response.status}`);
        }
        this.#take(await response.json());
        await pause(pauseMilliseconds);
      } catch {
        this.#due = true;
        await pause(retryMilliseconds);
      }
    }
    this.#asking = false;
  }

  #take(units) {
    this.#known = true;
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

function pause(milliseconds) {
  return new Promise(resume => setTimeout(resume, milliseconds));
}

export const overdueUnits = new OverdueUnits();
