// The room: gates, their schematic and the alert work, as they change.
import "./alert-list.js";
import "./alert-workspace.js";
import "./page-keys.js";
import "./siren.js";
import "./sound.js";
import "./technical.js";
import { renewParts } from "./live-parts.js";
import { isUnitStep } from "./unit-steps.js";

renewParts(change => change.kind === "Gate" || change.kind === "Counts" || change.kind === "Alert" || change.kind === "List" || change.kind === "Incident" || isUnitStep(change));
