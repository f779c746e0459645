// Passkeys: making one, and having one approve. Used by the pages of approvers. Promises: the browser is asked only after a
// person pressed a button; what is signed is what the center asked for; what went wrong is said in words.
import { call } from "./calls.js";
import { t, word } from "./texts.js";

const status = document.querySelector("[data-approval-status]");

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-passkey-add], button[data-approve]");
  if (button) {
    run(button, button.hasAttribute("data-passkey-add") ? add : approve);
  }
});

async function run(button, act) {
  button.disabled = true;
  say("busy", t("approval.busy"));
  try {
    await act(button);
    location.reload();
  } catch (fault) {
    say("bad", word("approval-word", fault.message));
    button.disabled = false;
  }
}

async function add(button) {
  const label = document.getElementById(button.dataset.passkeyAdd).value;
  const question = await post("/api/passkeys/ask");
  const made = await ask(() => navigator.credentials.create({
    publicKey: {
      challenge: bytes(question.challenge),
      rp: { id: question.host, name: t("product") },
      user: { id: bytes(question.user), name: question.userName, displayName: question.userName },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      excludeCredentials: question.known.map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
      attestation: "none",
    },
  }));
  await post("/api/passkeys", {
    id: question.id, label, attestation: base64(made.response.attestationObject), clientData: base64(made.response.clientDataJSON),
  });
}

async function approve(button) {
  const boxes = [...document.querySelectorAll(button.dataset.from ?? "none")];
  const ids = boxes.filter((box) => box.checked).map((box) => box.value);
  if (button.dataset.from && ids.length === 0) {
    throw new Error("nothing-chosen");
  }
  const question = await post(button.dataset.approve, button.dataset.from ? ids : undefined);
  const signed = await ask(() => navigator.credentials.get({
    publicKey: {
      challenge: bytes(question.challenge),
      rpId: question.host,
      allowCredentials: question.credentials.map((id) => ({ type: "public-key", id: bytes(id) })),
      userVerification: "required",
    },
  }));
  await post(button.dataset.answer, {
    id: question.id,
    credential: base64(signed.rawId),
    authenticatorData: base64(signed.response.authenticatorData),
    clientData: base64(signed.response.clientDataJSON),
    signature: base64(signed.response.signature),
  });
}

async function ask(browser) {
  if (!navigator.credentials) {
    throw new Error("no-host-name");
  }
  try {
    return await browser();
  } catch {
    // The person said no, or the device has none that counts: browsers do not tell which.
    throw new Error("cancelled");
  }
}

async function post(url, body) {
  const response = await call(url, {
    method: "POST",
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const words = { 403: "not-allowed", 404: "gone", 422: "passkey-unfit", 503: "unavailable" };
  throw new Error(response.status === 409 ? (await response.json()).why : (words[response.status] ?? "unavailable"));
}

function say(state, text) {
  status.dataset.state = state;
  status.textContent = text;
}

function bytes(base64Url) {
  return Uint8Array.from(atob(base64Url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

function base64(buffer) {
  const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
