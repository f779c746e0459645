// Fields for a file, in the page's language: a browser writes its own words on its own button. The field itself stays, reached by the keyboard and
// read by assistive technology; what is seen is its label as a button and the chosen file's name. Used by every page (frame.js) and
// by gates' pages; without it the browser's own field is there.
import { t } from "./texts.js";

for (const field of document.querySelectorAll("input[type=file]")) {
  const button = document.createElement("span");
  button.className = "button file-button";
  button.setAttribute("aria-hidden", "true");
  button.textContent = t("file.choose");
  const name = document.createElement("bdi");
  name.className = "quiet file-name";
  const show = () => name.textContent = field.files[0]?.name ?? t("file.none");
  const shown = document.createElement("label");
  shown.className = "file-field";
  field.id ||= crypto.randomUUID();
  shown.htmlFor = field.id;
  shown.append(button, name);
  field.classList.add("file-input");
  field.after(shown);
  field.addEventListener("change", show);
  // A file may be dropped on it too, as on the browser's own.
  shown.addEventListener("dragover", event => event.preventDefault());
  shown.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  field.form?.addEventListener("reset", () => setTimeout(show));
  show();
}
