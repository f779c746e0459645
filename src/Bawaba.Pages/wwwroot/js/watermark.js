// The viewer's name and the time over a picture, so that a photo of the screen says whose screen it was. Used by snapshots
// and live video. It lies over the picture, not in it: it deters, it is no proof.
const renewMilliseconds = 10_000;
const repeats = 12;

/** An element to lay over a picture. */
export function watermark(viewer) {
  const veil = document.createElement("div");
  veil.className = "watermark";
  veil.setAttribute("aria-hidden", "true");
  const write = () => {
    const stamp = `${viewer} ${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
    veil.replaceChildren(...Array.from({ length: repeats }, () => {
      const mark = document.createElement("bdi");
      mark.textContent = stamp;
      return mark;
    }));
  };
  write();
  const timer = setInterval(() => veil.isConnected ? write() : clearInterval(timer), renewMilliseconds);
  return veil;
}
