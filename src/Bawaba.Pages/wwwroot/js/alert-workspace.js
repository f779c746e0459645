// <bawaba-alert-workspace>: the alert work around the list and the chosen alert: choosing, keys, steps. In the room and on
// an alert's own page. The card is drawn by the server; a step is a POST with the version that was looked at.
// Keys work only while the focus is inside this element (WCAG 2.1.4), and by place where the keyboard is Arabic.
import { act } from "./alert-calls.js";
import "./frames.js";
import "./hear-sounds.js";
import { call } from "./calls.js";
import { live } from "./live.js";
import { t, word } from "./texts.js";
import { openZoom, toggleStretch } from "./zoom.js";

const lookAfterMilliseconds = 120;
const narrow = matchMedia("(max-width: 70rem)");
const wideAgainMilliseconds = 2000;
const mostWideTries = 90;
const verdicts = { 1: "Same", 2: "Different", 3: "CannotTell" };

class AlertWorkspace extends HTMLElement {
  #loading = 0;
  #timer = 0;
  #busy = false;

  connectedCallback() {
    this.addEventListener("alert-chosen", event => this.#show(event.detail.id));
    this.addEventListener("alerts-changed", event => this.#title(event.detail.open));
    this.addEventListener("alert-new", ({ detail: { alert, gate } }) => this.#announce(t("alerts.announce", word("category", alert.category), gate)));
    this.addEventListener("unit-overdue", event => this.#announce(event.detail.text));
    // With nothing chosen on the page yet, keys are meant for the alerts too.
    document.addEventListener("keydown", event => (event.target === document.body || this.contains(event.target)) && this.#key(event));
    this.addEventListener("click", event => this.#click(event));
    this.addEventListener("dblclick", event => event.target.closest("tr[data-alert-id]") && this.#open());
    live.addEventListener("change", event => this.#changed(event.detail));
    // A step on its way is not lost by closing the page without a word.
    addEventListener("beforeunload", event => this.#busy && event.preventDefault());
    live.addEventListener("reload", () => this.#card && this.#load(this.#card.dataset.alert));
    // A picture's error does not bubble; the page may have had one before this module was there.
    this.addEventListener("error", event => this.#missing(event.target), true);
    this.querySelectorAll(".overview img").forEach(image => image.complete && image.naturalWidth === 0 && this.#missing(image));
    if (!this.#list) {
      this.#place.focus();
    }
  }

  get #list() {
    return this.querySelector("bawaba-alert-list");
  }

  get #place() {
    return this.querySelector(".chosen");
  }

  get #card() {
    return this.querySelector(".alert-card");
  }

  #title(open) {
    document.title = document.title.replace(/^\(\d+\) /, "");
    if (open > 0) {
      document.title = `(${open}) ${document.title}`;
    }
  }

  #announce(text) {
    let voice = this.querySelector(":scope > .voice");
    if (!voice) {
      voice = document.createElement("p");
      voice.className = "voice unseen";
      voice.setAttribute("role", "status");
      this.append(voice);
    }
    voice.textContent = text;
  }

  // While somebody runs through the list with the arrow keys, only where they stop is asked for: each look is audited.
  #show(id) {
    clearTimeout(this.#timer);
    if (narrow.matches) {
      return;
    }
    this.#timer = setTimeout(() => this.#load(id), lookAfterMilliseconds);
  }

  // The wide picture comes after its alert, over a thin road some seconds after: it is asked for until it is there.
  #missing(image) {
    const figure = image.closest?.(".overview");
    if (!figure) {
      return;
    }
    figure.dataset.coming = "yes";
    image.addEventListener("load", () => delete figure.dataset.coming, { once: true });
    setTimeout(() => image.isConnected && this.#askAgain(image), wideAgainMilliseconds);
  }

  #askAgain(image) {
    const [address, tries = "0"] = image.getAttribute("src").split("?again=");
    if (Number(tries) < mostWideTries) {
      image.src = `${address}?again=${Number(tries) + 1}`;
    }
  }

  #changed(change) {
    const card = this.#card;
    if (change.kind === "Alert" && card && change.subject === card.dataset.alert && (change.version > Number(card.dataset.version) || change.state === "Escalated")) {
      this.#load(change.subject);
    }
  }

  async #load(id, message) {
    const turn = ++this.#loading;
    try {
      const response = await call(`/alerts/${id}`, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.querySelector(".alert-card") ?? page.querySelector("main.notice");
      if (turn !== this.#loading || !next) {
        return;
      }
      // A new connection asks again for what is shown: the same version is the same card, and an open question stays open.
      const card = this.#card;
      if (card && card.dataset.alert === next.dataset.alert && card.dataset.version === next.dataset.version && hasSteps(card) === hasSteps(next)) {
        // To whom it has gone on is no new version.
        card.querySelector(".escalation")?.replaceWith(next.querySelector(".escalation"));
        this.#say(message);
        return;
      }
      // Whoever was about to decide must know that what was asked has gone with the card it was about.
      const asked = this.#place.querySelector("dialog[open]");
      this.#swap(next);
      this.#say(message ?? (asked ? t("result.stale") : null));
    } catch {
      this.#say(message ?? t("result.unreachable"));
    }
  }

  // Pictures that are the same stay as they are, so a step does not make them blink.
  #swap(next) {
    const card = this.#card;
    const hadFocus = this.#place.contains(document.activeElement);
    for (const image of next.querySelectorAll("img")) {
      const same = card && [...card.querySelectorAll("img")].find(old => addressOf(old) === addressOf(image));
      if (same?.complete && same.naturalWidth > 0) {
        image.replaceWith(same);
      }
    }
    // The strip and the clip have asked for their pictures once.
    const frames = card?.querySelector("bawaba-frames");
    if (frames && card.dataset.alert === next.dataset.alert) {
      next.querySelector("bawaba-frames")?.replaceWith(frames);
    }
    this.#place.replaceChildren(next);
    if (hadFocus) {
      this.#place.focus();
    }
  }

  get #frames() {
    return this.#card?.querySelector("bawaba-frames");
  }

  // What stands in the crop's place now.
  get #picture() {
    return this.#card?.querySelector(".crop .other") ?? this.#card?.querySelector(".crop img");
  }

  get #zoom() {
    return this.#card?.querySelector("dialog.zoom");
  }

  #openZoom() {
    if (this.#zoom && this.#hasSeenCrop()) {
      openZoom(this.#zoom, this.#picture);
    }
  }

  async #move(step) {
    this.#frames?.move(step);
    if (this.#zoom?.open) {
      await this.#picture.decode().catch(() => {});
      openZoom(this.#zoom, this.#picture);
    }
  }

  #say(text) {
    const place = this.querySelector(".card-message");
    if (place) {
      place.hidden = !text;
      place.textContent = text ?? "";
    }
  }

