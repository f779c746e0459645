// <bawaba-sound>: a made tone for new alerts, after a person switched it on, and never the only signal. It rings when an
// alert comes and again each 10 s while one waits unanswered; alerts that came late never ring. A technical alarm that
// nobody knows of yet has a lower tone of its own.
// For tests: data-state is off, on, or blocked (on, but the browser still waits for a click); data-rung counts tones of
// alerts, data-rung-technical the others.
import { t } from "./texts.js";
import { Tone } from "./tone.js";

const again = 10_000;
const technicalAgain = 30_000;
const remembered = "bawaba-sound";

class Sound extends HTMLElement {
  #made = new Tone();
  #ringing = 0;
  #rung = 0;
  #known = new Set();
  #wanted = localStorage.getItem(remembered) === "on";

  connectedCallback() {
    const workspace = this.closest("bawaba-alert-workspace");
    workspace.addEventListener("alert-new", event => event.detail.alert.late || event.detail.alert.state !== "Raised" || this.#ring());
    workspace.addEventListener("alerts-changed", event => { this.#ringing = event.detail.ringing; });
    this.querySelector("button").addEventListener("click", () => this.toggle());
    // A browser lets sound begin only after a person touched the page.
    for (const touch of ["pointerdown", "keydown"]) {
      document.addEventListener(touch, () => this.#wanted && this.#begin());
    }
    setInterval(() => this.#ringing > 0 && this.#ring(), again);
    const technical = document.querySelector(".technical-alarms");
    if (technical) {
      new MutationObserver(() => this.#technical(technical)).observe(technical, { childList: true, subtree: true });
      setInterval(() => this.#technical(technical, true), technicalAgain);
    }
    this.#show();
  }

  async toggle() {
    this.#wanted = !this.#wanted;
    localStorage.setItem(remembered, this.#wanted ? "on" : "off");
    if (this.#wanted) {
      await this.#begin();
      this.#tone();
    }
    this.#show();
  }

  async #begin() {
    await this.#made.begin();
    this.#show();
  }

  #ring() {
    if (this.#wanted && this.#made.running) {
      this.#tone();
    }
  }

  // Once for each alarm that is new, and again while one is known to nobody.
  #technical(part, repeat = false) {
    const open = [...part.querySelectorAll("[data-seen=no]")].map(alarm => alarm.dataset.testid);
    const fresh = open.some(id => !this.#known.has(id));
    this.#known = new Set(open);
    if (open.length > 0 && (fresh || repeat) && this.#wanted && this.#made.running) {
      this.dataset.rungTechnical = Number(this.dataset.rungTechnical ?? 0) + 1;
      this.#made.hum();
    }
  }

  #tone() {
    this.dataset.rung = ++this.#rung;
    this.#made.ring();
  }

  #show() {
    const state = !this.#wanted ? "off" : this.#made.running ? "on" : "blocked";
    this.dataset.state = state;
    const button = this.querySelector("button");
    button.setAttribute("aria-pressed", String(this.#wanted));
    button.textContent = t(`sound.${state}`);
  }
}

customElements.define("bawaba-sound", Sound);
