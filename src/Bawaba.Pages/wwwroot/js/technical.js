// Technical alarms of the room: a gate that is cut off. Somebody says that they know; it is the same for every screen.
import { call } from "./calls.js";

document.querySelector(".technical-alarms")?.addEventListener("click", async event => {
  const gate = event.target.closest("[data-cut-off-seen]")?.dataset.cutOffSeen;
  if (gate) {
    event.target.disabled = true;
    // The part is drawn again when the center has taken it; where it has not, the button is there again.
    await call(`/api/gates/${gate}/cut-off/seen`, { method: "POST" }).catch(() => {});
    event.target.disabled = false;
  }
});
