// What a crew pressed and the center has not answered: kept in this phone, sent in order with the same id until it is answered, over
// reloads, closed pages and days without a link. A command sent ten times is done once: the center knows its id. Kept apart by account,
// so that on a phone that changes hands nobody sends another's. They hold a task's id and no word of it.
const keptMilliseconds = 24 * 3_600_000;
const limitMilliseconds = 8000;
const waitsMilliseconds = [1000, 2000, 4000, 8000, 15_000];
const most = 200;

export class Outbox {
  #place;
  #address;
  #sending = false;
  #tries = 0;
  #timer = 0;
  changed = () => {};
  /** Called with a command and the center's answer; null where the center refused it for good. */
  answered = () => {};

  constructor(account, unit) {
    this.#place = `bawaba-unit-outbox/${account}`;
    this.#address = `/api/units/${unit}/commands`;
    this.unit = unit;
    addEventListener("online", () => this.send());
  }

  /** Those that wait, oldest first: another tab may have added some. */
  get waiting() {
    try {
      const all = JSON.parse(localStorage.getItem(this.#place) ?? "[]");
      return all.filter(command => command.unit === this.unit && Date.now() - Date.parse(command.at) < keptMilliseconds);
    } catch {
      return [];
    }
  }

  add(verb, assignment) {
    const waiting = this.waiting;
    if (waiting.length < most) {
      this.#write([...waiting, { commandId: crypto.randomUUID(), unit: this.unit, verb, assignment: assignment || null, at: new Date().toISOString() }]);
    }
    this.#tries = 0;
    this.send();
  }

  /** Sends what waits; stops at the first that does not arrive and tries again by itself. Over all tabs one sends at a time. */
  async send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      await alone(() => this.#sendAll());
    } finally {
      this.#sending = false;
    }
    if (this.waiting.length > 0) {
      const wait = waitsMilliseconds[Math.min(this.#tries++, waitsMilliseconds.length - 1)];
      this.#timer = setTimeout(() => this.send(), wait * (0.75 + Math.random() / 2));
    }
  }

  async #sendAll() {
    for (let command = this.waiting[0]; command; command = this.waiting[0]) {
      const answer = await this.#post(command);
      if (answer === undefined) {
        return;
      }
      this.#tries = 0;
      // Told first: between the two the page would fall back to the state before.
      this.answered(command, answer);
      this.#write(this.waiting.filter(other => other.commandId !== command.commandId));
    }
  }

  // Undefined where nobody has answered for good: no link, no session, too many calls, a fault of the center.
  async #post(command) {
    try {
      const response = await fetch(this.#address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ commandId: command.commandId, verb: command.verb, at: command.at, assignment: command.assignment }),
        cache: "no-store",
        signal: AbortSignal.timeout(limitMilliseconds),
      });
      if (response.ok) {
        return await response.json();
      }
      return [400, 403, 404, 422].includes(response.status) ? null : undefined;
    } catch {
      return undefined;
    }
  }

  #write(commands) {
    localStorage.setItem(this.#place, JSON.stringify(commands));
    this.changed();
  }
}

function alone(work) {
  return navigator.locks ? navigator.locks.request("bawaba-unit-outbox", work) : work();
}
