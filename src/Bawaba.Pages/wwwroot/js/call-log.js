// The phone and radio log: entries as they come, and a form that stands a bad link and a page that is left.
import "./page-keys.js";
import { keepDrafts } from "./form-drafts.js";
import { keepForms } from "./kept-forms.js";
import { renewParts, showParts } from "./live-parts.js";

// Two people who take calls side by side see each other's within a second.
const often = 400;
keepDrafts();
keepForms(showParts);
renewParts(change => change.kind === "Call" || change.kind === "Incident", { leastMilliseconds: often });

// Whoever came by the key from another page writes at once.
if (location.hash === "#channel") {
  document.getElementById("channel")?.focus();
}
