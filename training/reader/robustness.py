"""Where the reader stops: exact share against width, blur, angle, darkness and JPEG quality on newly drawn plates.
/usr/bin/python3 -m training.reader.robustness --run RUN --out models
Everything but the one thing stays easy: 120 px wide, turned 10°, sharp, light, JPEG 85. Corners are off as a detector's are.
Writes reader-robustness.svg and prints the figures."""
import argparse
import json
import os

import numpy as np
import torch
from PIL import Image, ImageFilter

from ..drawing.degrade import grain, jpeg
from ..drawing.plate import PlateArtist
from ..geometry import rectangle
from . import capture, plots
from .calibrate import load_reader, read
from .grammar import Grammar, tempered

LEVELS = {
    "width": ("width of the plate, px", [20, 30, 40, 50, 60, 80, 100, 120, 160]),
    "blur": ("blur, sigma in px", [0, 0.5, 1, 1.5, 2, 2.5, 3, 4]),
    "angle": ("angle, degrees", [0, 15, 30, 40, 50, 60]),
    "light": ("light, share of full exposure", [1, 0.5, 0.25, 0.12, 0.06, 0.03]),
    "jpeg": ("JPEG quality", [85, 60, 40, 30, 20, 10, 5]),
}
EASY = {"width": 120, "blur": 0, "angle": 10, "light": 1, "jpeg": 85}
_GROUPS = {"Libya": ("LY",), "Tunisia, Egypt, Algeria, Chad, Niger": ("TN", "EG", "DZ", "TD", "NE"), "Europe, US, Brazil, Asia": ("EU", "US", "BR", "XX")}


def seen(plate, at, rng):
    """The crop of a flat gray plate under the given conditions."""
    span = at["width"]
    quad = rectangle(span, span * plate.height / plate.width) - (span / 2, span * plate.height / plate.width / 2)
    quad = capture.from_the_side(quad, span, np.deg2rad(at["angle"]) * rng.choice([-1, 1]), 0.1)
    # The width asked for is what the camera sees of a plate turned as usual; a plate turned further is seen narrower.
    quad = quad / np.cos(np.deg2rad(EASY["angle"]))
    image, quad, _ = capture.lay(plate, Image.new("L", (8, 8), int(rng.integers(40, 160))), quad, span)
    if at["blur"]:
        image = image.filter(ImageFilter.GaussianBlur(at["blur"]))
    # A sensor's noise stays when the light goes: two steps of 255, as much again for photons.
    light = np.asarray(image, np.float32) * at["light"]
    light = light + grain(image.height, image.width, rng) * np.sqrt(4 + 0.04 * light)
    image = jpeg(Image.fromarray(light.clip(0, 255).astype(np.uint8)), at["jpeg"])
    return np.asarray(capture.cut(image, capture.wrong_corners(quad, rng, 0.7)))


def plates(codes, count):
    """Plates of these countries, as drawn from seeds that no pool uses."""
    artist, found, index = PlateArtist(), [], 0
    while len(found) < count:
        image, row = artist.draw(np.random.default_rng([815, index]))
        index += 1
        if row["country"] in codes:
            found.append((image.convert("L"), row["text"]))
    return found


def exact(net, grammar, temperature, drawn, at):
    rng = np.random.default_rng(7)
    scores, countries = read(net, np.array([seen(plate, at, rng) for plate, _ in drawn]))
    reads = [grammar.decode(s, c)[0] for s, c in zip(tempered(scores, temperature), countries)]
    return float(np.mean([r == text for r, (_, text) in zip(reads, drawn)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", required=True)
    parser.add_argument("--out", default="models")
    parser.add_argument("--count", type=int, default=200, help="plates a group")
    args = parser.parse_args()
    torch.set_num_threads(1)
    with open(os.path.join(args.run, "temperature.json"), encoding="utf8") as f:
        temperature = json.load(f)["temperature"]
    net, grammar = load_reader(args.run), Grammar()
    groups = {name: plates(codes, args.count) for name, codes in _GROUPS.items()}
    panels = []
    for factor, (label, levels) in LEVELS.items():
        series = {name: [(i, exact(net, grammar, temperature, drawn, {**EASY, factor: level})) for i, level in enumerate(levels)]
                  for name, drawn in groups.items()}
        for name, points in series.items():
            print(f"{label:32} {name:38}", "  ".join(f"{level:g}: {100 * y:.1f}" for level, (_, y) in zip(levels, points)), flush=True)
        panels.append((factor, label, [f"{level:g}" for level in levels], series, False))
    title = f"Reader: exact, %, on {args.count} drawn plates a group and point; the rest 120 px wide, 10°, sharp, light, JPEG 85"
    plots.write(os.path.join(args.out, "reader-robustness.svg"), title, panels)


if __name__ == "__main__":
    main()
