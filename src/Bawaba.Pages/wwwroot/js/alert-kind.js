// What calls for somebody, the gravest first, and to whom an alert that waits has gone on. Used by rows, list, siren and sound.
import { t, word } from "./texts.js";

const kinds = ["Kidnapping", "UnitOverdue", "Arrest", "Stop", "Welfare", "Identity"];
const levels = ["Operator", "Supervisor", "Commander"];

/** 0 is the gravest. */
export function gravity(kind) {
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.length : at;
}

/** 0 operator, 1 supervisor, 2 commander. */
export function levelOf(name) {
  return Math.max(0, levels.indexOf(name));
}

/** The sign of a kind: a shape of its own and its word, never colour alone. */
export function kindSign(kind) {
  const sign = document.createElement("span");
  sign.className = "kind-sign";
  sign.dataset.kind = kind;
  const shape = document.createElement("span");
  shape.className = "kind-shape";
  shape.setAttribute("aria-hidden", "true");
  sign.append(shape, word("alert-kind", kind));
  return sign;
}

/** "Gone on to the supervisor"; empty while it is the operator's. */
export function escalationText(name) {
  return levelOf(name) === 0 ? "" : t(`escalated.${name}`);
}
