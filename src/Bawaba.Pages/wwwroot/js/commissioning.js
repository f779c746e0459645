// The commissioning page: renews how a camera does, and lets line and masks be drawn on its picture with a finger, a mouse or the
// arrow keys. What is drawn stands in the form's number fields, which work by themselves. For tests: #sight data-renewed counts.
import { t } from "./texts.js";
import "./officer-lanes.js";

const renewMilliseconds = 2000;
const limitMilliseconds = 4000;
const step = 0.01;

class LaneEditor extends HTMLElement {
  #svg = null;
  #form = null;

  connectedCallback() {
    this.#form = this.closest("form");
    this.#svg = this.querySelector("svg");
    const ways = document.createElement("div");
    ways.className = "editor-ways";
    ways.append(this.#way("set-up.draw-line", () => this.#put("line", ["0.1", "0.6", "0.9", "0.6"])),
      this.#way("set-up.draw-mask", () => this.#putMask()), this.#way("set-up.clear", () => this.#clear()));
    this.append(ways);
    this.#form.addEventListener("input", () => this.#draw());
    this.#draw();
  }

  #append(name, attributes) {
    const made = document.createElementNS(this.#svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    this.#svg.append(made);
    return made;
  }

  #way(key, act) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button", textContent: t(key) });
    button.dataset.testid = key.replace("set-up.", "");
    button.addEventListener("click", () => { act(); this.#draw(); });
    return button;
  }

  #fields(name) {
    return [0, 1, 2, 3].map(i => this.#form.elements[`${name}-${i}`]);
  }

  #numbers(name) {
    const numbers = this.#fields(name).map(field => Number.parseFloat(field.value.replace(",", ".")));
    return numbers.every(n => n >= 0 && n <= 1) ? numbers : null;
  }

  #put(name, values) {
    this.#fields(name).forEach((field, i) => { field.value = values[i]; });
  }

  #putMask() {
    const free = [...this.#form.querySelectorAll("[data-mask]")].find(row => this.#fields(`mask-${row.dataset.mask}`).every(f => f.value === ""));
    if (free) {
      free.hidden = false;
      this.#put(`mask-${free.dataset.mask}`, ["0", "0", "0.3", "0.1"]);
    }
  }

  #clear() {
    this.#put("line", ["", "", "", ""]);
    this.#form.querySelectorAll("[data-mask]").forEach(row => this.#put(`mask-${row.dataset.mask}`, ["", "", "", ""]));
  }

  #draw() {
    const focused = this.#svg.querySelector(":focus")?.dataset.handle;
    this.#svg.replaceChildren();
    for (const row of this.#form.querySelectorAll("[data-mask]")) {
      const name = `mask-${row.dataset.mask}`;
      const mask = this.#numbers(name);
      if (mask) {
        const [x0, y0, x1, y1] = mask;
        this.#append("rect", { class: "mask", x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) });
        this.#handle(name, 0, x0, y0);
        this.#handle(name, 2, x1, y1);
      }
    }
    const line = this.#numbers("line");
    if (line) {
      this.#append("line", { class: "lane-line", x1: line[0], y1: line[1], x2: line[2], y2: line[3] });
      this.#handle("line", 0, line[0], line[1]);
      this.#handle("line", 2, line[2], line[3]);
    }
    this.#svg.querySelector(`[data-handle="${focused}"]`)?.focus();
  }

  // Wider than high, as the picture is: round on the screen.
  #handle(name, first, x, y) {
    const handle = this.#append("ellipse", {
      class: name === "line" ? "handle" : "handle of-mask", cx: x, cy: y, rx: 0.016, ry: 0.0285, tabindex: 0, role: "slider",
      "aria-label": t("set-up.point", first / 2 + 1, x, y), "aria-valuenow": x, "data-handle": `${name}-${first}`, "data-testid": `handle-${name}-${first}`,
    });
    const move = (nx, ny) => {
      const fields = this.#fields(name);
      fields[first].value = Math.min(1, Math.max(0, nx)).toFixed(3).replace(/0+$/, "").replace(/\.$/, "");
      fields[first + 1].value = Math.min(1, Math.max(0, ny)).toFixed(3).replace(/0+$/, "").replace(/\.$/, "");
      this.#draw();
    };
    handle.addEventListener("keydown", event => {
      const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (by) {
        event.preventDefault();
        move(x + by[0], y + by[1]);
      }
    });
    handle.addEventListener("pointerdown", event => {
      event.preventDefault();
      handle.focus();
      const drag = moved => {
        const box = this.#svg.getBoundingClientRect();
        move((moved.clientX - box.left) / box.width, (moved.clientY - box.top) / box.height);
      };
      const end = () => {
        removeEventListener("pointermove", drag);
        removeEventListener("pointerup", end);
        removeEventListener("pointercancel", end);
      };
      addEventListener("pointermove", drag);
      addEventListener("pointerup", end);
      addEventListener("pointercancel", end);
    });
  }
}

customElements.define("bawaba-lane-editor", LaneEditor);

async function renew() {
  const camera = document.querySelector(".camera-form")?.getAttribute("action").split("/").at(-1);
  for (let renewed = 1; document.querySelector("#sight"); renewed++) {
    await new Promise(resume => setTimeout(resume, renewMilliseconds));
    if (document.visibilityState !== "visible") {
      continue;
    }
    try {
      const response = await fetch(`/set-up/cameras/${camera}/sight`, { cache: "no-store", signal: AbortSignal.timeout(limitMilliseconds) });
      if (response.status === 401) {
        location.assign("/sign-in");
        return;
      }
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        page.querySelector("#sight").dataset.renewed = renewed;
        document.querySelector("#sight").replaceWith(page.querySelector("#sight"));
      }
    } catch {
      // The gate did not answer: the next try may.
    }
  }
}

renew();
