// An incident's page: parts as they change, and forms that stand a bad link.
import "./page-keys.js";
import { keepForms } from "./kept-forms.js";
import { renewParts, showParts } from "./live-parts.js";
import { isUnitStep } from "./unit-steps.js";

// Whoever leads an incident sees each step within a second.
const often = 400;

const number = document.querySelector("main").dataset.incident;
keepForms(showParts);
renewParts(change => (change.kind === "Incident" && change.subject === number) || isUnitStep(change) || change.kind === "List", { leastMilliseconds: often });
