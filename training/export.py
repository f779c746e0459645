"""Writes the trained networks as the program loads them:
/usr/bin/python3 -m training.export [--detector RUN] [--reader RUN] --out models
Gives detector.onnx/.json and reader.onnx/.json; the averaged weights of each run's last checkpoint."""
import argparse
import json
import os

import onnx
import torch

from .alphabet import CHARACTERS, COUNTRIES, SLOTS
from .detector import net as detector
from .progress import load_averaged
from .reader import net as reader

OPSET = 14


def write(net, example, path, inputs, outputs, axes):
    torch.onnx.export(net, example, path, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=OPSET)
    model = onnx.load(path)
    onnx.checker.check_model(model)
    print(f"{path}: {os.path.getsize(path) / 1e6:.2f} MB, {len(model.graph.node)} nodes")


def settings(path, **values):
    with open(path, "w", encoding="utf8") as f:
        json.dump(values, f, ensure_ascii=False, indent=2)
        f.write("\n")


def judgement(models):
    """What training.judge wrote into an earlier detector.json; before that the detector decides alone, at evens."""
    path = os.path.join(models, "detector.json")
    if os.path.exists(path):
        with open(path, encoding="utf8") as f:
            before = json.load(f)
        if "plateScore" in before:
            return before["plateScore"]
    return {"detector": 1.0, "legible": 0.0, "offset": 0.0, "least": 0.5}


def temperature(run):
    """What training.reader.calibrate found for this run; 1 before it has run."""
    path = os.path.join(run, "temperature.json")
    if not os.path.exists(path):
        return 1.0
    with open(path, encoding="utf8") as f:
        return json.load(f)["temperature"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--detector", help="run folder of training.train_detector and training.detector.calibrate")
    parser.add_argument("--reader", help="run folder of training.train_reader")
    parser.add_argument("--out", default="models")
    parser.add_argument("--long-side", type=int, default=640)
    parser.add_argument("--threshold", type=float, help="in place of the one training.detector.calibrate chose")
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    if args.detector:
        with open(os.path.join(args.detector, "calibration.json"), encoding="utf8") as f:
            line = json.load(f)
        net = detector.Exported(load_averaged(args.detector, detector.Detector()), line["slope"], line["offset"])
        names = ["score", "corners", "rows"]
        axes = {"image": {2: "height", 3: "width"}, **{name: {2: "down", 3: "across"} for name in names}}
        write(net, torch.rand(1, 3, 384, 640), os.path.join(args.out, "detector.onnx"), ["image"], names, axes)
        settings(os.path.join(args.out, "detector.json"), stride=detector.STRIDE, longSidePx=args.long_side,
                 threshold=args.threshold or line["threshold"], plateScore=judgement(args.out))
    if args.reader:
        net = reader.Exported(load_averaged(args.reader, reader.Reader()))
        names = ["chars", "country", "legible", "rows"]
        write(net, torch.rand(2, 1, reader.HEIGHT, reader.WIDTH), os.path.join(args.out, "reader.onnx"), ["crop"], names,
              {name: {0: "n"} for name in ["crop", *names]})
        settings(os.path.join(args.out, "reader.json"), alphabet=CHARACTERS, countries=COUNTRIES, slots=SLOTS, width=reader.WIDTH,
                 height=reader.HEIGHT, marginX=reader.MARGIN_X, marginY=reader.MARGIN_Y, temperature=temperature(args.reader))


if __name__ == "__main__":
    main()
