// Storing the document an entry rests on: the file goes to the center, its hash comes into the form. Used by the entry's form.
import { toSignIn } from "./calls.js";
import { t } from "./texts.js";

const [file, hash, status] = ["document-file", "sourceDocumentSha256", "document-status"].map((id) => document.getElementById(id));

file.addEventListener("change", async () => {
  if (!file.files[0]) {
    return;
  }
  status.textContent = t("document.storing");
  // A scan over a thin road takes its time.
  const response = await fetch("/api/watchlist/documents", { method: "POST", cache: "no-store", body: file.files[0] }).catch(() => null);
  if (response?.status === 401) {
    toSignIn();
    return;
  }
  if (!response?.ok) {
    status.textContent = t(response && (response.status === 422 || response.status === 413) ? "document.unfit" : "document.failed");
    return;
  }
  hash.value = (await response.json()).hash;
  status.textContent = t("document.stored");
});
