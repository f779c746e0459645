// A paper's page: the button that prints it.
document.querySelector("[data-print]")?.addEventListener("click", () => print());
