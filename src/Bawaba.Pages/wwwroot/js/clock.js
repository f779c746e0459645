// <bawaba-clock>: the time in Libya, whatever zone the browser is in.
import { serverNow, clockText } from "./time.js";

class Clock extends HTMLElement {
  connectedCallback() {
    const place = this.querySelector("bdi");
    setInterval(() => {
      const text = clockText(serverNow());
      if (place.textContent !== text) {
        place.textContent = text;
      }
    }, 250);
  }
}

customElements.define("bawaba-clock", Clock);