  #open() {
    const id = this.#list?.chosen;
    if (id) {
      location.assign(`/alerts/${id}`);
    }
  }

  #click(event) {
    const button = event.target.closest("button");
    if (!button) {
      // Where the card has no place beside the list, a touch opens it.
      if (narrow.matches && event.target.closest("tr[data-alert-id]")) {
        this.#open();
      }
      return;
    }
    if (button.dataset.filter) {
      this.#list.filter = button.dataset.filter;
      this.querySelectorAll("[data-filter]").forEach(other => other.setAttribute("aria-pressed", String(other === button)));
    } else if (button.classList.contains("help-button")) {
      this.#help();
    } else if (button.hasAttribute("data-zoom")) {
      this.#openZoom();
    } else if (button.hasAttribute("data-stretch-button")) {
      toggleStretch(button.closest("dialog"), this.#picture);
    } else if (button.dataset.verb) {
      this.#start(button.dataset.verb, button.dataset.value);
    } else if (button.dataset.send) {
      button.closest("dialog").close();
      this.#send(button.dataset.send, button.dataset.value);
    } else if (button.hasAttribute("data-cancel")) {
      button.closest("dialog").close();
    }
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest("input, textarea, select")) {
      return;
    }
    const key = keyOf(event);
    const dialog = this.querySelector("dialog[open]");
    const done = dialog ? this.#keyInDialog(dialog, key) : this.#keyOutside(key, event.target);
    if (done) {
      event.preventDefault();
    }
  }

  #keyInDialog(dialog, key) {
    const button = dialog.querySelector(`[data-key="${CSS.escape(key)}"]`);
    button?.click();
    if (button || !dialog.classList.contains("zoom")) {
      return Boolean(button);
    }
    switch (key) {
      case "ArrowLeft": this.#move(-1); return true;
      case "ArrowRight": this.#move(1); return true;
      case "z": dialog.close(); return true;
      default: return false;
    }
  }

  #keyOutside(key, target) {
    switch (key) {
      case "?": this.#help(); return true;
      case "m": document.querySelector("bawaba-sound")?.toggle(); return true;
      case "ArrowUp": case "k": this.#list?.move(-1); return Boolean(this.#list);
      case "ArrowDown": case "j": this.#list?.move(1); return Boolean(this.#list);
      case "Enter":
        if (target.closest("button, a")) {
          return false;
        }
        this.#open();
        return true;
      case "ArrowLeft": case "ArrowRight": this.#move(key === "ArrowLeft" ? -1 : 1); return Boolean(this.#frames);
      case "z": this.#openZoom(); return true;
      case "p": this.#frames?.clip?.toggle(); return Boolean(this.#frames);
      case ",": case ".": this.#frames?.clip?.step(key === "," ? -1 : 1); return Boolean(this.#frames);
      case "l": this.#list?.chooseLate(); return Boolean(this.#list);
      case "x": this.#start("close"); return true;
      case "a": this.#start("answer"); return true;
      case "1": case "2": case "3": this.#start("first-look", verdicts[key]); return true;
      case "c": this.#start("confirm"); return true;
      case "r": this.#start("reject"); return true;
      default: return false;
    }
  }

  #help() {
    this.querySelector(".key-help").showModal();
  }

  // A step that cannot be taken now has a button that is off; its key then says why.
  #start(verb, value) {
    const button = this.querySelector(value ? `[data-verb="${verb}"][data-value="${value}"]` : `[data-verb="${verb}"]`);
    if (!button) {
      return;
    }
    if (button.disabled) {
      this.#say(verb === "confirm" ? this.querySelector("#confirm-why").textContent : t("result.out-of-order"));
    } else if ((verb === "first-look" || verb === "confirm") && !this.#hasSeenCrop()) {
      this.#say(t("result.look-first"));
    } else if (verb === "confirm" || verb === "reject") {
      this.#say(null);
      this.querySelector(`dialog[data-ask="${verb}"]`).showModal();
    } else {
      this.#send(verb, value);
    }
  }

  #hasSeenCrop() {
    const crop = this.#card.querySelector(".crop img");
    return !crop || (crop.complete && crop.naturalWidth > 0);
  }

  async #send(verb, value) {
    const card = this.#card;
    if (!card) {
      return;
    }
    if (this.#busy) {
      this.#say(t("result.waiting"));
      return;
    }
    this.#busy = true;
    try {
      const fault = await act(card.dataset.api, Number(card.dataset.version), verb, value, () => this.#say(t("result.waiting")));
      await this.#load(card.dataset.alert, fault ? t(fault.key, fault.status) : null);
    } finally {
      this.#busy = false;
    }
  }
}

// With what went on to the commander comes what a commander may do with it.
function hasSteps(card) {
  return card.querySelector(".actions") !== null;
}

// Without the number of tries.
function addressOf(image) {
  return image.getAttribute("src").split("?")[0];
}

// An Arabic keyboard writes Arabic letters: what counts is then the place of the key.
function keyOf(event) {
  if (event.key === "؟") {
    return "?";
  }
  if (event.key.length > 1 || event.key.charCodeAt(0) < 128) {
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  }
  const place = { Comma: ",", Period: "." }[event.code];
  return place ?? event.code.replace(/^(Key|Digit|Numpad)/, "").toLowerCase();
}

customElements.define("bawaba-alert-workspace", AlertWorkspace);
