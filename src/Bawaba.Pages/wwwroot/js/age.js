// <bawaba-age>: how long ago data-at was, in words; data-old is set from data-old-after seconds on. Used where the age of a
// place matters as much as the place.
import { t } from "./texts.js";
import { ageText, serverNow } from "./time.js";

class Age extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const at = Date.parse(this.dataset.at);
    const show = () => {
      const age = serverNow() - at;
      const old = age > Number(this.dataset.oldAfter) * 1000;
      const text = t(old ? "units.ago-old" : "units.ago", ageText(age));
      this.toggleAttribute("data-old", old);
      if (this.textContent !== text) {
        this.textContent = text;
      }
    };
    show();
    this.#timer = setInterval(show, 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }
}

customElements.define("bawaba-age", Age);
