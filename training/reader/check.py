"""Measures a reader on labelled plates cut along the corners that are known for them. Called by train_reader between
rounds; the figures that count are those of the whole program (training/score)."""
import numpy as np
import torch

from ..alphabet import decode, encode
from .capture import cut


@torch.no_grad()
def measure(net, held):
    """{set: share of plates whose whole text is right}."""
    net.eval()
    result = {}
    for name, plates in sorted(held.items()):
        right = 0
        for start in range(0, len(plates), 64):
            part = plates[start:start + 64]
            crops = torch.from_numpy(np.stack([np.asarray(cut(p.image.convert("L"), p.quad)) for p in part])[:, None]).float() / 255
            best = net(crops)[0].argmax(-1).tolist()
            right += sum(decode(b) == decode(encode(p.text)) for b, p in zip(best, part))
        result[name] = right / len(plates)
    return result
