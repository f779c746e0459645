"""Draws plates into a pool: /usr/bin/python3 -m training.draw --out training/runs/pool --count 60000 --seed 7
With --sheet FILE it draws a contact sheet to look at instead."""
import argparse
import time

import numpy as np
from PIL import Image, ImageDraw

from .drawing.fonts import arabic_fonts, load
from .drawing.plate import PlateArtist
from .drawing.pool import PoolWriter


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", help="folder for pool.bin and pool.jsonl")
    parser.add_argument("--sheet", help="a picture with 96 plates")
    parser.add_argument("--count", type=int, default=60000)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    artist = PlateArtist()
    if args.sheet:
        sheet(artist, args.seed, args.sheet)
    if args.out:
        fill_pool(artist, args)


def fill_pool(artist, args):
    writer, started = PoolWriter(args.out), time.monotonic()
    for index in range(args.count):
        image, row = artist.draw(np.random.default_rng([args.seed, index]))
        writer.add(image, **row)
        if (index + 1) % 5000 == 0:
            print(f"{index + 1} of {args.count}  {(index + 1) / (time.monotonic() - started):.0f} a second", flush=True)
    writer.close()


def sheet(artist, seed, path):
    page = Image.new("RGB", (8 * 280, 12 * 190), (90, 90, 100))
    pen, small = ImageDraw.Draw(page), load(arabic_fonts()[0], 12)
    for index in range(96):
        image, row = artist.draw(np.random.default_rng([seed, index]))
        x, y = (index % 8) * 280 + 6, (index // 8) * 190 + 18
        page.paste(image, (x, y))
        pen.text((x, y - 14), f"{row['country']} {row['text']} {row['layout']}"[:44], font=small, fill=(255, 255, 0), direction="ltr")
    page.save(path)


if __name__ == "__main__":
    main()
