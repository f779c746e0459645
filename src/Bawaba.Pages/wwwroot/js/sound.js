// <bawaba-sound data-from data-units>: made tones, after a person switched them on, and never the only signal (siren.js shows the same). The gravest
// alert or silent unit that has reached this console sounds, when that changes and each 10 s until somebody answers or looks after it; what came
// late never does. A technical alarm nobody knows of has a lower tone. Muting is seen, ends by itself, counts in all windows; one of these sounds.
// For tests: data-state is off, on, blocked (on, but the browser waits for a click), muted or elsewhere (another window sounds); data-siren is the
// kind that sounds, empty for none; data-rung counts tones of alerts and units, data-rung-technical the others.
import { OneSiren } from "./one-siren.js";
import { hearSirens } from "./siren.js";
import { t } from "./texts.js";
import { Tone } from "./tone.js";

const again = 10_000;
const technicalAgain = 30_000;
const mutedMilliseconds = 3 * 60_000;
const remembered = "bawaba-sound";
const rememberedMute = "bawaba-sound-muted-until";

class Sound extends HTMLElement {
  #made = new Tone();
  #sirens = [];
  #sounded = new Set();
  #rung = 0;
  #known = new Set();
  #mutedUntil = 0;
  #one = new OneSiren();
  #wanted = localStorage.getItem(remembered) === "on";

  connectedCallback() {
    hearSirens(this, sirens => this.#take(sirens));
    this.querySelector("button").addEventListener("click", () => this.toggle());
    // A browser lets sound begin only after a person touched the page, or the one before it of the same place. Who touches it is here.
    for (const touch of ["pointerdown", "keydown"]) {
      document.addEventListener(touch, event => !this.contains(event.target) && this.#wanted && this.#begin(true));
    }
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#made.running && this.#one.take());
    addEventListener("storage", event => (event.key === remembered || event.key === rememberedMute) && this.#remember());
    this.#remember();
    if (this.#wanted) {
      this.#begin(false);
    }
    setInterval(() => this.#ring(), again);
    setInterval(() => this.#show(), 500);
    const technical = document.querySelector(".technical-alarms");
    if (technical) {
      new MutationObserver(() => this.#technical(technical)).observe(technical, { childList: true, subtree: true });
      setInterval(() => this.#technical(technical, true), technicalAgain);
    }
    this.#show();
  }

  /** Switches the sound on; where it is on, mutes it for a while, and where it is muted, ends that. */
  async toggle() {
    if (!this.#wanted) {
      this.#wanted = true;
      localStorage.setItem(remembered, "on");
      await this.#begin(true);
      this.#made.running && this.#made.play("Identity");
    } else if (this.dataset.state === "elsewhere" || this.dataset.state === "blocked") {
      await this.#begin(true);
    } else {
      localStorage.setItem(rememberedMute, this.#muted ? 0 : Date.now() + mutedMilliseconds);
      this.#remember();
    }
    this.#show();
  }

  // What another window said counts here too, and what this one said counts after the next page is opened.
  #remember() {
    this.#wanted = localStorage.getItem(remembered) === "on";
    const left = Number(localStorage.getItem(rememberedMute) ?? 0) - Date.now();
    this.#mutedUntil = left > 0 ? performance.now() + Math.min(left, mutedMilliseconds) : 0;
  }

  get #muted() {
    return performance.now() < this.#mutedUntil;
  }

  get #sounds() {
    return this.#wanted && this.#made.running && this.#one.held && !this.#muted;
  }

  async #begin(isHere) {
    await this.#made.begin();
    if (isHere) {
      this.#one.take();
    } else {
      this.#one.wait();
    }
    this.#show();
  }

  // Whatever is new among them sounds at once, as the gravest of them all.
  #take(sirens) {
    this.#sirens = sirens;
    this.dataset.siren = sirens[0]?.kind ?? "";
    const fresh = sirens.some(alert => !this.#sounded.has(alert.id));
    this.#sounded = new Set(sirens.map(alert => alert.id));
    if (fresh) {
      this.#ring();
    }
  }

  #ring() {
    if (this.#sirens.length > 0 && this.#sounds) {
      this.dataset.rung = ++this.#rung;
      this.#made.play(this.#sirens[0].kind);
    }
  }

  // Once for each alarm that is new, and again while one is known to nobody.
  #technical(part, repeat = false) {
    const open = [...part.querySelectorAll("[data-seen=no]")].map(alarm => alarm.dataset.testid);
    const fresh = open.some(id => !this.#known.has(id));
    this.#known = new Set(open);
    if (open.length > 0 && (fresh || repeat) && this.#sounds) {
      this.dataset.rungTechnical = Number(this.dataset.rungTechnical ?? 0) + 1;
      this.#made.hum();
    }
  }

  #show() {
    const state = !this.#wanted ? "off" : this.#muted ? "muted" : !this.#made.running ? "blocked" : this.#one.held ? "on" : "elsewhere";
    this.dataset.state = state;
    const button = this.querySelector("button");
    button.setAttribute("aria-pressed", String(state !== "off" && state !== "muted"));
    const left = Math.max(0, Math.ceil((this.#mutedUntil - performance.now()) / 1000));
    const text = t(`sound.${state}`, `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    if (button.textContent !== text) {
      button.textContent = text;
    }
  }
}

customElements.define("bawaba-sound", Sound);
