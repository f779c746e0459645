// <bawaba-alert-list data-places>: the newest alerts as hand-written keyed rows; a new alert writes one row and moves none.
// Stands in the room inside <bawaba-alert-workspace>. Sends "alert-chosen" (detail: id), "alert-new" (detail: alert) and
// "alerts-changed" (detail: sirens, open): sirens are the alerts that may sound, with the name of their gate.
// What was cut off and came late stands under a heading of its own with their number, and never sounds.
//
// For tests, stable:
//   [data-testid=alert-list]            aria-busy is false once the list is there; property lastUpsertMilliseconds
//   [data-testid=alert-row]             a row: id alert-<id>, data-alert-id, data-state, data-version, data-open, data-late (yes|no), data-kind, data-escalated, data-slow
//   its cells                           .state .hour .age .plate-cell (bdi.plate) .place .what
//   [data-testid=late-heading]          the heading of what came late; data-count
//   [data-testid=filter-all|filter-open|filter-late], [data-testid=sound] data-state off|on|blocked|muted, [data-testid=help|key-help]
//   [data-testid=chosen] > [data-testid=alert-card]  data-alert, data-version, data-state; crop, overview, card-state, card-gate,
//                                       card-category, card-action, remaining, card-message, timeline
//   answer, look-Same|Different|CannotTell, confirm, confirm-why, reject, close; ask-confirm/confirm-yes, ask-reject/reject-<reason>
//   [data-testid=heard] data-state waiting|live|frozen; <html data-frozen> while frozen
import { findAlerts, listAlerts } from "./alert-calls.js";
import { isNewer, isOpen, makeRow, rings, writeAge, writeRow } from "./alert-row.js";
import { live } from "./live.js";
import { t } from "./texts.js";
import { serverNow } from "./time.js";

// A row that comes moves all below it: what was decided long ago is not kept in the page.
const mostRows = 500;
const mostDecided = 100;
const retryMilliseconds = 2000;
const firstAskMilliseconds = 1500;
const freshSeconds = 3;

class AlertList extends HTMLElement {
  lastUpsertMilliseconds = 0;
  #entries = new Map();
  #order = [];
  #places = {};
  #bodies = [];
  #lateHeading;
  #note;
  #filter = "all";
  #chosen = null;
  #wanted = new Set();
  #listed = new Set();
  #fresh = new Map();
  #wantAll = true;
  #asking = false;

