// The list of sounds in the key help: each is heard when its button is pressed, so that people learn them before they need them.
import { Tone } from "./tone.js";

const tone = new Tone();

document.addEventListener("click", async event => {
  const kind = event.target.closest?.("[data-hear]")?.dataset.hear;
  if (kind) {
    await tone.begin();
    tone.play(kind);
    event.target.closest("[data-hear]").dataset.heard = "yes";
  }
});
