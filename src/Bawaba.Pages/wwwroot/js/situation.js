// The situation sheet's page: prints on a press, and where somebody has switched it on at this desk, each full hour, after it has renewed itself.
// Promises: what is printed by itself is of the hour that has begun; where the center does not answer nothing old is printed, the page says so
// and tries again; one sheet an hour.
import { toSignIn } from "./calls.js";
import { t } from "./texts.js";
import { hearServerTime, serverNow } from "./time.js";

const hourMilliseconds = 3_600_000;
const againMilliseconds = 15_000;
const limitMilliseconds = 8000;
const place = "bawaba-situation-hourly";
const hourly = document.querySelector("[data-hourly]");
const word = document.querySelector("[data-hourly-word]");

let hour = hourNow();
let notBefore = 0;
let busy = false;

hourly.checked = localStorage.getItem(place) === "on";
hourly.addEventListener("change", () => {
  localStorage.setItem(place, hourly.checked ? "on" : "off");
  // An hour that passed while it was off is not made up for.
  hour = hourNow();
  show();
});
document.querySelector("[data-print]").addEventListener("click", () => print());
setInterval(tick, 1000);
show();

async function tick() {
  if (busy || !hourly.checked || hourNow() <= hour || performance.now() < notBefore) {
    return;
  }
  busy = true;
  const made = await renew();
  if (made > hour) {
    hour = made;
    show();
    await document.fonts.ready;
    print();
  } else if (made === 0) {
    notBefore = performance.now() + againMilliseconds;
    say(t("situation.not-renewed"), true);
  }
  busy = false;
}

// The hour of the sheet that is shown now; 0 where the center did not answer. A browser whose clock runs ahead asks before the hour: what it gets
// is of the hour before and is not printed.
async function renew() {
  try {
    const response = await fetch(location.pathname, { cache: "no-store", headers: { Accept: "text/html" }, signal: AbortSignal.timeout(limitMilliseconds) });
    if (response.redirected && new URL(response.url).pathname === "/sign-in") {
      toSignIn();
      return 0;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.querySelector("[data-sheet]");
    if (!response.ok || !next) {
      return 0;
    }
    hearServerTime(Date.parse(page.querySelector("bawaba-clock")?.dataset.now));
    document.querySelector("[data-sheet]").replaceWith(next);
    return Math.floor(Date.parse(next.dataset.made) / hourMilliseconds);
  } catch {
    return 0;
  }
}

function hourNow() {
  return Math.floor(serverNow() / hourMilliseconds);
}

function show() {
  say(t(hourly.checked ? "situation.hourly-on" : "situation.hourly-off"), false);
}

function say(text, bad) {
  word.textContent = text;
  word.classList.toggle("bad", bad);
}
