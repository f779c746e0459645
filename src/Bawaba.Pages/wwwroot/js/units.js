// The room's units, and one unit's page: parts renewed as units change, ages that run by themselves.
import "./age.js";
import { renewParts } from "./live-parts.js";

renewParts(change => change.kind === "Unit", { leastMilliseconds: 400 });
