"""Texts as ink: one item of a plate (digits, letters, a joined word) drawn to a wished height, with the place of each
character across it, from which the reader learns where to look. Called by plate.py."""
import functools
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from .fonts import load
from .strokes import StrokeFace


@dataclass
class Ink:
    """A mask and each character's centre, as a share of the mask's width."""
    mask: Image.Image
    centres: list

    def resized(self, width, height):
        return Ink(self.mask.resize((max(1, int(width)), max(1, int(height))), Image.BILINEAR), self.centres)

    @property
    def width(self):
        return self.mask.width

    @property
    def height(self):
        return self.mask.height


_REFERENCE = {"latin": "0", "arabic-digits": "١", "letters": "لع"}
_HEH = ["ه", "هـ", "ھ"]


@functools.lru_cache(8192)
def _ratio(path, reference):
    """Ink height of the reference text per point of size."""
    box = load(path, 100).getbbox(reference, anchor="ls")
    return max(10, box[3] - box[1]) / 100


@functools.lru_cache(4096)
def _lacks(path, text):
    """Whether a face shows its box for what it does not have."""
    font = load(path, 24)
    return bytes(font.getmask(text)) == bytes(font.getmask("\U000F1234"))


def _heh(path, rng):
    shape = _HEH[rng.integers(3)]
    return "ه" if _lacks(path, shape[-1]) else shape


@functools.lru_cache(20000)
def _glyph(path, size, text, stroke):
    """A mask with the text's ink, its top over the baseline, and its advance."""
    font = load(path, size)
    left, top, right, bottom = font.getbbox(text, anchor="ls", stroke_width=stroke)
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), text, font=font, fill=255, anchor="ls", stroke_width=stroke)
    return mask, top


def word(text, path, height, stroke=0):
    """A joined word, its ink `height` pixels high."""
    box = load(path, 100).getbbox(text, anchor="ls")
    size = int(max(5, 100 * height / max(10, box[3] - box[1])))
    return Ink(_glyph(path, size, text, stroke)[0], [0.5])


def spaced(text, script, path, height, spacing, rng, stroke=0, even=False):
    """Characters one by one on a baseline, `height` the height of a digit (or of tall letters); `spacing` a share of it.
    `path` is a font file or a StrokeFace; `even` gives every character a cell of the same width."""
    if "□" in text:
        return Ink(foreign_mask(height, rng), [0.5])
    if isinstance(path, StrokeFace):
        return _lined_up(text, [(path.glyph(c, height), 0) for c in text], script, height, spacing, even)
    if script == "letters":
        shapes = [_heh(path, rng) if c == "ه" else c for c in text]
        ratio = max(_ratio(path, _REFERENCE[script]), _ratio(path, "".join(c + " " for c in text)))
    else:
        shapes, ratio = list(text), _ratio(path, _REFERENCE[script])
    size = int(max(5, height / ratio))
    return _lined_up(text, [_glyph(path, size, shape, stroke) for shape in shapes], script, height, spacing, even)


def _lined_up(text, glyphs, script, height, spacing, even):
    # A condensed face's dash is no wider than a dot: plates stretch it.
    glyphs = [(g.resize((int(0.22 * height) + 1, g.height)), t) if c == "-" and g.width < 0.22 * height else (g, t) for (g, t), c in zip(glyphs, text)]
    gap = max(1, spacing * height)
    top = min(t for _, t in glyphs)
    bottom = max(t + g.height for g, t in glyphs)
    narrow = 0.55 if script == "latin" else 0.3
    widths = [max(g.width, 0.28 * height * (narrow if c in "1Iا١" else 0.6)) if c not in "-.٠" else g.width for (g, _), c in zip(glyphs, text)]
    if even:
        cell = max(widths)
        widths = [w if c in "-." else cell for w, c in zip(widths, text)]
    total = sum(widths) + gap * (len(text) - 1)
    mask = Image.new("L", (int(np.ceil(total)) + 1, max(1, bottom - top)))
    x, centres = 0.0, []
    for (glyph, glyph_top), width in zip(glyphs, widths):
        centres.append((x + width / 2) / mask.width)
        mask.paste(glyph, (int(round(x + (width - glyph.width) / 2)), glyph_top - top))
        x += width + gap
    return Ink(mask, centres)


def foreign_mask(height, rng):
    """A dense character of no script of ours."""
    side = int(max(6, height))
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    pen = max(1, side // 10)
    for _ in range(rng.integers(2, 5)):
        y = int(rng.uniform(0, side))
        draw.line([(rng.uniform(0, side * 0.4), y), (rng.uniform(side * 0.6, side), y + rng.normal(0, 1))], 255, pen)
    for _ in range(rng.integers(2, 6)):
        x = rng.uniform(0, side)
        draw.line([(x, rng.uniform(0, side * 0.5)), (x + rng.normal(0, side * 0.2), rng.uniform(side * 0.5, side))], 255, pen)
    if rng.random() < 0.5:
        draw.rectangle([side * 0.2, side * 0.3, side * 0.8, side * 0.7], outline=255, width=pen)
    return mask
