// <bawaba-clip data-src>, property instants: a short clip as single pictures, played at the pace they were taken. It never begins by
// itself; who asked their system for less motion sees it once and not in a loop. Controls stand left to right in every language.
// For tests: data-state is still, loading or playing; data-at is the picture shown.
import { t } from "./texts.js";

const leastMilliseconds = 60;
const mostMilliseconds = 400;
const reduced = matchMedia("(prefers-reduced-motion: reduce)");

class Clip extends HTMLElement {
  instants = [];
  #images = [];
  #at = 0;
  #timer = 0;
  #play;
  #place;

  connectedCallback() {
    if (this.#images.length > 0 || this.firstChild) {
      return;
    }
    this.dir = "ltr";
    this.dataset.state = "still";
    this.dataset.at = 0;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", t("clip.title"));
    const stage = document.createElement("div");
    stage.className = "clip-stage";
    const controls = document.createElement("div");
    controls.className = "clip-controls";
    this.#play = this.#button("clip.play", "p", () => this.toggle());
    this.#place = document.createElement("span");
    this.#place.className = "clip-place";
    controls.append(this.#button("clip.back", ",", () => this.step(-1)), this.#play, this.#button("clip.on", ".", () => this.step(1)), this.#place);
    this.append(stage, controls);
    this.#write();
  }

  disconnectedCallback() {
    this.#stop();
  }

  async toggle() {
    if (this.dataset.state === "playing") {
      this.#stop();
      return;
    }
    await this.#load();
    if (this.#at === this.instants.length - 1) {
      this.#show(0);
    }
    this.dataset.state = "playing";
    this.#plan();
    this.#write();
  }

  async step(by) {
    this.#stop();
    await this.#load();
    this.#show(Math.min(this.instants.length - 1, Math.max(0, this.#at + by)));
  }

  // Only when somebody asks: on a thin road the pictures of an alert nobody opens need not be sent twice.
  async #load() {
    if (this.#images.length > 0) {
      return;
    }
    this.dataset.state = "loading";
    this.#images = this.instants.map((_, i) => {
      const image = document.createElement("img");
      image.src = `${this.dataset.src}${i}`;
      image.alt = t("clip.picture", i + 1, this.instants.length);
      image.hidden = i !== 0;
      return image;
    });
    this.querySelector(".clip-stage").replaceChildren(...this.#images);
    await Promise.allSettled(this.#images.map(image => image.decode()));
    this.dataset.state = "still";
    this.#show(0);
  }

  #plan() {
    const pause = (this.instants[this.#at + 1] ?? Infinity) - this.instants[this.#at];
    this.#timer = setTimeout(() => this.#next(), Math.min(mostMilliseconds, Math.max(leastMilliseconds, pause)));
  }

  #next() {
    const last = this.#at === this.instants.length - 1;
    if (last && reduced.matches) {
      this.#stop();
      return;
    }
    this.#show(last ? 0 : this.#at + 1);
    this.#plan();
  }

  #stop() {
    clearTimeout(this.#timer);
    if (this.dataset.state === "playing") {
      this.dataset.state = "still";
    }
    this.#write();
  }

  #show(at) {
    this.#images[this.#at].hidden = true;
    this.#images[at].hidden = false;
    this.#at = at;
    this.#write();
  }

  #write() {
    this.dataset.at = this.#at;
    this.#place.textContent = `${this.#at + 1} / ${this.instants.length}`;
    this.#play.firstChild.textContent = t(this.dataset.state === "playing" ? "clip.pause" : "clip.play");
  }

  #button(key, letter, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    const hint = document.createElement("kbd");
    hint.textContent = letter;
    button.append(t(key), " ", hint);
    button.addEventListener("click", event => {
      event.stopPropagation();
      action();
    });
    return button;
  }
}

customElements.define("bawaba-clip", Clip);
