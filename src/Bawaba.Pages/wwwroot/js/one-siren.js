// One siren a browser: of all its windows that could sound, one does. It is the one in which the person did something last; when that is
// closed, the next. Held by a lock of the browser, which lets go of it with its window. Used by sound.js.
const name = "bawaba-siren";

export class OneSiren {
  // The request by which it is held, or is being asked for.
  #holder = null;
  #asked = null;

  /** True where this window is the one; always where a browser has no locks. */
  get held() {
    return this.#holder !== null || !navigator.locks;
  }

  /** Stands in line: this window could sound. */
  wait() {
    if (!this.held && !this.#asked) {
      this.#ask({ signal: new AbortController() });
    }
  }

  /** Takes it from another window: the person is here. */
  take() {
    if (!this.held && !this.#asked?.steal) {
      this.#asked?.signal.abort();
      this.#ask({ steal: true });
    }
  }

  async #ask(request) {
    this.#asked = request;
    try {
      await navigator.locks.request(name, request.steal ? { steal: true } : { signal: request.signal.signal }, () => {
        this.#holder = request;
        this.#asked = null;
        return new Promise(() => {});
      });
    } catch {
      // Given up for another request, or taken by another window: then this one waits again.
      if (this.#holder === request) {
        this.#holder = null;
        this.wait();
      } else if (this.#asked === request) {
        this.#asked = null;
      }
    }
  }
}
