// One key for a control marked data-key: a link is followed, a field gets the focus, a button is pressed. Used by pages of their own keys.
// Promises: never while somebody types, never with a modifier; the key counts by its place, so that it is the same on an Arabic keyboard.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]")) {
    return;
  }
  const control = document.querySelector(`[data-key="${CSS.escape(event.code.replace(/^Key/, "").toLowerCase())}"]`);
  if (control?.checkVisibility()) {
    event.preventDefault();
    control.matches("input, textarea, select") ? control.focus() : control.click();
  }
});

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) {
    event.target.form?.requestSubmit(event.target.form.querySelector("button[type=submit]"));
  }
});
