"""What a first round says of the train split's texts, for a second one: texts of plates that have no label, and labels that
are doubtful: /usr/bin/python3 -m training.guess --data DIR --detector RUN --reader RUN --corners FILE --out guesses.json
A plate is cut seven times along corners that are each a little wrong. Where six of the seven say one text and every character
is likely, that text is taken where there is no label and the text has the shape its set's plates have; where there is a label
that says otherwise, the label is doubted and the plate taught no more (a reader learns a wrong label by heart last of all).
The file holds texts of real plates: it stays outside the project, beside the photos."""
import argparse
import json
import os
import re

import numpy as np
import torch
from PIL import Image

from .alphabet import SLOTS, decode, encode, split
from .dataset import load_crops, load_photos
from .detector.check import box_of, find, overlap
from .detector.net import Detector
from .geometry import side_lengths
from .progress import load_averaged
from .reader.capture import cut, wrong_corners
from .reader.net import Reader
from .reader.samples import real_plates

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


def guesses(args, reader, rng):
    """{photo: [{text, corners} or None for each plate]} of plates without a label."""
    detector, result, seen, kept = load_averaged(args.detector, Detector()), {}, {}, {}
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
            result[os.path.relpath(photo.path, args.data)] = row
    for name in sorted(seen):
        print(f"{name}: a text for {kept[name]} of {seen[name]} plates without one", flush=True)
    return result


def doubts(args, reader, rng):
    """Names of labelled plates (RealPlate.name) whose label the reader contradicts."""
    with open(args.corners, encoding="utf8") as f:
        better = json.load(f)
    real = real_plates(load_photos(args.data, "train", better["photos"]), load_crops(args.data, "train"), better["crops"])
    found = []
    for name, plates in sorted(real.items()):
        before = len(found)
        for plate in plates:
            said = guess(reader, plate.image.convert("L"), plate.quad, rng)
            if said is not None and said[1] >= LIKELY and said[0] != decode(encode(plate.text)):
                found.append(plate.name)
        print(f"{name}: {len(found) - before} labels of {len(plates)} doubted", flush=True)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--detector", required=True, help="run folder of train_detector")
    parser.add_argument("--reader", required=True, help="run folder of train_reader")
    parser.add_argument("--corners", required=True, help="the file of training.corners")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=31)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader, rng = load_averaged(args.reader, Reader()), np.random.default_rng(args.seed)
    said = {"texts": guesses(args, reader, rng), "doubted": doubts(args, reader, rng)}
    with open(args.out, "w", encoding="utf8") as f:
        json.dump(said, f, ensure_ascii=False)


if __name__ == "__main__":
    main()