  connectedCallback() {
    this.#places = JSON.parse(this.dataset.places || "{}");
    this.#build();
    live.addEventListener("change", event => event.detail.kind === "Alert" && this.#want(event.detail));
    live.addEventListener("reload", () => this.#askForAll());
    setInterval(() => this.#writeAges(), 1000);
    // The connection's first word asks for the list, so nothing falls between the two; without a connection this does.
    setTimeout(() => this.getAttribute("aria-busy") === "true" && this.#askForAll(), firstAskMilliseconds);
  }

  get chosen() {
    return this.#chosen;
  }

  get filter() {
    return this.#filter;
  }

  set filter(name) {
    this.#filter = name;
    this.#order.forEach(entry => this.#applyFilter(entry));
    this.#sayHowMany();
  }

  /** Writes one alert into its row; an older version than the one shown is ignored. */
  upsert(alert) {
    const started = performance.now();
    let entry = this.#entries.get(alert.id);
    if (entry && !isNewer(alert, entry.alert)) {
      return;
    }
    const isNew = !entry;
    if (isNew) {
      entry = { row: makeRow(alert.id) };
      this.#entries.set(alert.id, entry);
    } else if (rank(entry.alert) !== rank(alert)) {
      this.#order.splice(this.#order.indexOf(entry), 1);
      entry.row.remove();
    }
    entry.alert = alert;
    writeRow(entry.row, alert, this.#places);
    this.#applyFilter(entry);
    if (!entry.row.isConnected) {
      this.#insert(entry);
    }
    this.lastUpsertMilliseconds = performance.now() - started;
    if (isNew && isOpen(alert) && this.getAttribute("aria-busy") === "false") {
      this.#greet(entry);
    }
  }

  choose(id, focus) {
    const entry = this.#entries.get(id);
    if (!entry) {
      return;
    }
    const before = this.#entries.get(this.#chosen)?.row;
    before?.setAttribute("aria-selected", "false");
    this.#order.forEach(other => { other.row.tabIndex = -1; });
    this.#chosen = id;
    entry.row.setAttribute("aria-selected", "true");
    entry.row.tabIndex = 0;
    entry.row.scrollIntoView({ block: "nearest" });
    if (focus) {
      entry.row.focus();
    }
    this.#send("alert-chosen", { id });
  }

  /** Moves the choice by one seen row up (-1) or down (1). */
  move(step) {
    const seen = this.#order.filter(entry => !entry.row.hidden);
    if (seen.length > 0) {
      const at = seen.findIndex(entry => entry.alert.id === this.#chosen);
      const next = at < 0 ? 0 : Math.min(seen.length - 1, Math.max(0, at + step));
      this.choose(seen[next].alert.id, true);
    }
  }

  /** Chooses the first that came late and waits for a decision. */
  chooseLate() {
    const first = this.#order.find(entry => rank(entry.alert) === 1 && !entry.row.hidden);
    if (first) {
      this.choose(first.alert.id, true);
    }
  }

  #build() {
    const table = document.createElement("table");
    table.className = "alert-table";
    table.setAttribute("role", "grid");
    table.setAttribute("aria-labelledby", "alerts-title");
    const head = table.createTHead().insertRow();
    const columns = { state: "state", hour: "time", age: "age", "plate-cell": "plate", place: "place", what: "category" };
    for (const [name, key] of Object.entries(columns)) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.className = name;
      cell.textContent = t(`alerts.column.${key}`);
      head.append(cell);
    }
    // To decide now, to decide and late, decided.
    this.#bodies = [table.createTBody(), table.createTBody(), table.createTBody()];
    table.addEventListener("click", event => this.#choose(event));
    this.#lateHeading = this.#bodies[1].insertRow();
    this.#lateHeading.className = "late-heading";
    this.#lateHeading.dataset.testid = "late-heading";
    this.#lateHeading.hidden = true;
    const heading = document.createElement("th");
    heading.scope = "rowgroup";
    // One column is left out where there is little room; a cell over all six would bring it back.
    heading.colSpan = Object.keys(columns).length - 1;
    this.#lateHeading.append(heading);
    this.#note = document.createElement("p");
    this.#note.className = "list-note";
    this.#note.setAttribute("role", "status");
    this.#note.textContent = t("alerts.loading");
    this.replaceChildren(table, this.#note);
  }

  #choose(event) {
    const row = event.target.closest("tr[data-alert-id]");
    if (row) {
      this.choose(row.dataset.alertId, true);
    }
  }

  #insert(entry) {
    let from = 0;
    let to = this.#order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comesBefore(entry.alert, this.#order[middle].alert)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    const next = this.#order[from];
    const place = rank(entry.alert);
    this.#bodies[place].insertBefore(entry.row, next && rank(next.alert) === place ? next.row : null);
    this.#order.splice(from, 0, entry);
    while (this.#order.length > mostRows || isDecided(this.#order.at(-1 - mostDecided))) {
      const last = this.#order.pop();
      this.#entries.delete(last.alert.id);
      last.row.remove();
    }
    if (this.#order.length === 1) {
      entry.row.tabIndex = 0;
    }
  }

  #greet(entry) {
    entry.row.classList.add("fresh");
    this.#fresh.set(entry.row, freshSeconds);
    this.#send("alert-new", { alert: entry.alert, gate: this.#places[entry.alert.gate]?.name ?? entry.alert.gate });
  }

  #applyFilter(entry) {
    const { alert, row } = entry;
    row.hidden = (this.#filter === "open" && !isOpen(alert)) || (this.#filter === "late" && !alert.late);
  }

  #want(change) {
    const known = this.#entries.get(change.subject)?.alert;
    if (!known || known.version < change.version || change.state === "Escalated") {
      this.#wanted.add(change.subject);
      this.#ask();
    }
  }

  #askForAll() {
    this.#wantAll = true;
    this.#ask();
  }

  // One asking at a time; what is heard meanwhile is asked for in the next round.
  async #ask() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    while (this.#wantAll || this.#wanted.size > 0) {
      const all = this.#wantAll;
      const ids = [...this.#wanted];
      this.#wantAll = false;
      this.#wanted.clear();
      try {
        if (all) {
          this.#takeAll(await listAlerts());
        }
        (await findAlerts(all ? this.#leftOut(ids) : ids)).forEach(alert => this.upsert(alert));
        this.#sayHowMany();
      } catch {
        this.#note.textContent = t("alerts.failed");
        this.#note.hidden = false;
        this.#wantAll = true;
        await new Promise(resume => setTimeout(resume, retryMilliseconds));
      }
    }
    this.#asking = false;
  }

  // What the lists did not bring: changes of older rows that were heard of, and rows that were decided while nothing was heard.
  #leftOut(ids) {
    const open = this.#order.filter(entry => isOpen(entry.alert) && !this.#listed.has(entry.alert.id)).map(entry => entry.alert.id);
    return [...new Set([...ids.filter(id => !this.#listed.has(id)), ...open])];
  }

  #takeAll(alerts) {
    this.#listed = new Set(alerts.map(alert => alert.id));
    alerts.forEach(alert => this.upsert(alert));
    this.setAttribute("aria-busy", "false");
  }

  #sayHowMany() {
    const seen = this.#order.some(entry => !entry.row.hidden);
    this.#note.hidden = seen;
    this.#note.textContent = seen ? "" : t("alerts.none");
    const alerts = this.#order.map(entry => entry.alert);
    this.#sayHowManyLate(alerts.filter(alert => rank(alert) === 1).length);
    this.#send("alerts-changed", {
      sirens: alerts.filter(rings).map(alert => ({ ...alert, gateName: this.#places[alert.gate]?.name ?? alert.gate })),
      open: alerts.filter(alert => isOpen(alert) && !alert.late).length,
    });
  }

  #sayHowManyLate(count) {
    this.#lateHeading.hidden = count === 0;
    this.#lateHeading.dataset.count = count;
    const text = t("alerts.late-heading", count);
    if (this.#lateHeading.cells[0].textContent !== text) {
      this.#lateHeading.cells[0].textContent = text;
    }
  }

  #writeAges() {
    const now = serverNow();
    this.#order.forEach(({ row, alert }) => row.hidden || writeAge(row, alert, now));
    for (const [row, seconds] of this.#fresh) {
      if (seconds > 0) {
        this.#fresh.set(row, seconds - 1);
      } else {
        row.classList.remove("fresh");
        this.#fresh.delete(row);
      }
    }
  }

  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

// What waits for a decision stands above what came late, and that above what was decided; within each, the newest first.
function rank(alert) {
  return !isOpen(alert) ? 2 : alert.late ? 1 : 0;
}

function isDecided(entry) {
  return entry !== undefined && rank(entry.alert) === 2;
}

function comesBefore(a, b) {
  return rank(a) !== rank(b) ? rank(a) < rank(b) : a.raisedAt !== b.raisedAt ? a.raisedAt > b.raisedAt : a.id > b.id;
}

customElements.define("bawaba-alert-list", AlertList);
