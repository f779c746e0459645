// The phone and radio log: entries as they come, and a form that stands a bad link.
import "./page-keys.js";
import { keepForms } from "./kept-forms.js";
import { renewParts, showParts } from "./live-parts.js";

// Two people who take calls side by side see each other's within a second.
const often = 400;
keepForms(showParts);
renewParts(change => change.kind === "Call" || change.kind === "Incident", { leastMilliseconds: often });
