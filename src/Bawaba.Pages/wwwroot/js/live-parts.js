// Renews the parts of a page marked data-live: asks for the page again and swaps the parts whose markup changed.
// Used by the room and by a gate's page; one way to draw a part, on the server. Promises: at most one call at a time
// and one in two seconds; what a person has opened stays open, and a link that has the focus keeps it.
import { call } from "./calls.js";
import { live } from "./live.js";

const leastMilliseconds = 2000;

/** Renews whenever a change for which wanted(change) is true was heard, and after lost changes. */
export function renewParts(wanted) {
  const known = new Map();
  let waiting = false;
  let lastAt = -leastMilliseconds;

  async function renew() {
    try {
      const response = await call(location.pathname, { headers: { Accept: "text/html" } });
      if (response.ok) {
        swapAll(new DOMParser().parseFromString(await response.text(), "text/html"), known);
      }
    } catch {
      // The next change asks again; until then the header says that nothing is heard.
    }
    lastAt = performance.now();
    waiting = false;
  }

  function ask() {
    if (!waiting) {
      waiting = true;
      setTimeout(renew, Math.max(0, lastAt + leastMilliseconds - performance.now()));
    }
  }

  live.addEventListener("change", event => wanted(event.detail) && ask());
  live.addEventListener("reload", ask);
}

function swapAll(fresh, known) {
  for (const part of document.querySelectorAll("[data-live]")) {
    const key = part.dataset.live;
    const next = fresh.querySelector(`[data-live="${CSS.escape(key)}"]`);
    if (next && known.get(key) !== next.innerHTML) {
      known.set(key, next.innerHTML);
      swap(part, next);
    }
  }
}

function swap(part, next) {
  const opened = [...part.querySelectorAll("details")].map(details => details.open);
  const focused = [...part.querySelectorAll("summary")].indexOf(document.activeElement);
  const link = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  part.replaceChildren(...next.childNodes);
  part.querySelectorAll("details").forEach((details, i) => { details.open = opened[i] ?? false; });
  if (focused >= 0) {
    part.querySelectorAll("summary")[focused]?.focus();
  }
  if (link) {
    part.querySelector(`a[href="${CSS.escape(link)}"]`)?.focus();
  }
}
