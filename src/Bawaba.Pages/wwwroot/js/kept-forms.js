// Forms marked data-kept stand a bad link: they are sent by this module, what was typed stays until the center has it, and a try whose answer
// was lost is made again with the same id. Used by an incident's page. Promises: in order, one at a time; nothing typed is lost while the page
// is open; what the center refuses is shown where the form stands.
// For tests: the form's data-kept is empty, sending, waiting or refused.
import { toSignIn } from "./calls.js";
import { t } from "./texts.js";

const limitMilliseconds = 6000;
const waitsMilliseconds = [500, 1000, 2000, 4000];

/** Looks after every form of the page, also of parts that are drawn later. */
export function keepForms(sent) {
  document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-kept]");
    if (form) {
      event.preventDefault();
      if (form.dataset.kept !== "sending" && form.dataset.kept !== "waiting") {
        send(form, new URLSearchParams(new FormData(form, event.submitter)), sent);
      }
    }
  });
}

async function send(form, body, sent) {
  for (let tries = 0; ; tries++) {
    say(form, "sending", tries === 0 ? "" : t("kept.sending"));
    const response = await fetch(form.action, { method: "POST", body, cache: "no-store", signal: AbortSignal.timeout(limitMilliseconds) }).catch(() => null);
    if (response?.status === 401 || (response?.redirected && new URL(response.url).pathname === "/sign-in")) {
      toSignIn();
      return;
    }
    if (response && response.status < 500) {
      await take(form, response, sent);
      return;
    }
    say(form, "waiting", t("kept.waiting"));
    await new Promise(resume => setTimeout(resume, waitsMilliseconds[Math.min(tries, waitsMilliseconds.length - 1)]));
  }
}

async function take(form, response, sent) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!response.ok) {
    form.dispatchEvent(new CustomEvent("kept-refused", { detail: page }));
    say(form, "refused", page.querySelector(".message.bad, main h1")?.textContent.trim() ?? t("kept.refused"));
    return;
  }
  say(form, "", "");
  form.dispatchEvent(new Event("kept-sent"));
  form.reset();
  const id = form.querySelector(`input[name="${form.dataset.keptId}"]`);
  if (id) {
    id.value = crypto.randomUUID().replaceAll("-", "");
  }
  sent(page);
}

function say(form, state, text) {
  form.dataset.kept = state;
  let word = form.querySelector(".kept-word");
  if (!word) {
    word = document.createElement("p");
    word.className = "kept-word message";
    word.setAttribute("role", "status");
    form.append(word);
  }
  word.hidden = text === "";
  word.classList.toggle("bad", state === "refused");
  word.textContent = text;
}
