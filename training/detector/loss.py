"""What the detector is taught: a heat map with its peak at each plate's centre (CenterNet's focal loss), and the four
corners at the cells near it. Plates known by a box alone teach the box around the corners, not the corners."""
import numpy as np
import torch
from torch.nn import functional as F

from .net import STRIDE


def target_maps(quads, exact, height, width):
    """Maps of one picture: heat [h,w], corners [8,h,w], weight [h,w], exactness [h,w], size [h,w]."""
    h, w = height // STRIDE, width // STRIDE
    heat = np.zeros((h, w), np.float32)
    corners = np.zeros((8, h, w), np.float32)
    known = np.zeros((h, w), np.float32)
    size = np.ones((h, w), np.float32)
    ys, xs = np.mgrid[0:h, 0:w]
    cx, cy = (xs + 0.5) * STRIDE, (ys + 0.5) * STRIDE
    for quad, is_exact in zip(quads, exact):
        x, y = quad.mean(0)
        column, row = int(x // STRIDE), int(y // STRIDE)
        if not (0 <= column < w and 0 <= row < h):
            continue
        span = quad.max(0) - quad.min(0)
        sx, sy = max(span[0] * 0.12, 0.6 * STRIDE), max(span[1] * 0.12, 0.6 * STRIDE)
        blob = np.exp(-((cx - x) ** 2 / (2 * sx * sx) + (cy - y) ** 2 / (2 * sy * sy))).astype(np.float32)
        blob[row, column] = 1
        mine = blob > heat
        heat = np.maximum(heat, blob)
        offsets = (quad.reshape(8)[:, None, None] - np.stack([cx, cy] * 4)).astype(np.float32)
        corners[:, mine] = offsets[:, mine]
        known[mine] = 1.0 if is_exact else 0.0
        size[mine] = (span[0] + span[1]) / 2
    return heat, corners, known, size


def detector_loss(score, corners, heat, target, known, size, ignore):
    """Mean over plates of the focal and the corner loss; cells where `ignore` is 1 teach no score."""
    p = torch.sigmoid(score[:, 0]).clamp(1e-4, 1 - 1e-4)
    positive = (heat >= 0.999).float()
    count = positive.sum().clamp(min=1)
    negative = (1 - positive) * (1 - heat) ** 4 * (1 - ignore)
    focal = -(positive * (1 - p) ** 2 * p.log() + negative * p ** 2 * (1 - p).log()).sum() / count
    weight = heat * (heat > 0.3).float()
    near = weight.sum().clamp(min=1)
    exact = F.smooth_l1_loss(corners / size[:, None], target / size[:, None], reduction="none", beta=0.02).mean(1)
    box = F.smooth_l1_loss(_box(corners) / size[:, None], _box(target) / size[:, None], reduction="none", beta=0.02).mean(1)
    both = known * exact + (1 - known) * (0.8 * box + 0.2 * exact)
    return focal, (weight * both).sum() / near


def _box(corners):
    xs, ys = corners[:, 0::2], corners[:, 1::2]
    return torch.stack([xs.amin(1), ys.amin(1), xs.amax(1), ys.amax(1)], 1)
