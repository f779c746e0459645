"""The labelled photos and crops of the data folder (photos.jsonl, crops.jsonl), read once and kept decoded.
Called by both trainings. Promises that nothing of the `dev` split is handed out unless asked for by name."""
import json
import os
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from .geometry import box_quad


@dataclass
class Plate:
    """A labelled plate: corners 4×2 (top-left, clockwise) in pixels, `exact` when they are corners and not a box."""
    corners: np.ndarray
    box: np.ndarray
    exact: bool
    text: str


@dataclass
class Photo:
    path: str
    set: str
    width: int
    height: int
    plates: list = field(default_factory=list)
    # Quads of plates that are there but have no label.
    unlabelled: list = field(default_factory=list)
    pixels: np.ndarray = None
    _gray: Image.Image = None

    def load(self):
        """The photo as uint8 RGB, decoded once."""
        if self.pixels is None:
            self.pixels = np.asarray(Image.open(self.path).convert("RGB"))
        return self.pixels

    def gray_image(self):
        """The photo in gray, decoded once."""
        if self._gray is None:
            self._gray = (Image.fromarray(self.pixels) if self.pixels is not None else Image.open(self.path).convert("RGB")).convert("L")
        return self._gray

    def gray(self):
        """The same as uint8 [height,width]."""
        return np.asarray(self.gray_image())


def _lines(path):
    with open(path, encoding="utf8") as f:
        return [json.loads(line) for line in f if line.strip()]


def _agree(quad, box):
    """Machine-made corners often leave out a plate's coloured band; only those that fill the labelled box are corners."""
    xs, ys = zip(*quad)
    width = min(max(xs), box[2]) - max(min(xs), box[0])
    height = min(max(ys), box[3]) - max(min(ys), box[1])
    both = max(0, width) * max(0, height)
    around = (max(xs) - min(xs)) * (max(ys) - min(ys)) + (box[2] - box[0]) * (box[3] - box[1]) - both
    return both >= 0.82 * around


def load_photos(data, split="train", corners=None, guesses=None):
    """Photos of one split. `corners` may give better corners: {photo path: [4×2 or None for each plate]}; `guesses` the texts
    and corners of plates without a label: {photo path: [{text, corners} or None for each plate]}."""
    photos = []
    for row in _lines(os.path.join(data, "photos.jsonl")):
        if row["split"] != split:
            continue
        photo = Photo(os.path.join(data, row["photo"]), row["set"], row["width"], row["height"])
        nothing = [None] * len(row["plates"])
        found, guessed = (corners or {}).get(row["photo"], nothing), (guesses or {}).get(row["photo"], nothing)
        for plate, better, guess in zip(row["plates"], found, guessed):
            if guess and not plate["text"]:
                plate, better = {**plate, "text": guess["text"]}, guess["corners"]
            quad = better if better is not None else plate["corners"]
            box = np.array(plate["box"], np.float32)
            exact = quad is not None and (better is not None or _agree(quad, box) or box[2] - box[0] > 2.6 * (box[3] - box[1]))
            quad = np.array(quad, np.float32) if exact else box_quad(box).astype(np.float32)
            photo.plates.append(Plate(quad, box, exact, plate["text"] or ""))
        photos.append(photo)
    return photos


def load_crops(data, split="train"):
    """Rows of crops.jsonl of one split, paths made whole."""
    rows = [r for r in _lines(os.path.join(data, "crops.jsonl")) if r["split"] == split]
    for row in rows:
        row["path"] = os.path.join(data, row["crop"])
    return rows
