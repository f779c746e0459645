// One row of the alert list: made once for an alert, then only what changed in it is written. Used by alert-list.js.
import { escalationText, kindSign, levelOf } from "./alert-kind.js";
import { t, word } from "./texts.js";
import { ageText, clockText, serverNow } from "./time.js";

const undecided = new Set(["Raised", "Answered", "FirstLook"]);

/** People still have something to decide. */
export function isOpen(alert) {
  return undecided.has(alert.state);
}

/** It may sound: new, nobody has answered, and it did not come late. */
export function rings(alert) {
  return alert.state === "Raised" && !alert.late;
}

/** It says more than what was known: another version, or under the same it has gone on to somebody. */
export function isNewer(alert, known) {
  return alert.version !== known.version
    ? alert.version > known.version
    : levelOf(alert.escalatedTo) > levelOf(known.escalatedTo) || (alert.slow && !known.slow);
}

export function makeRow(id) {
  const row = document.createElement("tr");
  row.id = `alert-${id}`;
  row.dataset.testid = "alert-row";
  row.dataset.alertId = id;
  row.tabIndex = -1;
  row.setAttribute("aria-selected", "false");
  for (const name of ["state", "hour", "age", "plate-cell", "place", "what"]) {
    row.insertCell().className = name;
  }
  return row;
}

export function writeRow(row, alert, places) {
  const [state, hour, , plate, place, what] = row.cells;
  row.dataset.state = alert.state;
  row.dataset.version = alert.version;
  row.dataset.open = isOpen(alert) ? "yes" : "no";
  row.dataset.late = alert.late ? "yes" : "no";
  row.dataset.kind = alert.kind;
  row.dataset.escalated = alert.escalatedTo;
  row.dataset.slow = alert.slow ? "yes" : "no";
  const badge = span("state-badge", word("alert-state", alert.state));
  badge.dataset.state = alert.state;
  state.replaceChildren(badge);
  if (alert.late) {
    state.append(span("badge warn", t("alert.late")));
  }
  if (escalationText(alert.escalatedTo)) {
    state.append(escalationBadge(alert.escalatedTo));
  }
  if (alert.slow) {
    state.append(span("badge warn", t("escalated.slow")));
  }
  hour.replaceChildren(leftToRight(clockText(alert.raisedAt), ""));
  plate.replaceChildren(alert.plate === null ? span("plate erased", t("plate.erased")) : leftToRight(alert.plate, "plate"));
  const gate = places[alert.gate];
  const lane = gate?.lanes[alert.lane] ?? alert.lane;
  place.replaceChildren(span("gate-name", gate?.name ?? alert.gate), small(`${lane} · ${word("direction", alert.direction)}`));
  const category = span("category", "");
  category.append(kindSign(alert.kind));
  what.replaceChildren(category, small(`${word("category", alert.category)} · ${word("action", alert.action)}`));
  writeAge(row, alert, serverNow());
}

export function writeAge(row, alert, now) {
  const text = ageText(now - alert.raisedAt);
  if (row.cells[2].textContent !== text) {
    row.cells[2].textContent = text;
  }
}

// One line in a narrow column; in words for who hears the page.
function escalationBadge(level) {
  const badge = span("badge bad", "");
  const shown = span("", `▲ ${word("role", level)}`);
  shown.setAttribute("aria-hidden", "true");
  badge.title = escalationText(level);
  badge.append(shown, span("unseen", escalationText(level)));
  return badge;
}

function span(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}

function small(text) {
  const element = document.createElement("small");
  element.textContent = text;
  return element;
}

function leftToRight(text, name) {
  const element = document.createElement("bdi");
  element.dir = "ltr";
  element.className = name;
  element.textContent = text;
  return element;
}
