"""Lets a trained detector say where the corners of plates with known text are: on photos and on crops.
/usr/bin/python3 -m training.corners --data DIR --models models --out corners.json
The detector is the exported one, so that the reader can be trained anew without training the detector first.
Only corners that agree with the label's box are taken (photos IoU 0.6; a crop's plate must fill most of it), so that the
reader trains on crops cut as the program will cut them."""
import argparse
import json
import os

import numpy as np
import torch
from PIL import Image

from .dataset import load_crops, load_photos
from .detector.check import box_of, find, overlap
from .reopen import exported_detector


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
