// The lanes' newest pictures, one a second, drawn into a canvas with the viewer's name and the time across them, kept
// nowhere. For tests: data-state is waiting, fresh, old or none.
import { t } from "./texts.js";
import { serverNow, clockText } from "./time.js";

const everyMilliseconds = 1000;
const withoutPictureMilliseconds = 3000;
const limitMilliseconds = 4000;
const oldAfterSeconds = 5;
const viewer = document.body.dataset.viewer;

function draw(canvas, bitmap) {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const pen = canvas.getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const text = `${viewer} · ${clockText(serverNow())}`;
  pen.font = `600 ${Math.round(bitmap.height / 16)}px "Plex Arabic", "Plex Latin", sans-serif`;
  pen.textAlign = "center";
  pen.translate(bitmap.width / 2, bitmap.height / 2);
  pen.rotate(-Math.PI / 8);
  for (const place of [-0.34, 0, 0.34]) {
    pen.lineWidth = 3;
    pen.strokeStyle = "rgb(0 0 0 / 50%)";
    pen.fillStyle = "rgb(255 255 255 / 55%)";
    pen.strokeText(text, 0, bitmap.height * place);
    pen.fillText(text, 0, bitmap.height * place);
  }
}

async function watch(place) {
  const canvas = place.querySelector("canvas");
  const age = place.querySelector(".age");
  let shownAt = null;
  let why = "snapshot.waiting";
  setInterval(() => {
    const seconds = shownAt === null ? 0 : Math.floor((performance.now() - shownAt) / 1000);
    const old = seconds >= oldAfterSeconds;
    place.dataset.state = shownAt === null ? (why === "snapshot.waiting" ? "waiting" : "none") : old ? "old" : "fresh";
    age.textContent = shownAt === null ? t(why) : old ? t("snapshot.old", seconds) : t("snapshot.age", seconds);
  }, 250);
  for (;;) {
    if (document.visibilityState === "visible") {
      try {
        const response = await fetch(`/cameras/${place.dataset.camera}/picture`, { cache: "no-store", signal: AbortSignal.timeout(limitMilliseconds) });
        why = response.ok ? null : response.status === 404 ? "snapshot.none" : "snapshot.unreachable";
        if (response.ok) {
          const bitmap = await createImageBitmap(await response.blob());
          draw(canvas, bitmap);
          bitmap.close();
          shownAt = performance.now();
        }
      } catch {
        why = "snapshot.unreachable";
      }
    }
    await new Promise(resume => setTimeout(resume, why === null ? everyMilliseconds : withoutPictureMilliseconds));
  }
}

document.querySelectorAll(".lane-picture").forEach(watch);
