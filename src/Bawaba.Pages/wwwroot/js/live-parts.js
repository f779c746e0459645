// Renews the parts of a page marked data-live: asks for the page again and swaps the parts whose markup changed.
// Used by every page that changes by itself; one way to draw a part, on the server. Promises: at most one call at a time
// and one in two seconds, or as often as the page says; what a person has opened stays open,
// a button or link that has the focus keeps it; a part somebody types in waits.
import { call } from "./calls.js";
import { live } from "./live.js";

const seldom = 2000;
const known = new Map();

/** Shows the parts of a page that came as an answer. */
export function showParts(page) {
  swapAll(page);
}

/**
 * Renews whenever a change for which wanted(change) is true was heard, and after lost changes; renewed() is called when parts were.
 * Gives back what asks for it now.
 */
export function renewParts(wanted, { leastMilliseconds = seldom, renewed = () => {} } = {}) {
  let waiting = false;
  let lastAt = -leastMilliseconds;

  async function renew() {
    try {
      const response = await call(location.pathname + location.search, { headers: { Accept: "text/html" } });
      if (response.ok) {
        const all = swapAll(new DOMParser().parseFromString(await response.text(), "text/html"));
        waiting = false;
        all || setTimeout(ask, seldom);
        renewed();
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
  return ask;
}

// False where a part had to wait.
function swapAll(fresh) {
  let all = true;
  for (const part of document.querySelectorAll("[data-live]")) {
    const key = part.dataset.live;
    const next = fresh.querySelector(`[data-live="${CSS.escape(key)}"]`);
    if (next && known.get(key) !== next.innerHTML) {
      if (isTypedIn(part)) {
        all = false;
      } else {
        known.set(key, next.innerHTML);
        swap(part, next);
      }
    }
  }
  return all;
}

function isTypedIn(part) {
  return [...part.querySelectorAll("input:not([type=hidden]), textarea")].some(field => field.type !== "checkbox" && field.value !== field.defaultValue);
}

function swap(part, next) {
  const opened = [...part.querySelectorAll("details")].map(details => details.open);
  const focused = [...part.querySelectorAll("summary")].indexOf(document.activeElement);
  const held = part.contains(document.activeElement) ? document.activeElement.dataset.testid : undefined;
  const link = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  part.replaceChildren(...next.childNodes);
  part.querySelectorAll("details").forEach((details, i) => { details.open = opened[i] ?? false; });
  if (focused >= 0) {
    part.querySelectorAll("summary")[focused]?.focus();
  } else if (held) {
    part.querySelector(`[data-testid="${CSS.escape(held)}"]`)?.focus();
  }
  if (link) {
    part.querySelector(`a[href="${CSS.escape(link)}"]`)?.focus();
  }
}
