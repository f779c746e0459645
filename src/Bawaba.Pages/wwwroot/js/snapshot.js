// <bawaba-snapshot data-src data-alt data-viewer, and data-width and data-every where others than usual>: a camera's newest picture, asked for each second while the page is seen, shown with
// its age, kept nowhere. For tests: data-state is waiting, fresh, old or none.
import { call } from "./calls.js";
import { t } from "./texts.js";
import { watermark } from "./watermark.js";

const everyMilliseconds = 1000;
const withoutPictureMilliseconds = 3000;
const oldAfterSeconds = 5;
const widthPx = 960;

class Snapshot extends HTMLElement {
  #image = document.createElement("img");
  #age = document.createElement("p");
  #shownAt = null;
  #why = "snapshot.waiting";
  #address = null;

  connectedCallback() {
    this.dataset.state = "waiting";
    this.#image.alt = this.dataset.alt;
    this.#age.className = "age";
    this.#run();
    setInterval(() => this.#say(), 250);
  }

  async #run() {
    for (;;) {
      if (document.visibilityState === "visible") {
        await this.#renew();
      }
      await new Promise(resume => setTimeout(resume, this.#why === null ? Number(this.dataset.every ?? everyMilliseconds) : withoutPictureMilliseconds));
    }
  }

  async #renew() {
    try {
      const response = await call(`${this.dataset.src}?width=${this.dataset.width ?? widthPx}`);
      if (!response.ok) {
        this.#why = response.status === 404 ? "snapshot.none" : "snapshot.unreachable";
        return;
      }
      const next = URL.createObjectURL(await response.blob());
      this.#image.src = next;
      await this.#image.decode();
      if (this.#address) {
        URL.revokeObjectURL(this.#address);
      }
      this.#address = next;
      this.#shownAt = performance.now();
      this.#why = null;
      if (!this.#image.isConnected) {
        this.replaceChildren(this.#image, watermark(this.dataset.viewer), this.#age);
      }
    } catch {
      this.#why = "snapshot.unreachable";
    }
    this.#say();
  }

  #say() {
    if (this.#shownAt === null) {
      const place = this.querySelector(".no-picture");
      place.textContent = t(this.#why);
      this.dataset.state = this.#why === "snapshot.waiting" ? "waiting" : "none";
      return;
    }
    const seconds = Math.floor((performance.now() - this.#shownAt) / 1000);
    const old = seconds >= oldAfterSeconds;
    this.dataset.state = old ? "old" : "fresh";
    this.#age.textContent = old ? `${t("snapshot.old", seconds)}${this.#why ? ` – ${t(this.#why)}` : ""}` : t("snapshot.age", seconds);
  }
}

customElements.define("bawaba-snapshot", Snapshot);
