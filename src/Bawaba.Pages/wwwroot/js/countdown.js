// <bawaba-countdown>: minutes and seconds left until data-until (an instant) or for data-seconds from now.
// data-short is set in the last two minutes.
import { serverNow } from "./time.js";

const shortMilliseconds = 120_000;

class Countdown extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const until = this.dataset.until ? Date.parse(this.dataset.until) : serverNow() + Number(this.dataset.seconds) * 1000;
    const show = () => this.#show(until - serverNow());
    show();
    this.#timer = setInterval(show, 250);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #show(left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.toggleAttribute("data-short", left < shortMilliseconds);
    const place = this.querySelector("bdi");
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }
}

customElements.define("bawaba-countdown", Countdown);
