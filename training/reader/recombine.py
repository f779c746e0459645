"""New plates out of real glyphs: on a crop with known character boxes, characters are swapped for ones cut from other
crops, their ink and ground matched. Breaks the few texts that the real Egyptian photos repeat (half of their digits
are a one). Called by samples.py."""
import numpy as np
from PIL import Image, ImageFilter

_DIGITS = set("٠١٢٣٤٥٦٧٨٩")


class GlyphBank:
    """Characters cut from crops: {character: [gray patch]}; common ones are capped so that rare ones are seen as often."""

    def __init__(self, rows, most=150):
        self.digits, self.letters = {}, {}
        for row in rows:
            if not row["chars"]:
                continue
            pixels = np.asarray(Image.open(row["path"]).convert("L"), np.float32)
            for char in row["chars"]:
                x0, y0, x1, y1 = (int(v) for v in char["box"])
                patch = pixels[max(0, y0 - 1):y1 + 1, max(0, x0 - 1):x1 + 1]
                bank = self.digits if char["c"] in _DIGITS else self.letters
                kept = bank.setdefault(char["c"], [])
                if len(kept) < most and min(patch.shape) >= 5 and np.ptp(patch) > 50:
                    kept.append(patch)

    def recombine(self, image, boxes, text, rng):
        """(image, text) with some characters exchanged; `boxes` are [x0,y0,x1,y1] of each character of the text."""
        out, characters = image.copy(), list(text)
        for i, (box, character) in enumerate(zip(boxes, text)):
            if rng.random() < 0.7:
                bank = self.digits if character in _DIGITS else self.letters
                wanted = list(bank)[rng.integers(len(bank))]
                patch = bank[wanted][rng.integers(len(bank[wanted]))] if bank[wanted] else None
                if patch is not None and self._fits(patch, box):
                    self._lay(out, patch, box)
                    characters[i] = wanted
        return out, "".join(characters)

    @staticmethod
    def _fits(patch, box):
        """A wide letter does not go where a one stood."""
        return patch.shape[1] / patch.shape[0] <= 1.5 * (box[2] - box[0]) / max(1, box[3] - box[1])

    @staticmethod
    def _lay(out, patch, box):
        x0, y0, x1, y1 = (int(v) for v in (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1))
        w, h = x1 - x0, y1 - y0
        under = np.asarray(out.crop((x0, y0, x1, y1)), np.float32)
        ground, ink = np.percentile(under, (80, 4))
        theirs, their_ink = np.percentile(patch, (80, 4))
        matched = (patch - their_ink) / max(20, theirs - their_ink) * (ground - ink) + ink
        width = min(w, max(2, round(h * patch.shape[1] / patch.shape[0])))
        glyph = Image.fromarray(matched.clip(0, 255).astype(np.uint8)).resize((width, h), Image.BILINEAR)
        whole = Image.new("L", (w, h), int(ground))
        whole.paste(glyph, ((w - width) // 2, 0))
        mask = Image.new("L", (w, h), 0)
        mask.paste(255, (1, 1, w - 1, h - 1))
        out.paste(whole, (x0, y0), mask.filter(ImageFilter.GaussianBlur(0.7)))
