"""Exported networks opened again, so that training can go on from the shipped weights where no checkpoint was kept:
/usr/bin/python3 -m training.reopen --models models --data DIR --pool POOL --corners FILE --reader training/runs/shipped
gives a run folder for `training.train_reader --start` and `training.guess`; --detector RUN alone gives the detector's. The norms of an exported network are folded into
its convolutions; here they are measured anew on training samples and set so that the network computes what it did.
The head that helps training alone (glyph) is not in an export and begins anew."""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from .detector.net import Detector
from .reader.net import HEIGHT, WIDTH, Reader

SAMPLES = 512
_CONVOLUTIONS = (nn.Conv2d, nn.Conv1d)


def norms_of(net):
    """{convolution: the norm behind it}."""
    return {block[0]: block[1] for block in net.modules()
            if isinstance(block, nn.Sequential) and len(block) > 1 and isinstance(block[1], nn.BatchNorm2d)}


def convolutions_in_order(net, example, but=()):
    order = []
    hooks = [m.register_forward_hook(lambda module, *_: order.append(module)) for m in net.modules() if isinstance(m, _CONVOLUTIONS) and m not in but]
    net(example)
    for hook in hooks:
        hook.remove()
    return order


def stored(path):
    """(the graph, its tensors by name)."""
    graph = onnx.load(path).graph
    return graph, {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}


def fold(module, norm, weight, bias):
    """A convolution as it was exported, its norm made one that changes nothing but adds the bias."""
    module.weight.copy_(weight)
    (norm.bias if norm else module.bias).copy_(bias)
    if norm:
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
        norm.weight.fill_(1)


@torch.no_grad()
def exported_detector(path):
    """The network of detector.onnx: its convolutions, in the order they are run, with their norms folded in."""
    net, (graph, tensors) = Detector().eval(), stored(path)
    norms = norms_of(net)
    order = convolutions_in_order(net, torch.zeros(1, 3, 64, 64))
    for module, node in zip(order, [n for n in graph.node if n.op_type == "Conv"], strict=True):
        fold(module, norms.get(module), tensors[node.input[1]], tensors[node.input[2]])
    return net


@torch.no_grad()
def exported_reader(path):
    """The network of reader.onnx; its glyph head is a new one."""
    net, (graph, tensors) = Reader().eval(), stored(path)
    named = {name[len("net."):]: value for name, value in tensors.items() if name.startswith("net.")}
    lacking = [name for name, value in net.named_parameters() if name not in named]
    net.load_state_dict(named, strict=False)
    norms, order = norms_of(net), convolutions_in_order(net, torch.zeros(1, 1, HEIGHT, WIDTH), [net.glyph])
    for module, node in zip(order, [n for n in graph.node if n.op_type == "Conv"], strict=True):
        if node.input[1].startswith("onnx::"):
            fold(module, norms.get(module), tensors[node.input[1]], tensors[node.input[2]])
    # Layers over all slots are exported as a product and a sum; the products' weights lie the other way round, in order.
    products = [tensors[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in tensors]
    for module, weight in zip([net.character[0], net.character[3]], products, strict=True):
        module.weight.copy_(weight.t())
    covered = {"character.0.weight", "character.3.weight"}
    covered |= {f"{name}.{part}" for name, module in net.named_modules() if module in norms or module in norms.values() for part in ("weight", "bias")}
    unknown = [name for name in lacking if name not in covered and not name.startswith("glyph.")]
    if unknown:
        raise ValueError(f"{path} is of another network: nothing for {unknown[0]}")
    return net


@torch.no_grad()
def measure_norms(net, inputs):
    """Gives folded norms the mean and spread of what reaches them, without changing what the network computes."""
    hooks = []
    for module, norm in norms_of(net).items():
        def hook(_, __, output, norm=norm):
            mean, spread = output.mean((0, 2, 3)), output.var((0, 2, 3), unbiased=False)
            norm.bias.add_(mean)
            norm.weight.copy_((spread + norm.eps).sqrt())
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(spread)
        hooks.append(module.register_forward_hook(hook))
    net(inputs)
    for hook in hooks:
        hook.remove()


def samples(args):
    from .dataset import load_crops, load_photos
    from .drawing.pool import PlatePool
    from .reader.recombine import GlyphBank
    from .reader.samples import ReaderSamples, is_held, real_plates, split_held
    with open(args.corners, encoding="utf8") as f:
        better = json.load(f)
    photos, crops = load_photos(args.data, "train", better["photos"]), load_crops(args.data, "train")
    real, _ = split_held(real_plates(photos, crops, better["crops"]))
    glyphs = GlyphBank([row for row in crops if not is_held(row["text"] or "")])
    made = ReaderSamples(PlatePool(args.pool), real, glyphs, photos, args.seed, SAMPLES)
    return torch.from_numpy(np.stack([made[i][0].numpy() for i in range(SAMPLES)])).float() / 255


def save(folder, net):
    os.makedirs(folder, exist_ok=True)
    torch.save({"averaged": net.state_dict()}, os.path.join(folder, "checkpoint.pt"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", default="models")
    parser.add_argument("--data", help="for the reader: folder with photos.jsonl and crops.jsonl")
    parser.add_argument("--pool", help="for the reader: drawn plates")
    parser.add_argument("--corners", help="for the reader: training.corners' file")
    parser.add_argument("--reader", help="run folder to write")
    parser.add_argument("--detector", help="run folder to write")
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    if args.detector:
        save(args.detector, exported_detector(os.path.join(args.models, "detector.onnx")))
    if args.reader:
        reopen_reader(args)


def reopen_reader(args):
    if not (args.data and args.pool and args.corners):
        raise SystemExit("reopen: --reader needs --data, --pool and --corners")
    net, crops = exported_reader(os.path.join(args.models, "reader.onnx")), samples(args)
    with torch.no_grad():
        before = net(crops[:64])[0]
        measure_norms(net, crops)
        off = (net(crops[:64])[0] - before).abs().max().item()
    save(args.reader, net)
    print(f"{args.reader}: reopened; norms measured on {SAMPLES} crops; scores moved by at most {off:.2g}")


if __name__ == "__main__":
    main()
