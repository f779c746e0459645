"""Trains the detector: /usr/bin/python3 -m training.train_detector --data DIR [--pool DIR] --run training/runs/detector
Stops after --minutes or --steps, whichever is first; run again to go on. The learning rate follows --steps."""
import argparse
import json
import time

import torch

from .dataset import load_photos
from .detector.check import measure
from .detector.loss import detector_loss
from .detector.net import Detector
from .detector.samples import DetectorSamples
from .drawing.pool import PlatePool
from .progress import Run, infinite, rate_at


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with photos.jsonl")
    parser.add_argument("--pool", help="folder of drawn plates (training.draw)")
    parser.add_argument("--run", default="training/runs/detector")
    parser.add_argument("--corners", help="better corners for the photos (training.corners)")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def step_once(net, optimizer, batch, rate):
    pixels, heat, corners, known, size, ignore = batch
    for group in optimizer.param_groups:
        group["lr"] = rate
    image = (pixels.float() / 255).contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        score, found = net(image)
    focal, corner = detector_loss(score.float(), found.float(), heat, corners, known, size, ignore)
    optimizer.zero_grad(set_to_none=True)
    (focal + 8 * corner).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
    optimizer.step()
    return focal.item(), corner.item()


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    better = json.load(open(args.corners, encoding="utf8")) if args.corners else None
    photos = load_photos(args.data, "train", better)
    for photo in photos:
        photo.load()
    held = load_photos(args.data, "dev")
    print(f"{len(photos)} photos to train, {len(held)} to check", flush=True)
    net = Detector().to(memory_format=torch.channels_last)
    print(f"{sum(p.numel() for p in net.parameters())} parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=0.02)
    run = Run(args.run, net, optimizer)
    pool = PlatePool(args.pool) if args.pool else None
    samples = DetectorSamples(photos, pool, args.seed, (args.steps + 1) * args.batch, args.size)
    batches = infinite(samples, args.batch, run.step, args.workers)
    ends, focal_sum, corner_sum, noted = time.monotonic() + args.minutes * 60, 0.0, 0.0, run.step
    net.train()
    while run.step < args.steps and time.monotonic() < ends:
        focal, corner = step_once(net, optimizer, next(batches), rate_at(run.step, args.steps, args.rate))
        run.averaged.update(net)
        run.step += 1
        focal_sum, corner_sum = focal_sum + focal, corner_sum + corner
        if run.step % 50 == 0:
            done = run.step - noted
            run.note(of=args.steps, score=focal_sum / done, corner=corner_sum / done)
            focal_sum, corner_sum, noted = 0.0, 0.0, run.step
        if run.step % 500 == 0:
            run.save()
            check(run, held[::3])
    run.save()
    check(run, held)


def check(run, photos):
    table = measure(run.averaged_net(Detector()), photos)
    run.note(**{name: f"R.5 {recall:.3f} extra {extra:.2f} corner {error:.4f}" for name, (_, recall, extra, error) in table.items()})


if __name__ == "__main__":
    main()
