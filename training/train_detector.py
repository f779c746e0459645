"""Trains the detector: /usr/bin/python3 -m training.train_detector --data DIR [--pool DIR] --run training/runs/detector
Ends after --steps or --minutes, whichever is first, and the learning rate falls towards that end. A run that was stopped
goes on where it was when it is started again."""
import argparse
import json

import torch

from .dataset import load_photos
from .detector.check import places, tally
from .detector.held import add_unlabelled, split_held
from .detector.loss import detector_loss
from .detector.net import Detector
from .detector.samples import DetectorSamples
from .drawing.pool import PlatePool
from .progress import Run, infinite, rate_at

CORNER_WEIGHT, ROWS_WEIGHT = 8.0, 0.3
WARMUP = 300


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with photos.jsonl")
    parser.add_argument("--pool", help="folder of drawn plates (training.draw)")
    parser.add_argument("--run", default="training/runs/detector")
    parser.add_argument("--corners", help="better corners for the photos (training.corners)")
    parser.add_argument("--start", help="run folder whose weights a new run begins with: a second round over other samples")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--minutes", type=float, default=1e9, help="of training in all, over every start")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def step_once(net, optimizer, batch, rate):
    pixels, maps, ignore = batch
    for group in optimizer.param_groups:
        group["lr"] = rate
    image = (pixels.float() / 255).contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        outputs = net(image)
    focal, corner, rows = detector_loss(outputs, maps, ignore)
    optimizer.zero_grad(set_to_none=True)
    (focal + CORNER_WEIGHT * corner + ROWS_WEIGHT * rows).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
    optimizer.step()
    return torch.tensor([focal.item(), corner.item(), rows.item()])


def load(args):
    """(photos to train on, photos held out), decoded."""
    better = json.load(open(args.corners, encoding="utf8"))["photos"] if args.corners else None
    photos = load_photos(args.data, "train", better)
    add_unlabelled(photos, args.data)
    for photo in photos:
        photo.load()
    return split_held(photos, args.data)


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    photos, held = load(args)
    print(f"{len(photos)} photos to train, {len(held)} held out", flush=True)
    net = Detector().to(memory_format=torch.channels_last)
    print(f"{sum(p.numel() for p in net.parameters())} parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=0.02)
    run = Run(args.run, net, optimizer, args.start)
    pool = PlatePool(args.pool) if args.pool else None
    samples = DetectorSamples(photos, pool, args.seed, (args.steps + 1) * args.batch, args.size)
    batches = infinite(samples, args.batch, run.step, args.workers)
    sums, noted = torch.zeros(3), run.step
    net.train()
    while (share := max(run.step / args.steps, run.elapsed() / 60 / args.minutes)) < 1:
        # rate_at counts in steps; a run that time will cut short is that much farther along.
        rate = rate_at(max(run.step, share * args.steps) if run.step > WARMUP else run.step, args.steps, args.rate)
        sums += step_once(net, optimizer, next(batches), rate)
        run.averaged.update(net)
        run.step += 1
        if run.step % 50 == 0:
            score, corner, rows = (sums / (run.step - noted)).tolist()
            run.note(of=args.steps, score=score, corner=corner, rows=rows)
            sums, noted = torch.zeros(3), run.step
        if run.step % 500 == 0:
            run.save()
        if run.step % 1000 == 0:
            check(run, held)
    run.save()
    check(run, held)


def check(run, photos):
    """Recall at a threshold of 0.5 and the best recall that lets through one extra box in fifty photos."""
    result = places(run.averaged_net(Detector()), photos)
    extras = sorted((score for _, found in result for score, _, kind in found if kind == "extra"), reverse=True)
    strict = extras[min(len(extras) - 1, len(photos) // 50)] + 1e-6 if extras else 0.0
    for threshold in (0.5, strict):
        table = tally(result, threshold)
        run.note(threshold=round(threshold, 3), **{name: f"{100 * recall:.1f} +{extra:.2f} c{error:.3f}" for name, (_, recall, extra, error) in table.items()})


if __name__ == "__main__":
    main()
