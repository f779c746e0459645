// The list of incidents, and the form of a new one.
import "./page-keys.js";
import { renewParts } from "./live-parts.js";

// Whoever leads an incident sees each step within a second.
const often = 400;

renewParts(change => change.kind === "Incident" || change.kind === "List", { leastMilliseconds: often });
