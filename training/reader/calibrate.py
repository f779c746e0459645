"""Finds the temperature at which the reader is right as often as it says, and draws how well that holds:
/usr/bin/python3 -m training.reader.calibrate --data DIR --run RUN --corners corners.json --out models
Fitted on held plates of the train split and on newly drawn ones, half of them; measured on the other half and on dev.
Writes RUN/temperature.json, which the export takes up, and reader-reliability.svg."""
import argparse
import json
import os

import numpy as np
import torch

from ..alphabet import decode
from ..dataset import load_crops, load_photos
from ..drawing.plate import PlateArtist
from ..drawing.pool import PlatePool, PoolWriter
from ..progress import load_averaged
from . import plots
from .capture import cut
from .grammar import Grammar, tempered
from .net import Exported, Reader
from .recombine import GlyphBank
from .samples import ReaderSamples, is_held, real_plates, split_held

_BINS = 10


def load_reader(run):
    return Exported(load_averaged(run, Reader())).eval()


@torch.no_grad()
def read(net, crops):
    """Log-probabilities of characters and of countries of uint8 crops [n,56,160]."""
    parts = [net(torch.from_numpy(crops[i:i + 64][:, None]).float() / 255)[:2] for i in range(0, len(crops), 64)]
    return tuple(torch.cat(column).numpy() for column in zip(*parts))


def outcomes(scores, countries, texts, temperature, grammar):
    """[(confidence, right)] of every crop."""
    found = []
    for row, country, text in zip(tempered(scores, temperature), countries, texts):
        read_text, _, confidence = grammar.decode(row, country)
        found.append((confidence, read_text == text))
    return np.array(found, float)


def calibration_error(found):
    """The mean distance between what was said and what was so, over bins of equal width."""
    bins = np.minimum((found[:, 0] * _BINS).astype(int), _BINS - 1)
    return sum(abs(found[bins == b, 0].mean() - found[bins == b, 1].mean()) * (bins == b).mean() for b in range(_BINS) if (bins == b).any())


def curve(found):
    bins = np.minimum((found[:, 0] * _BINS).astype(int), _BINS - 1)
    return [(found[bins == b, 0].mean(), found[bins == b, 1].mean()) for b in range(_BINS) if (bins == b).sum() >= 8]


def fitted(scores, countries, texts, grammar):
    """The temperature under which what happened was likeliest."""
    def surprise(temperature):
        said, so = outcomes(scores, countries, texts, temperature, grammar).clip(1e-4, 1 - 1e-4).T
        return -(so * np.log(said) + (1 - so) * np.log(1 - said)).mean()

    coarse = min(np.round(np.arange(0.3, 1.6, 0.1), 2), key=surprise)
    return min(np.round(coarse + np.arange(-0.08, 0.09, 0.02), 2), key=surprise)


def unseen(args):
    """(crops, texts): held real plates and newly drawn ones, photographed as in training; only what can be read."""
    better = json.load(open(args.corners, encoding="utf8"))
    photos, crops = load_photos(args.data, "train", better["photos"]), load_crops(args.data, "train")
    _, held = split_held(real_plates(photos, crops, better["crops"]))
    folder, artist = os.path.join(args.run, "unseen"), PlateArtist()
    writer = PoolWriter(folder)
    for index in range(2500):
        image, row = artist.draw(np.random.default_rng([4711, index]))
        writer.add(image, **row)
    writer.close()
    glyphs = GlyphBank([row for row in crops if is_held(row["text"] or "")])
    samples = ReaderSamples(PlatePool(folder), held, glyphs, photos, 4711, args.count, (0.4, 0.4), 0.0)
    pixels, texts = [], []
    for index in range(args.count):
        crop, characters, _, _, _, weight, _ = samples[index]
        if weight:
            pixels.append(crop[0].numpy())
            texts.append(decode(characters.tolist()))
    return np.array(pixels), texts


def dev(args):
    held = real_plates(load_photos(args.data, "dev"), load_crops(args.data, "dev"), {})
    plates = [p for found in held.values() for p in found]
    return np.array([np.asarray(cut(p.image.convert("L"), p.quad)) for p in plates]), [p.text for p in plates]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--corners", required=True)
    parser.add_argument("--out", default="models")
    parser.add_argument("--count", type=int, default=4000)
    args = parser.parse_args()
    torch.set_num_threads(1)
    net, grammar = load_reader(args.run), Grammar()
    crops, texts = unseen(args)
    scores, countries = read(net, crops)
    temperature = float(fitted(scores[::2], countries[::2], texts[::2], grammar))
    series = {}
    for name, (s, c, t) in {"unseen": (scores[1::2], countries[1::2], texts[1::2]), "dev": _read_dev(net, args)}.items():
        before, after = (outcomes(s, c, t, value, grammar) for value in (1.0, temperature))
        print(f"{name}: {len(t)} texts, {100 * after[:, 1].mean():.1f} % exact, said {100 * after[:, 0].mean():.1f} %; "
              f"calibration error {calibration_error(before):.3f} before, {calibration_error(after):.3f} at temperature {temperature:g}")
        series[f"{name}, {len(t)} texts, error {calibration_error(after):.3f}"] = curve(after)
    with open(os.path.join(args.run, "temperature.json"), "w", encoding="utf8") as f:
        json.dump({"temperature": temperature}, f)
    title = "Reader: how often a whole text is right, against what the reader says"
    plots.write(os.path.join(args.out, "reader-reliability.svg"), title, [("exact, %", "confidence", None, series, True)])


def _read_dev(net, args):
    crops, texts = dev(args)
    return *read(net, crops), texts


if __name__ == "__main__":
    main()
