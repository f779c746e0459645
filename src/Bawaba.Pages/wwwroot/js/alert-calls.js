// What the alert work asks of the center, and what its answers are called here. The only module that knows the wire.
import { call } from "./calls.js";

const newest = 200;

/** { seq, alerts } with the newest alerts. */
export async function listAlerts() {
  const response = await call(`/api/alerts?limit=${newest}`);
  if (!response.ok) {
    throw new Error(`alerts: ${response.status}`);
  }
  const body = await response.json();
  return { seq: body.seq, alerts: body.alerts.map(fromWire) };
}

/** One alert, or null where it is gone or not allowed. */
export async function findAlert(id) {
  const response = await call(`/api/alerts/${id}`);
  return response.ok ? fromWire(await response.json()) : null;
}

/** Does a step with the version that was looked at. Resolves to null when it was done, else to { key, status } of what to say. */
export async function act(address, version, verb, value) {
  const body = verb === "first-look" ? { verdict: value } : verb === "reject" ? { reason: value } : {};
  let response;
  try {
    response = await call(`${address}/${verb}`, {
      method: "POST",
      headers: { "If-Match": `"${version}"`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { key: "result.unreachable" };
  }
  if (response.ok) {
    return null;
  }
  const said = await response.json().catch(() => ({}));
  return { key: keys[said.code] ?? byStatus(response.status), status: response.status };
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
    category: alert.entry.category,
    action: alert.entry.permittedAction,
    raisedAt: Date.parse(alert.raisedAt),
  };
}
