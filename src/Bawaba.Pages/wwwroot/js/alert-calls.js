// What the alert work asks of the center, and what its answers are called here. The only module that knows the wire.
// Promises: a step whose answer was lost on the way is asked for again with the version that was looked at; the center knows
// its own step again, so it is done once.
import { call } from "./calls.js";

const newest = 200;
const mostOpen = 500;
const mostTogether = 100;
const tryMilliseconds = 4000;
// As long as a network is usually cut: the step waits on the screen, and says so.
const patienceMilliseconds = 180_000;
const pausesMilliseconds = [500, 1000, 2000];

/** The newest alerts, and all that wait for a decision, however many newer ones were decided. */
export async function listAlerts() {
  const lists = await Promise.all([ask(`/api/alerts?undecided=true&limit=${mostOpen}`), ask(`/api/alerts?limit=${newest}`)]);
  return lists.flat();

  async function ask(url) {
    const response = await call(url);
    if (!response.ok) {
      throw new Error(`alerts: ${response.status}`);
    }
    return (await response.json()).alerts.map(fromWire);
  }
}

/** These alerts; what is gone or not allowed is left out. */
export async function findAlerts(ids) {
  const found = [];
  for (let from = 0; from < ids.length; from += mostTogether) {
    const response = await call(`/api/alerts?${ids.slice(from, from + mostTogether).map(id => `id=${id}`).join("&")}`);
    if (!response.ok && response.status !== 404) {
      throw new Error(`alerts: ${response.status}`);
    }
    found.push(...(response.ok ? (await response.json()).alerts.map(fromWire) : []));
  }
  return found;
}

/** The alerts that call for somebody: id, version, gate, kind, escalatedTo, raisedAt; no plates. */
export async function listCalling() {
  const response = await call("/api/alerts/calling");
  if (!response.ok) {
    throw new Error(`calling: ${response.status}`);
  }
  return (await response.json()).map(alert => ({ ...alert, raisedAt: Date.parse(alert.raisedAt) }));
}

/** { crops, clip }: the instants of an alert's further pictures; null where the center does not say. */
export async function listFrames(address) {
  const response = await call(`${address}/frames`);
  return response.ok ? await response.json() : null;
}

/**
 * Does a step with the version that was looked at. Resolves to null when it was done, else to { key, status } of what to say.
 * waits() is called each time the server did not answer and it will be asked again.
 */
export async function act(address, version, verb, value, waits = () => {}) {
  const body = verb === "first-look" ? { verdict: value } : verb === "reject" ? { reason: value } : {};
  const response = await ask(`${address}/${verb}`, version, body, waits);
  if (response === null) {
    return { key: "result.unreachable" };
  }
  if (response.ok) {
    return null;
  }
  const said = await response.json().catch(() => ({}));
  return { key: keys[said.code] ?? byStatus(response.status), status: response.status };
}

// The network may be cut before the step, or between the step and its answer: here nobody can know which.
async function ask(url, version, body, waits) {
  const began = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      const response = await call(url, {
        method: "POST",
        headers: { "If-Match": `"${version}"`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(tryMilliseconds),
      });
      if (response.status !== 502 && response.status !== 504) {
        return response;
      }
    } catch {
      // Asked again below.
    }
    if (performance.now() - began > patienceMilliseconds) {
      return null;
    }
    waits();
    await new Promise(resume => setTimeout(resume, pausesMilliseconds[Math.min(tries, pausesMilliseconds.length - 1)]));
  }
}

const keys = {
  stale: "result.stale",
  "already-closed": "result.closed",
  "out-of-order": "result.out-of-order",
  "same-account": "result.same-account",
  "entry-ended": "result.entry-ended",
};

function byStatus(status) {
  switch (status) {
    case 409: case 412: return "result.stale";
    case 403: return "result.not-allowed";
    case 503: return "result.audit";
    default: return "result.failed";
  }
}

function fromWire(alert) {
  return {
    id: alert.id,
    version: alert.version,
    state: alert.state,
    gate: alert.gate,
    lane: alert.lane,
    direction: alert.direction,
    plate: alert.plate ?? null,
    late: alert.late === true,
    kind: alert.kind,
    category: alert.entry.category,
    action: alert.entry.permittedAction,
    escalatedTo: alert.escalatedTo,
    slow: Boolean(alert.slowAt),
    raisedAt: Date.parse(alert.raisedAt),
  };
}
