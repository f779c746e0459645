"""A folder of drawn plates: pool.bin (raw RGB) and pool.jsonl (text, country, layout, size, place in the file).
Written by training.draw, read by both trainings; the pictures stay on disk and are mapped, not loaded."""
import json
import os

import numpy as np
from PIL import Image


class PlatePool:
    def __init__(self, folder):
        with open(os.path.join(folder, "pool.jsonl"), encoding="utf8") as f:
            self.rows = [json.loads(line) for line in f]
        self._path = os.path.join(folder, "pool.bin")
        self._pixels = np.memmap(self._path, np.uint8, "r")
        aspects = np.array([r["width"] / r["height"] for r in self.rows])
        self._by_aspect = np.argsort(aspects)
        self._aspects = aspects[self._by_aspect]

    def __len__(self):
        return len(self.rows)

    def image(self, index):
        row = self.rows[index]
        size = row["width"] * row["height"] * 3
        pixels = self._pixels[row["at"]:row["at"] + size].reshape(row["height"], row["width"], 3)
        return Image.fromarray(np.array(pixels))

    def near_aspect(self, aspect, rng):
        """A random plate of about that width/height."""
        low, high = np.searchsorted(self._aspects, (aspect / 1.5, aspect * 1.6))
        if high - low < 20:
            low, high = (0, 200) if low < len(self) // 2 else (len(self) - 200, len(self))
        return self.image(self._by_aspect[rng.integers(max(0, low), min(len(self), high))])


class PoolWriter:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self._pixels = open(os.path.join(folder, "pool.bin"), "wb")
        self._rows = open(os.path.join(folder, "pool.jsonl"), "w", encoding="utf8")

    def add(self, image, **row):
        row.update(width=image.width, height=image.height, at=self._pixels.tell())
        self._pixels.write(image.tobytes())
        self._rows.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self):
        self._pixels.close()
        self._rows.close()
