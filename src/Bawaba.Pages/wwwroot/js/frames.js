// <bawaba-frames data-api data-waits>: the further pictures of an alert under its crop: a strip of other instants, and a short clip.
// They come after the alert, so they are asked for until they are there, or it is clear that none will come (a gate of an older
// program sends none). Moved by the workspace with left and right; what is chosen stands in the crop's place.
// For tests: data-state is waiting, there or none; data-at is the place in the strip, 0 being the hit's own crop.
import { listFrames } from "./alert-calls.js";
import "./clip.js";
import { t } from "./texts.js";
import { clockText } from "./time.js";

const againMilliseconds = 2000;
const mostTries = 90;
const mostImageTries = 15;

class Frames extends HTMLElement {
  #begun = false;
  #buttons = [];
  #at = 0;

  connectedCallback() {
    if (!this.#begun) {
      this.#begun = true;
      this.addEventListener("click", event => {
        const at = this.#buttons.indexOf(event.target.closest("button"));
        at >= 0 && this.#choose(at);
      });
      this.#ask();
    } else {
      // The card around it is another one now.
      this.#choose(this.#at);
    }
  }

  /** Moves by one picture: -1 or 1. */
  move(step) {
    if (this.#buttons.length > 0) {
      this.#choose(Math.min(this.#buttons.length - 1, Math.max(0, this.#at + step)));
    }
  }

  get clip() {
    return this.querySelector("bawaba-clip");
  }

  async #ask() {
    for (let tries = 0; tries < mostTries; tries++) {
      const frames = await listFrames(this.dataset.api).catch(() => null);
      if (frames && this.#clipIsWhole(frames)) {
        this.#build(frames);
        return;
      }
      if (this.dataset.waits !== "yes") {
        break;
      }
      await new Promise(resume => setTimeout(resume, againMilliseconds));
      if (!this.isConnected) {
        return;
      }
    }
    this.dataset.state = "none";
    this.#say(t("frames.none"));
  }

  // They come a few a record: while more come, the clip is not shown half.
  #clipIsWhole({ crops, clip }) {
    const count = crops.length + clip.length;
    const same = count > 0 && (count === this.#seen || this.dataset.waits !== "yes");
    this.#seen = count;
    return same;
  }

  #seen = 0;

  #say(text) {
    const note = document.createElement("p");
    note.className = "quiet";
    note.textContent = text;
    this.replaceChildren(note);
  }

  #build({ crops, clip }) {
    this.dataset.state = "there";
    this.replaceChildren();
    if (crops.length > 0) {
      const strip = document.createElement("div");
      strip.className = "strip";
      strip.dir = "ltr";
      strip.setAttribute("role", "group");
      strip.setAttribute("aria-label", t("frames.strip"));
      this.#buttons = [null, ...crops].map((at, i) => this.#button(at, i));
      strip.append(...this.#buttons);
      this.append(strip);
      this.#mark();
    }
    if (clip.length > 1) {
      const player = document.createElement("bawaba-clip");
      player.dataset.src = `${this.dataset.api}/frames/clip/`;
      player.instants = clip.map(at => Date.parse(at));
      this.append(player);
    }
  }

  #button(at, i) {
    const button = document.createElement("button");
    button.type = "button";
    const image = document.createElement("img");
    image.src = at === null ? this.#crop.getAttribute("src") : `${this.dataset.api}/frames/crop/${i - 1}`;
    image.alt = at === null ? t("frames.own") : t("frames.at", clockText(Date.parse(at)));
    let tries = 0;
    image.addEventListener("error", () => ++tries < mostImageTries && setTimeout(() => image.isConnected && image.setAttribute("src", image.getAttribute("src")), againMilliseconds));
    button.append(image);
    return button;
  }

  get #crop() {
    return this.closest(".alert-card").querySelector(".crop img");
  }

  #choose(at) {
    this.#at = at;
    this.#mark();
    const place = this.#crop.parentElement;
    place.querySelector(".other")?.remove();
    this.#crop.hidden = at > 0;
    if (at > 0) {
      const other = this.#buttons[at].querySelector("img").cloneNode();
      other.className = "other";
      place.append(other);
    }
  }

  #mark() {
    this.dataset.at = this.#at;
    this.#buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === this.#at)));
  }
}

customElements.define("bawaba-frames", Frames);
