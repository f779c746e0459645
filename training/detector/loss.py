"""What the detector is taught: a heat map that is 1 around each plate's centre (CenterNet's focal loss, every centre cell
a positive), and at those cells the four corners, the box around them and the number of rows. Plates known by a box alone
teach the box around the corners, not the corners."""
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from .net import STRIDE

ONE_ROW, TWO_ROWS, ROWS_UNKNOWN = 0.0, 1.0, -1.0
# A cell from this heat on is a centre; the corners are also learnt around it.
CENTRE, NEAR = 0.8, 0.3


@dataclass
class Mark:
    """A plate in a training picture: its quad in pixels, whether the quad is its corners or only its box, its rows."""
    quad: np.ndarray
    exact: bool
    rows: float = ROWS_UNKNOWN

    def moved(self, by):
        return Mark(self.quad + by, self.exact, self.rows)


def target_maps(marks, height, width):
    """Maps of one picture, all [·,h,w]: heat, share (what a centre cell weighs), corners (8), known, size, rows."""
    h, w = height // STRIDE, width // STRIDE
    maps = {"heat": np.zeros((h, w), np.float32), "share": np.zeros((h, w), np.float32), "corners": np.zeros((8, h, w), np.float32),
            "known": np.zeros((h, w), np.float32), "size": np.ones((h, w), np.float32), "rows": np.full((h, w), ROWS_UNKNOWN, np.float32)}
    cx, cy = (np.arange(w) + 0.5)[None] * STRIDE, (np.arange(h) + 0.5)[:, None] * STRIDE
    for mark in marks:
        quad = mark.quad
        x, y = quad.mean(0)
        if not (0 <= x < w * STRIDE and 0 <= y < h * STRIDE):
            continue
        wide, high = quad.max(0) - quad.min(0)
        dx = np.maximum(np.abs(cx - x) - 0.07 * wide, 0) / max(wide * 0.1, 0.6 * STRIDE)
        dy = np.maximum(np.abs(cy - y) - 0.1 * high, 0) / max(high * 0.12, 0.6 * STRIDE)
        # The nearest cell is a centre, and so is a cell that is hardly farther away.
        blob = np.exp(-((dx * dx - (dx * dx).min()) + (dy * dy - (dy * dy).min())) / 2).astype(np.float32)
        mine = blob > maps["heat"]
        maps["heat"] = np.maximum(maps["heat"], blob)
        maps["share"][mine] = 1 / np.sqrt((blob >= CENTRE).sum())
        offsets = quad.reshape(8)[:, None, None] - np.stack([np.broadcast_to(cx, (h, w)), np.broadcast_to(cy, (h, w))] * 4)
        maps["corners"][:, mine] = offsets[:, mine]
        maps["known"][mine] = float(mark.exact)
        maps["size"][mine] = np.sqrt(wide * high)
        maps["rows"][mine] = mark.rows
    return maps


def detector_loss(outputs, maps, ignore):
    """(focal, corner, rows) losses, means over plates; cells where `ignore` is 1 teach no score."""
    score, corners, rows = (o.float() for o in outputs)
    heat = maps["heat"]
    centre = (heat >= CENTRE).float()
    plates = (centre * maps["share"] ** 2).sum().clamp(min=1)
    logit = score[:, 0].clamp(-12, 12)
    p = torch.sigmoid(logit)
    negative = (1 - centre) * (1 - heat) ** 4 * (1 - ignore)
    positive = centre * maps["share"]
    focal = (positive * (1 - p) ** 2 * F.softplus(-logit) + negative * p ** 2 * F.softplus(logit)).sum() / plates
    near = (heat > NEAR).nonzero(as_tuple=True)
    weight = (heat * maps["share"])[near]
    n, y, x = near
    corner = _corner_loss(corners[n, :, y, x], maps["corners"][n, :, y, x], maps["known"][near], maps["size"][near])
    wanted = maps["rows"][near]
    told = weight * (wanted >= 0)
    row = F.binary_cross_entropy_with_logits(rows[n, 0, y, x], wanted.clamp(0, 1), reduction="none")
    return focal, (weight * corner).sum() / weight.sum().clamp(min=1), (told * row).sum() / told.sum().clamp(min=1)


def _corner_loss(found, target, known, size):
    """Of each cell: how far its corners are off, in shares of the plate's size, and how badly the boxes around them agree."""
    scale = size[:, None]
    exact = F.smooth_l1_loss(found / scale, target / scale, reduction="none", beta=0.02).mean(1)
    mine, wanted = _box(found), _box(target)
    box = F.smooth_l1_loss(mine / scale, wanted / scale, reduction="none", beta=0.02).mean(1)
    return known * exact + (1 - known) * (0.85 * box + 0.15 * exact) + 0.06 * (1 - _giou(mine, wanted))


def _box(corners):
    xs, ys = corners[:, 0::2], corners[:, 1::2]
    return torch.stack([xs.amin(1), ys.amin(1), xs.amax(1), ys.amax(1)], 1)


def _giou(a, b):
    both = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - both
    return both / (union + 1e-6) - (hull - union) / (hull + 1e-6)
