"""Reads the train photos' plates that have no text label with a trained detector and reader, and keeps what is sure enough
to teach the next round: /usr/bin/python3 -m training.guess --data DIR --detector RUN --reader RUN --out guesses.json
A plate is cut seven times along corners that are each a little wrong; it is kept when six of the seven say the same text,
every character is likely, and the text has the shape its set's plates have. The file holds texts of real plates: it stays
outside the project, beside the photos."""
import argparse
import json
import os
import re

import numpy as np
import torch
from PIL import Image

from .alphabet import SLOTS, decode, split
from .dataset import load_photos
from .detector.check import box_of, find, overlap
from .detector.net import Detector
from .geometry import side_lengths
from .progress import load_averaged
from .reader.capture import cut, wrong_corners
from .reader.net import Reader

SHAPES = {
    "tunisia": re.compile("[0-9]{1,3}تونس[0-9]{1,4}|[0-9]{3,6}نت|نت[0-9]{3,6}"),
    "romania-dashcam": re.compile("[A-Z]{1,2}[0-9]{2,3}[A-Z]{3}"),
}
CUTS, AGREE, LIKELY, LEAST_PX = 7, 6, 0.55, 34


@torch.no_grad()
def guess(net, image, quad, rng):
    """(text, least mean probability of a character) of the cuts that agree, or None."""
    quads = [quad] + [wrong_corners(quad, rng, 0.8) for _ in range(CUTS - 1)]
    crops = torch.from_numpy(np.stack([np.asarray(cut(image, q)) for q in quads])[:, None]).float() / 255
    characters, _, legible, *_ = net(crops)
    best = characters.argmax(-1).tolist()
    texts = [decode(b) for b in best]
    text = max(set(texts), key=texts.count)
    same = [i for i, t in enumerate(texts) if t == text]
    if len(same) < AGREE or torch.sigmoid(legible[same]).mean() < 0.8:
        return None
    chances = torch.softmax(characters[same], -1).amax(-1).mean(0)
    return text, chances[:min(len(split(text)) + 1, SLOTS)].min().item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--detector", required=True, help="run folder of train_detector")
    parser.add_argument("--reader", required=True, help="run folder of train_reader")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=31)
    args = parser.parse_args()
    torch.set_num_threads(1)
    rng = np.random.default_rng(args.seed)
    detector, reader = load_averaged(args.detector, Detector()), load_averaged(args.reader, Reader())
    guesses, seen, kept = {}, {}, {}
    for photo in load_photos(args.data, "train"):
        shape = SHAPES.get(photo.set)
        if shape is None or all(p.text for p in photo.plates):
            continue
        image = Image.fromarray(photo.load())
        photo.pixels = None
        places, gray, row = find(detector, image, 640, 0.08), image.convert("L"), []
        for plate in photo.plates:
            best = max(places, key=lambda f: overlap(box_of(f[1]), plate.box), default=None)
            there = not plate.text and best is not None and overlap(box_of(best[1]), plate.box) >= 0.6 and side_lengths(best[1])[0] >= LEAST_PX
            said = guess(reader, gray, best[1], rng) if there else None
            sure = said is not None and said[1] >= LIKELY and shape.fullmatch(said[0])
            row.append({"text": said[0], "corners": np.round(best[1], 1).tolist()} if sure else None)
            seen[photo.set], kept[photo.set] = seen.get(photo.set, 0) + 1, kept.get(photo.set, 0) + bool(sure)
        if any(row):
            guesses[os.path.relpath(photo.path, args.data)] = row
    for name in sorted(seen):
        print(f"{name}: {kept[name]} of {seen[name]} plates", flush=True)
    with open(args.out, "w", encoding="utf8") as f:
        json.dump(guesses, f, ensure_ascii=False)


if __name__ == "__main__":
    main()
