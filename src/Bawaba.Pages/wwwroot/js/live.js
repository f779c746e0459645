// The page's one live connection to the center. Every module that shows something that changes listens here.
// Events: "heard" (anything arrived), "change" (detail: kind, subject, version, state), "reload" (the connection is new, or
// changes were lost: ask for everything again). A change is a hint; what it points to is asked for.
import { toSignIn } from "./calls.js";
import { hearServerTime } from "./time.js";

const url = "/api/live";
const silentTooLongMilliseconds = 8000;
const waitsMilliseconds = [250, 1000, 2000, 4000];

class Live extends EventTarget {
  everHeard = false;
  refused = false;
  #heardAt = performance.now();
  #heardOn = Date.now();
  #started = false;

  /** Both clocks, because one of them stands still while a computer sleeps. */
  get silenceMilliseconds() {
    return Math.max(performance.now() - this.#heardAt, Date.now() - this.#heardOn);
  }

  start() {
    if (!this.#started) {
      this.#started = true;
      this.#run();
    }
  }

  async #run() {
    for (let tries = 0; ; tries++) {
      const heardBefore = this.everHeard && this.#heardAt;
      try {
        await this.#listen();
      } catch {
        // The connection broke or hung; the screen says so by itself, and the next try follows.
      }
      if (this.#heardAt !== heardBefore) {
        tries = 0;
      }
      await new Promise(resume => setTimeout(resume, waitsMilliseconds[Math.min(tries, waitsMilliseconds.length - 1)]));
    }
  }

  async #listen() {
    const stop = new AbortController();
    const opened = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - Math.max(this.#heardAt, opened) > silentTooLongMilliseconds) {
        stop.abort();
      }
    }, 500);
    try {
      const response = await fetch(url, { headers: { Accept: "text/event-stream" }, cache: "no-store", signal: stop.signal });
      if (response.status === 401) {
        toSignIn();
      }
      this.refused = response.status === 429 || response.status === 503;
      if (!response.ok) {
        return;
      }
      await this.#read(response.body.pipeThrough(new TextDecoderStream()).getReader());
    } finally {
      clearInterval(watch);
      stop.abort();
    }
  }

  async #read(reader) {
    let waiting = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      this.#hear();
      const messages = (waiting + value).split("\n\n");
      waiting = messages.pop();
      messages.forEach(message => this.#take(message));
    }
  }

  #hear() {
    this.everHeard = true;
    this.#heardAt = performance.now();
    this.#heardOn = Date.now();
    this.dispatchEvent(new Event("heard"));
  }

  #take(message) {
    let name = "message";
    let data = "";
    for (const line of message.split("\n")) {
      if (line.startsWith("event:")) {
        name = line.slice(6).trim();
      } else if (line.startsWith("data:")) {
        data += line.slice(5).trim();
      }
    }
    if (data === "") {
      return;
    }
    const body = JSON.parse(data);
    if (body.at) {
      hearServerTime(Date.parse(body.at));
    }
    if (name === "change") {
      this.dispatchEvent(new CustomEvent("change", { detail: body }));
    } else if (name === "reload") {
      this.dispatchEvent(new Event("reload"));
    } else if (name === "signed-out") {
      toSignIn();
    }
  }
}

export const live = new Live();
