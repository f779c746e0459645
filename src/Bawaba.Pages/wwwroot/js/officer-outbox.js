// Acts that the gate has not answered: kept in this tab, sent again with the same key until the gate says what became of
// them. Kept in sessionStorage, so that a reload loses none; they name a hit by its ids and hold no plate. Acts of another
// officer, or older than a hit lives, are dropped.
const place = "bawaba-gate-outbox";
const keptMilliseconds = 15 * 60_000;
const limitMilliseconds = 4000;
const account = document.body.dataset.account;

class Outbox {
  #acts = read();
  #sending = false;
  changed = () => {};

  get size() {
    return this.#acts.length;
  }

  has(prefix) {
    return this.#acts.some(act => act.path.startsWith(prefix));
  }

  add(path, verdict) {
    this.#acts.push({ key: crypto.randomUUID(), path, verdict, account, at: Date.now() });
    this.#write();
  }

  /** Sends what waits, oldest first; stops at the first that does not arrive. */
  async send() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      while (this.#acts.length > 0 && await post(this.#acts[0])) {
        this.#acts.shift();
        this.#write();
      }
    } finally {
      this.#sending = false;
    }
  }

  #write() {
    sessionStorage.setItem(place, JSON.stringify(this.#acts));
    this.changed();
  }
}

// True when the gate has answered for good; 401, 429 and 5xx are no answer.
async function post(act) {
  try {
    const response = await fetch(act.path, {
      method: "POST",
      body: new URLSearchParams({ account: act.account, verdict: act.verdict }),
      headers: { "Idempotency-Key": act.key },
      signal: AbortSignal.timeout(limitMilliseconds),
    });
    return response.ok || [400, 403, 404].includes(response.status);
  } catch {
    return false;
  }
}

function read() {
  try {
    const acts = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return acts.filter(act => act.account === account && Date.now() - act.at < keptMilliseconds);
  } catch {
    return [];
  }
}

export const outbox = new Outbox();
