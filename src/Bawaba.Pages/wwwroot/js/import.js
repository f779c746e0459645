// An import of entries: sends the file, shows how far it is, and every fault with its row. Used by the import's page alone.
import { toSignIn } from "./calls.js";
import { t, word } from "./texts.js";

const [file, button, status, progress, faults] = ["file", "import", "import-status", "import-progress", "import-faults"].map((id) => document.getElementById(id));

button.addEventListener("click", async () => {
  const chosen = file.files[0];
  if (!chosen) {
    say("bad", t("import.none"));
    return;
  }
  button.disabled = true;
  faults.hidden = true;
  progress.hidden = false;
  try {
    // A long file takes longer than other calls: it has no limit but the person's patience.
    const response = await fetch("/api/watchlist/import", { method: "POST", cache: "no-store", body: chosen, headers: { "Content-Type": "application/octet-stream" } });
    if (response.status === 401) {
      toSignIn();
      return;
    }
    if (!response.ok) {
      throw new Error(response.status === 413 ? "too-long" : "not-allowed");
    }
    await follow(response.body.pipeThrough(new TextDecoderStream()).getReader());
  } catch (fault) {
    say("bad", word("import-word", fault.message));
  } finally {
    progress.hidden = true;
    button.disabled = false;
  }
});

async function follow(reader) {
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      show(JSON.parse(line));
    }
    if (done) {
      return;
    }
  }
}

function show(line) {
  if (line.why) {
    throw new Error(line.why);
  }
  if (!line.report) {
    progress.max = Math.max(1, line.of);
    progress.value = line.read;
    say("busy", t("import.reading", line.read, line.of));
    return;
  }
  const { rows, kept, faultyRows, faults: found } = line.report;
  if (kept > 0) {
    say("good", t("import.kept", kept));
    return;
  }
  say("bad", t("import.faulty", rows, faultyRows));
  const body = faults.tBodies[0];
  body.replaceChildren(...found.map((fault) => {
    const row = document.createElement("tr");
    for (const text of [fault.row || "–", word("draft-field", fault.field), word("draft-word", fault.word)]) {
      row.insertCell().textContent = text;
    }
    return row;
  }));
  faults.hidden = false;
}

function say(state, text) {
  status.dataset.state = state;
  status.textContent = text;
}
