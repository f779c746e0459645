// One question to the center at a time, whose answer is asked for again while it may be old: of changes one is only told that they were. Used by
// what a siren knows of alerts and of units. Promises: it is asked at the beginning, by every new connection, and again after an answer that failed.
import { live } from "./live.js";

const firstMilliseconds = 1500;
const pauseMilliseconds = 250;
const retryMilliseconds = 2000;

export class Asking {
  #ask;
  #known = false;
  #due = false;
  #busy = false;

  /** ask: answers or throws; what it returns is waited for. */
  constructor(ask) {
    this.#ask = ask;
    live.addEventListener("reload", () => this.again());
    // The connection's first word asks; without a connection this does.
    setTimeout(() => this.#known || this.again(), firstMilliseconds);
  }

  /** True while an answer is on its way that may be older than what is heard now. */
  get busy() {
    return this.#busy;
  }

  /** What is heard while it asks is asked for in the next round. */
  async again() {
    this.#due = true;
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    while (this.#due) {
      this.#due = false;
      try {
        await this.#ask();
        this.#known = true;
        await pause(pauseMilliseconds);
      } catch {
        this.#due = true;
        await pause(retryMilliseconds);
      }
    }
    this.#busy = false;
  }
}

function pause(milliseconds) {
  return new Promise(resume => setTimeout(resume, milliseconds));
}
