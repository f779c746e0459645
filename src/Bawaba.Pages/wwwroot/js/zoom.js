// The crop as large as the screen, for two looks at a character that might be another. Used by alert-workspace.js. The picture that is
// shown is the one that has been loaded and audited already; nothing is asked for. "b" stretches what lies between the darkest and the
// brightest over the whole range, and back.
const cut = 0.02;

/** Draws the image into the dialog's canvas and opens it. */
export function openZoom(dialog, image) {
  const canvas = dialog.querySelector("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  draw(dialog, image);
  if (!dialog.open) {
    dialog.showModal();
  }
}

export function toggleStretch(dialog, image) {
  dialog.dataset.stretch = dialog.dataset.stretch === "yes" ? "no" : "yes";
  dialog.querySelector("[data-stretch-button]").setAttribute("aria-pressed", String(dialog.dataset.stretch === "yes"));
  draw(dialog, image);
}

function draw(dialog, image) {
  const context = dialog.querySelector("canvas").getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  if (dialog.dataset.stretch === "yes") {
    const pixels = context.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
    stretch(pixels.data);
    context.putImageData(pixels, 0, 0);
  }
}

function stretch(data) {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 4) {
    counts[(data[i] * 77 + data[i + 1] * 150 + data[i + 2] * 29) >> 8]++;
  }
  const least = data.length / 4 * cut;
  const low = firstAbove(counts, least, 0, 1);
  const high = firstAbove(counts, least, 255, -1);
  const factor = 255 / Math.max(1, high - low);
  for (let i = 0; i < data.length; i++) {
    if (i % 4 !== 3) {
      data[i] = (data[i] - low) * factor;
    }
  }
}

function firstAbove(counts, least, from, step) {
  let sum = 0;
  for (let at = from; at >= 0 && at < counts.length; at += step) {
    sum += counts[at];
    if (sum > least) {
      return at;
    }
  }
  return from;
}
