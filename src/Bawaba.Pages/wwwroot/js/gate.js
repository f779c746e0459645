// A gate's page: pictures, and its states and counts as they change.
import "./snapshot.js";
import "./video.js";
import { renewParts } from "./live-parts.js";

const gate = document.querySelector("main").dataset.gate;
renewParts(change => (change.kind === "Gate" || change.kind === "Counts") && change.subject === gate);
