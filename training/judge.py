"""Fits what the detector's score and the reader's legibility say together of a place, on the part of the train photos that
taught neither network, as the built program sees them:
/usr/bin/python3 -m training.judge --data DIR --models models [--program "./bawaba"]
Writes the line and the threshold into models/detector.json and prints the sweep. The held photos are listed in a folder of
their own for the program; plates nobody labelled are left out of the fit."""
import argparse
import csv
import json
import os
import shlex
import subprocess
import tempfile

import numpy as np

from .dataset import load_photos
from .detector.held import UNLABELLED, add_unlabelled, split_held

# The most boxes on no plate that a threshold may let through, a photo.
MOST_EXTRA = 0.04


def held_folder(data, folder):
    """A data folder whose dev photos are the held ones; gives their number and that of their plates."""
    photos = load_photos(data)
    add_unlabelled(photos, data)
    names = {os.path.relpath(p.path, data) for p in split_held(photos, data)[1]}
    plates = 0
    os.symlink(os.path.join(os.path.abspath(data), "photos"), os.path.join(folder, "photos"))
    with open(os.path.join(data, "photos.jsonl"), encoding="utf8") as source, open(os.path.join(folder, "photos.jsonl"), "w", encoding="utf8") as out:
        for line in source:
            row = json.loads(line)
            if row["photo"] in names and row["split"] == "train":
                plates += len(row["plates"])
                out.write(json.dumps({**row, "split": "dev"}, ensure_ascii=False) + "\n")
    return len(names), plates


def places(program, folder, models):
    """The rows of the program's list of places."""
    path = os.path.join(folder, "places.tsv")
    command = [*shlex.split(program), "score", "--photos", folder, "--models", models, "--frames", "0", "--tracks", "0", "--places", path]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(path, encoding="utf8") as f:
        return list(csv.DictReader(f, delimiter="\t"))


def logit(values):
    inside = np.clip(np.array(values, float), 1e-4, 1 - 1e-4)
    return np.log(inside / (1 - inside))


def fit(x, right, rounds=50):
    weights = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ weights))
        weights = weights + np.linalg.solve((x.T * (p * (1 - p))) @ x + 0.1 * np.eye(len(weights)), x.T @ (right - p) - 0.1 * weights)
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--models", default="models")
    parser.add_argument("--program", default="./bawaba")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photos, plates = held_folder(args.data, folder)
        rows = [r for r in places(args.program, folder, os.path.abspath(args.models)) if float(r["detector"]) > 0]
    with open(UNLABELLED, encoding="utf8") as f:
        blurred = {os.path.basename(name) for name in json.load(f)}
    overlap = np.array([float(r["overlap"]) for r in rows])
    certain = np.array([o >= 0.3 or r["photo"] not in blurred for o, r in zip(overlap, rows)])
    x = np.stack([logit([r["detector"] for r in rows]), logit([r["legibility"] for r in rows]), np.ones(len(rows))], 1)
    weights = fit(x[certain], overlap[certain] >= 0.3)
    said = 1 / (1 + np.exp(-x @ weights))
    plate = [(r["set"], r["photo"], r["plate"]) for r in rows]
    sweep = []
    print(f"{photos} photos, {plates} plates, {certain.sum()} places; detector {weights[0]:.3f}, legibility {weights[1]:.3f}, offset {weights[2]:.3f}")
    for least in np.round(np.arange(0.1, 0.96, 0.05), 2):
        extra = ((said >= least) & (overlap < 0.3) & certain).sum() / photos
        found = len({p for p, o, s in zip(plate, overlap, said) if o >= 0.5 and s >= least})
        print(f"{least:.2f}  recall {100 * found / plates:.1f}  extra {extra:.3f}")
        sweep.append((float(least), found, extra))
    # The most plates among those that let little else through; of equals the strictest.
    chosen = max((found, least) for least, found, extra in sweep if extra <= MOST_EXTRA)[1]
    path = os.path.join(args.models, "detector.json")
    with open(path, encoding="utf8") as f:
        settings = json.load(f)
    settings["plateScore"] = {"detector": round(float(weights[0]), 4), "legible": round(float(weights[1]), 4), "offset": round(float(weights[2]), 4), "least": chosen}
    with open(path, "w", encoding="utf8") as f:
        json.dump(settings, f, indent=2)
        f.write("\n")
    print(settings["plateScore"])


if __name__ == "__main__":
    main()
