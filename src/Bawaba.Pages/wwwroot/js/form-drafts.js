// What somebody has begun to write into a form marked data-draft is kept in this browser until the center has it, over reloads, other pages and a
// browser that ends. Used by the call log. Promises: kept apart by account, gone when it was sent, discarded, signed out over, or half a day old;
// the form's id is kept with it, so that what was sent and not answered is one entry when it is sent again.
// For tests: the form's data-draft-state is none or kept.
import { clockText } from "./time.js";

const prefix = "bawaba-draft/";
const keptMilliseconds = 12 * 3_600_000;

/** Looks after every such form of the page. */
export function keepDrafts() {
  sweep(draft => Date.now() - draft.at >= keptMilliseconds);
  document.querySelectorAll("form[data-draft]").forEach(begin);
  document.addEventListener("submit", event => event.target.matches('form[action="/sign-out"]') && sweep(() => true));
}

function begin(form) {
  const place = prefix + form.dataset.draft;
  restore(form, read(place));
  form.addEventListener("input", () => write(form, place));
  form.addEventListener("kept-sent", () => forget(form, place));
  form.addEventListener("kept-refused", event => {
    // Where the form's id is used up, the answer has another.
    const next = event.detail.querySelector(`form[data-draft="${CSS.escape(form.dataset.draft)}"]`)?.elements[form.dataset.keptId];
    if (next) {
      form.elements[form.dataset.keptId].value = next.value;
      write(form, place);
    }
  });
  form.querySelector("[data-draft-discard]")?.addEventListener("click", () => {
    // What was begun may have reached the center without an answer: what comes next is another entry.
    form.reset();
    const id = form.elements[form.dataset.keptId];
    if (id) {
      id.value = crypto.randomUUID().replaceAll("-", "");
    }
    forget(form, place);
  });
}

// What a refused form shows is newer than what was kept of it.
function restore(form, draft) {
  form.dataset.draftState = draft ? "kept" : "none";
  if (!draft || isBegun(form)) {
    return;
  }
  for (const field of fieldsOf(form)) {
    const value = draft.fields[field.name];
    if (value !== undefined && field.type === "checkbox") {
      field.checked = value;
    } else if (value !== undefined && !(field.matches("select") && ![...field.options].some(option => option.value === value))) {
      field.value = value;
    }
  }
  const note = form.querySelector("[data-draft-note]");
  if (note) {
    note.querySelector("[data-draft-at]").textContent = clockText(draft.at);
    note.hidden = false;
  }
}

function write(form, place) {
  if (!isBegun(form)) {
    forget(form, place);
    return;
  }
  const fields = Object.fromEntries(fieldsOf(form).map(field => [field.name, field.type === "checkbox" ? field.checked : field.value]));
  try {
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields }));
    form.dataset.draftState = "kept";
  } catch {
    // No room or not allowed: the form still has it while the page is open.
  }
}

function forget(form, place) {
  localStorage.removeItem(place);
  form.dataset.draftState = "none";
  const note = form.querySelector("[data-draft-note]");
  if (note) {
    note.hidden = true;
  }
}

function read(place) {
  try {
    const draft = JSON.parse(localStorage.getItem(place));
    return draft && typeof draft.at === "number" && draft.fields ? draft : null;
  } catch {
    return null;
  }
}

function sweep(gone) {
  for (const place of Object.keys(localStorage).filter(key => key.startsWith(prefix))) {
    const draft = read(place);
    if (!draft || gone(draft)) {
      localStorage.removeItem(place);
    }
  }
}

function fieldsOf(form) {
  return [...form.elements].filter(field => field.name && !field.matches("button"));
}

// Somebody has written words; a choice alone is no draft.
function isBegun(form) {
  return [...form.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea")].some(field => field.value.trim() !== "");
}
