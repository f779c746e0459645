// The officer's page at the gate: asks the gate for the board twice a second, rings until a hit is answered, sends acts.
// For tests: data-heard on the body counts answers; #hits articles carry data-unanswered and
// data-shown-at (this browser's clock when a hit came); #sound data-rung counts tones.
import { t } from "./texts.js";
import { hearServerTime } from "./time.js";
import { Tone } from "./tone.js";
import { outbox } from "./officer-outbox.js";
import "./officer-lanes.js";

const everyMilliseconds = 500;
const limitMilliseconds = 4000;
const lostAfterMilliseconds = 5000;
const ringEveryMilliseconds = 5000;
const tone = new Tone();
const sound = document.querySelector("#sound");
const lost = document.querySelector("#lost");
const unsent = document.querySelector("#unsent");
const title = document.title;
let heardAt = performance.now();
let heard = 0;
let rung = 0;
let known = new Set(keys());

function keys() {
  return [...document.querySelectorAll("#hits [data-unanswered=yes]")].map(hit => hit.dataset.key);
}

// Each piece is replaced only when it differs, so that a finger on a button does not lose it.
function swap(page) {
  const next = page.querySelector("#standing");
  const strip = document.querySelector("#standing");
  if (next.outerHTML !== strip.outerHTML) {
    strip.replaceWith(next);
  }
  const hits = document.querySelector("#hits");
  const wanted = [...page.querySelectorAll("#hits > [data-key]")];
  const old = new Map([...hits.querySelectorAll(":scope > [data-key]")].map(hit => [hit.dataset.key, hit]));
  let before = hits.querySelector("h2");
  for (const hit of wanted) {
    const same = old.get(hit.dataset.key);
    old.delete(hit.dataset.key);
    const shown = same?.dataset.served === hit.outerHTML ? same : hit;
    if (shown === hit) {
      hit.dataset.served = hit.outerHTML;
      hit.dataset.shownAt = same?.dataset.shownAt ?? new Date().toISOString();
      same?.remove();
    }
    if (before.nextElementSibling !== shown) {
      before.after(shown);
    }
    before = shown;
  }
  old.forEach(hit => hit.remove());
  pending();
}

// What was pressed and has not arrived is shown as pressed.
function pending() {
  for (const hit of document.querySelectorAll("#hits article")) {
    const waiting = outbox.has(`/hits/${hit.dataset.passage}/${hit.dataset.entry}/`);
    hit.toggleAttribute("data-pending", waiting);
    hit.querySelectorAll("button").forEach(button => { button.disabled = waiting; });
  }
  unsent.hidden = outbox.size === 0;
  if (outbox.size > 0) {
    unsent.textContent = t("officer.unsent", outbox.size);
  }
}

async function renew() {
  try {
    const response = await fetch("/board", { cache: "no-store", signal: AbortSignal.timeout(limitMilliseconds) });
    if (response.status === 401) {
      location.assign("/sign-in");
      return;
    }
    if (!response.ok) {
      return;
    }
    const text = await response.text();
    hearServerTime(Date.parse(response.headers.get("date")));
    swap(new DOMParser().parseFromString(text, "text/html"));
    heardAt = performance.now();
    document.body.dataset.heard = ++heard;
    await outbox.send();
    pending();
    signal();
  } catch {
    // The link is gone: the line below says so, and the next second tries again.
  }
}

function say() {
  const silent = performance.now() - heardAt;
  lost.hidden = silent < lostAfterMilliseconds;
  document.documentElement.toggleAttribute("data-frozen", !lost.hidden);
  if (!lost.hidden) {
    lost.textContent = t("officer.lost", Math.floor(silent / 1000));
  }
}

function signal() {
  const now = keys();
  document.title = now.length > 0 ? `(${now.length}) ${title}` : title;
  if (now.some(key => !known.has(key))) {
    ring();
  }
  known = new Set(now);
}

function ring() {
  if (tone.running) {
    tone.ring();
    sound.dataset.rung = ++rung;
  }
}

function showSound() {
  sound.dataset.state = tone.running ? "on" : "blocked";
  sound.querySelector("button").textContent = t(tone.running ? "sound.on" : "sound.blocked");
}

async function touch() {
  await tone.begin();
  showSound();
}

document.addEventListener("click", event => {
  const button = event.target.closest("#hits button[data-act]");
  const hit = button?.closest("article");
  if (hit) {
    outbox.add(`/hits/${hit.dataset.passage}/${hit.dataset.entry}/${button.dataset.act}`, button.dataset.verdict ?? "");
    pending();
    renew();
  }
});
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, () => tone.running || touch());
}
sound.addEventListener("click", async () => {
  await touch();
  ring();
});

// A typed plate is never kept: without a link it is not sent later, it is typed again.
document.querySelector("#type").addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.target;
  const answer = document.querySelector("#type-answer");
  const body = new URLSearchParams(new FormData(form));
  body.set("account", document.body.dataset.account);
  form.elements.plate.value = "";
  answer.textContent = "";
  try {
    const response = await fetch("/type", {
      method: "POST", body, headers: { "Idempotency-Key": crypto.randomUUID() }, signal: AbortSignal.timeout(limitMilliseconds),
    });
    const said = response.ok || response.status === 503 ? await response.text() : "NotSent";
    answer.dataset.answer = said;
    answer.textContent = t(`officer-answer.${said}`);
    renew();
  } catch {
    answer.dataset.answer = "NotSent";
    answer.textContent = t("officer-answer.NotSent");
  }
});

document.querySelectorAll("#hits > [data-key]").forEach(hit => { hit.dataset.served = hit.outerHTML; });
outbox.changed = pending;
pending();
showSound();
setInterval(say, 250);
setInterval(() => keys().length > 0 && ring(), ringEveryMilliseconds);
(async () => {
  for (;;) {
    await renew();
    await new Promise(resume => setTimeout(resume, everyMilliseconds));
  }
})();
