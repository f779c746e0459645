"""Lets a trained detector say where the corners of plates with known text are: on photos and on crops.
/usr/bin/python3 -m training.corners --data DIR --models models --out corners.json
The detector is the exported one, so that the reader can be trained anew without training the detector first.
Only corners that agree with the label's box are taken (photos IoU 0.6; a crop's plate must fill most of it), so that the
reader trains on crops cut as the program will cut them."""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from PIL import Image
from torch import nn

from .dataset import load_crops, load_photos
from .detector.check import box_of, find, overlap
from .detector.net import Detector


def corners_of_photos(net, data):
    found, taken, total = {}, 0, 0
    for photo in load_photos(data, "train"):
        if not any(plate.text for plate in photo.plates):
            continue
        plates = find(net, Image.fromarray(photo.load()), 512, 0.2)
        photo.pixels, row = None, []
        for plate in photo.plates:
            best = max(plates, key=lambda f: overlap(box_of(f[1]), plate.box), default=None)
            agrees = best is not None and overlap(box_of(best[1]), plate.box) >= 0.6
            row.append(np.round(best[1], 1).tolist() if agrees else None)
            taken, total = taken + agrees, total + 1
        found[os.path.relpath(photo.path, data)] = row
    print(f"photos: {taken} of {total} plates")
    return found


def corners_of_crops(net, data):
    found, total = {}, 0
    for row in load_crops(data, "train"):
        image, total = Image.open(row["path"]).convert("RGB"), total + 1
        w, h = image.size
        frame = Image.new("RGB", (w * 2, h * 2 + w // 2), (114,) * 3)
        frame.paste(image, (w // 2, h // 2 + w // 4))
        plates = find(net, frame, 384, 0.2)
        whole = np.array([w // 2, h // 2 + w // 4, w // 2 + w, h // 2 + w // 4 + h], float)
        best = max(plates, key=lambda f: overlap(box_of(f[1]), whole), default=None)
        if best is not None and overlap(box_of(best[1]), whole) >= 0.6:
            found[row["crop"]] = np.round(best[1] - whole[:2], 1).tolist()
    print(f"crops: {len(found)} of {total}")
    return found


@torch.no_grad()
def exported_detector(path):
    """The network of detector.onnx: its convolutions, in the order they are run, with their norms folded in."""
    net, order = Detector().eval(), []
    norms = {}
    for block in net.modules():
        if isinstance(block, nn.Sequential) and len(block) > 1 and isinstance(block[1], nn.BatchNorm2d):
            norms[block[0]] = block[1]
    hooks = [m.register_forward_hook(lambda module, *_: order.append(module)) for m in net.modules() if isinstance(m, nn.Conv2d)]
    net(torch.zeros(1, 3, 64, 64))
    for hook in hooks:
        hook.remove()
    graph = onnx.load(path).graph
    stored = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for module, node in zip(order, [n for n in graph.node if n.op_type == "Conv"], strict=True):
        module.weight.copy_(stored[node.input[1]])
        norm = norms.get(module)
        (norm.bias if norm else module.bias).copy_(stored[node.input[2]])
        if norm:
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
    return net


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--models", default="models", help="folder with detector.onnx")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    net = exported_detector(os.path.join(args.models, "detector.onnx"))
    with open(args.out, "w", encoding="utf8") as f:
        json.dump({"photos": corners_of_photos(net, args.data), "crops": corners_of_crops(net, args.data)}, f)


if __name__ == "__main__":
    main()
