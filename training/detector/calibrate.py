"""Chooses the threshold and calibrates the score of a trained detector, on the held-out part of the train photos:
/usr/bin/python3 -m training.detector.calibrate --data DIR --run RUN
Writes RUN/calibration.json (a line through the score's logit, the threshold) and prints the sweep."""
import argparse
import json
import os

import numpy as np
import torch

from ..dataset import load_photos
from ..progress import load_averaged
from .check import places, tally
from .held import add_unlabelled, split_held
from .net import Detector

# The most extra boxes a photo that the detector's own threshold may let through: whether one is a plate is decided when the
# reader has looked at it too (training.judge), and every box costs a crop.
MOST_EXTRA = 0.4


def line_through(logits, right, rounds=60):
    """(slope, offset) of the logistic regression, a little pulled towards (1, 0)."""
    weights, x = np.array([1.0, 0.0]), np.stack([logits, np.ones_like(logits)], 1)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - p) - (weights - (1, 0))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(2)
        weights = weights + np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])


def expected_error(scores, right, bins=10):
    """Expected calibration error over equal bins."""
    place = np.minimum((scores * bins).astype(int), bins - 1)
    return float(sum(abs(scores[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in range(bins) if (place == b).any()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--run", default="training/runs/detector")
    parser.add_argument("--long-side", type=int, default=640)
    args = parser.parse_args()
    torch.set_num_threads(1)
    net = load_averaged(args.run, Detector())
    photos = load_photos(args.data)
    add_unlabelled(photos, args.data)
    _, held = split_held(photos, args.data)
    result = places(net, held, args.long_side)
    judged = [(score, kind == "plate") for _, found in result for score, _, kind in found if kind != "unlabelled"]
    raw, right = np.array(judged, float).T
    logits = np.log(raw / (1 - raw))
    slope, offset = line_through(logits, right)
    scores = 1 / (1 + np.exp(-(slope * logits + offset)))
    result = [(photo, [(float(1 / (1 + np.exp(-(slope * np.log(s / (1 - s)) + offset)))), q, k) for s, q, k in found]) for photo, found in result]
    print(f"{len(held)} photos, {len(judged)} places; slope {slope:.3f} offset {offset:.3f} error {expected_error(scores, right):.4f}")
    chosen = sweep(result, len(held))
    with open(os.path.join(args.run, "calibration.json"), "w", encoding="utf8") as f:
        json.dump({"slope": slope, "offset": offset, "threshold": chosen}, f)


def sweep(result, photos):
    """Prints recall and extra boxes by threshold; gives the lowest that keeps the extra boxes within MOST_EXTRA."""
    chosen = None
    for threshold in (0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9):
        table = tally(result, threshold)
        extra = sum(kind == "extra" and score >= threshold for _, found in result for score, _, kind in found) / photos
        plates = sum(row[0] for row in table.values())
        recall = sum(row[0] * row[1] for row in table.values()) / plates
        sets = "  ".join(f"{name} {100 * row[1]:.1f}" for name, row in table.items())
        print(f"{threshold:.2f}  recall {100 * recall:.1f}  extra {extra:.3f}   {sets}")
        if chosen is None and extra <= MOST_EXTRA:
            chosen = threshold
    print(f"threshold {chosen}")
    return chosen


if __name__ == "__main__":
    main()
