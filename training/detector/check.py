"""Measures a detector on labelled photos the way the program uses it: long side fitted, peaks, overlaps dropped.
Called by train_detector between rounds, by calibrate.py and by corners.py."""
import numpy as np
import torch
from PIL import Image

from .net import STRIDE

PADDING = 0.447


def fit(image, long_side):
    """A PIL image as the network's input [1,3,H,W] and its scale."""
    scale = min(2.0, long_side / max(image.size))
    width, height = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    small = image.resize((width, height), Image.BOX if scale < 1 else Image.BILINEAR)
    full = np.full((3, -(-height // 32) * 32, -(-width // 32) * 32), PADDING, np.float32)
    full[:, :height, :width] = np.asarray(small, np.float32).transpose(2, 0, 1) / 255
    return torch.from_numpy(full)[None], scale


def peaks(score, corners, threshold):
    """[(score, quad 4×2 in input pixels)], best first, overlapping ones dropped."""
    score, corners = score.numpy(), corners.numpy()
    padded = np.pad(score, 1, constant_values=-1)
    around = np.max([padded[1 + dy:1 + dy + score.shape[0], 1 + dx:1 + dx + score.shape[1]] for dy in (-1, 0, 1) for dx in (-1, 0, 1)], 0)
    found = []
    for y, x in zip(*np.nonzero((score >= threshold) & (score >= around))):
        quad = corners[:, y, x].reshape(4, 2) + ((x + 0.5) * STRIDE, (y + 0.5) * STRIDE)
        found.append((float(score[y, x]), quad))
    kept = []
    for value, quad in sorted(found, key=lambda f: -f[0]):
        if all(overlap(box_of(quad), box_of(k)) < 0.4 for _, k in kept):
            kept.append((value, quad))
    return kept


def box_of(quad):
    return np.concatenate([quad.min(0), quad.max(0)])


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(w, 0) * max(h, 0)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both + 1e-9)


@torch.no_grad()
def find(net, image, long_side, threshold):
    """[(score, quad in the image's own pixels)] of a PIL image."""
    tensor, scale = fit(image, long_side)
    score, corners, _ = net(tensor)
    return [(s, q / scale) for s, q in peaks(torch.sigmoid(score[0, 0]), corners[0], threshold)]


def places(net, photos, long_side=640, threshold=0.03):
    """[(photo, places found)] of all photos; a place is (score, quad, kind): "plate" when it lies on a labelled plate,
    "unlabelled" on one known to have no label, else "extra"."""
    net.eval()
    result = []
    for photo in photos:
        found = []
        for score, quad in find(net, Image.fromarray(photo.load()), long_side, threshold):
            box = box_of(quad)
            if any(overlap(box, p.box) >= 0.3 for p in photo.plates):
                found.append((score, quad, "plate"))
            else:
                known = any(overlap(box, box_of(q)) > 0.1 for q in photo.unlabelled)
                found.append((score, quad, "unlabelled" if known else "extra"))
        result.append((photo, found))
    return result


def tally(result, threshold):
    """{set: (plates, recall at IoU 0.5, extra boxes a photo, corner error as a share of the plate's width)}."""
    table = {}
    for photo, all_found in result:
        found = [f for f in all_found if f[0] >= threshold]
        row = table.setdefault(photo.set, [0, 0, 0, 0, []])
        row[0] += 1
        row[3] += sum(kind == "extra" for _, _, kind in found)
        for plate in photo.plates:
            row[1] += 1
            best = max(found, key=lambda f: overlap(box_of(f[1]), plate.box), default=None)
            if best is not None and overlap(box_of(best[1]), plate.box) >= 0.5:
                row[2] += 1
                if plate.exact:
                    row[4].append(np.abs(best[1] - plate.corners).mean() / np.ptp(plate.corners[:, 0]))
    return {name: (r[1], r[2] / max(r[1], 1), r[3] / r[0], float(np.mean(r[4])) if r[4] else 0.0) for name, r in sorted(table.items())}
