"""Trains the reader: /usr/bin/python3 -m training.train_reader --data DIR --pool DIR --run training/runs/reader
Run again to go on after a stop. The learning rate falls over --steps, or over --minutes of training where those end first."""
import argparse
import json
import math
import time

import torch
from torch.nn import functional as F

from .dataset import load_crops, load_photos
from .drawing.pool import PlatePool
from .progress import Run, infinite
from .reader.check import measure
from .reader.net import COLUMNS, HEIGHT, ROWS, WIDTH, Reader
from .reader.recombine import GlyphBank
from .reader.samples import NO_COUNTRY, ReaderSamples, is_held, real_plates, split_held


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with photos.jsonl and crops.jsonl")
    parser.add_argument("--pool", required=True, help="folder of drawn plates (training.draw)")
    parser.add_argument("--run", default="training/runs/reader")
    parser.add_argument("--corners", help="better corners of photos and crops (training.corners)")
    parser.add_argument("--guesses", help="texts of plates that have no label, and labels that are doubted (training.guess)")
    parser.add_argument("--start", help="run folder whose weights a new run begins with: a second round over other samples")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def attention_loss(looks, places):
    """How far each slot looks from its character, where that place is known: cross-entropy against a small blob."""
    ys, xs = torch.meshgrid(torch.arange(ROWS) + 0.5, torch.arange(COLUMNS) + 0.5, indexing="ij")
    x = places[..., 0:1] * COLUMNS / WIDTH
    y = places[..., 1:2] * ROWS / HEIGHT
    blob = torch.exp(-((xs.flatten() - x) ** 2 / (2 * 0.8 ** 2) + (ys.flatten() - y) ** 2 / (2 * 0.8 ** 2)))
    known = (places[..., 0] >= 0) & (blob.sum(-1) > 0.5)
    if not known.any():
        return looks.sum() * 0
    blob = blob[known] / blob[known].sum(-1, keepdim=True)
    return -(blob * looks[:, known]).sum(-1).mean()


def glyph_loss(cells, characters, places):
    """What the cell under each character takes it for, where its place is known."""
    known = (places[..., 0] >= 0) & (places[..., 0] < WIDTH) & (places[..., 1] >= 0) & (places[..., 1] < HEIGHT) & (characters > 0)
    if not known.any():
        return cells.sum() * 0
    sample, slot = known.nonzero(as_tuple=True)
    column = (places[sample, slot, 0] * COLUMNS / WIDTH).long()
    row = (places[sample, slot, 1] * ROWS / HEIGHT).long()
    return F.cross_entropy(cells[sample, :, row, column], characters[sample, slot], label_smoothing=0.04)


def reader_loss(outputs, characters, country, legible, rows, weight, places):
    scores, countries, seen, two_rows, looks, cells = (o.float() for o in outputs)
    per_slot = F.cross_entropy(scores.flatten(0, 1), characters.flatten(), reduction="none", label_smoothing=0.04).view_as(characters)
    # The first "nothing" ends a text and counts in full; those after it are easy and count little.
    past = (characters == 0).cumsum(1) > 1
    slot_weight = torch.where(past, 0.15, 1.0) * weight[:, None]
    text = (per_slot * slot_weight).sum() / slot_weight.sum().clamp(min=1)
    known = country != NO_COUNTRY
    layout = F.cross_entropy(countries[known], country[known], label_smoothing=0.04)
    clear = F.binary_cross_entropy_with_logits(seen, legible)
    seen_rows = rows >= 0
    lines = F.binary_cross_entropy_with_logits(two_rows[seen_rows], rows[seen_rows])
    return text + 0.2 * layout + 0.3 * clear + 0.1 * lines + 0.25 * attention_loss(looks, places) \
        + 0.3 * glyph_loss(cells, characters, places), text.item()


def rate_over(share, step, peak, warmup=300):
    """A short rise, then half a cosine over the `share` of the training that is done, down to 2 % of the peak."""
    return peak * min(1.0, (step + 1) / warmup) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))


def step_once(net, optimizer, batch, rate):
    pixels, *wanted = batch
    for group in optimizer.param_groups:
        group["lr"] = rate
    crops = (pixels.float() / 255).contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        outputs = net(crops)
    loss, text = reader_loss(outputs, *wanted)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
    optimizer.step()
    return text


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    better = json.load(open(args.corners, encoding="utf8")) if args.corners else {"photos": None, "crops": {}}
    said = json.load(open(args.guesses, encoding="utf8")) if args.guesses else {"texts": None, "doubted": []}
    photos = load_photos(args.data, "train", better["photos"], said["texts"])
    crops = load_crops(args.data, "train")
    real, held = split_held(real_plates(photos, crops, better["crops"], said["doubted"]))
    glyphs = GlyphBank([row for row in crops if not is_held(row["text"] or "")])
    for name, plates in (("training", real), ("held", held)):
        print(f"{name}:", {key: len(found) for key, found in plates.items()}, flush=True)
    net = Reader().to(memory_format=torch.channels_last)
    print(f"{sum(p.numel() for p in net.parameters())} parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=0.02)
    run = Run(args.run, net, optimizer, args.start)
    samples = ReaderSamples(PlatePool(args.pool), real, glyphs, photos, args.seed, (args.steps + 1) * args.batch)
    batches = infinite(samples, args.batch, run.step, args.workers)
    began, text_sum, noted = time.monotonic() - run.seconds, 0.0, run.step
    net.train()
    while (share := max(run.step / args.steps, (time.monotonic() - began) / 60 / args.minutes)) < 1:
        text_sum += step_once(net, optimizer, next(batches), rate_over(share, run.step, args.rate))
        run.averaged.update(net)
        run.step += 1
        if run.step % 50 == 0:
            run.note(of=args.steps, text=text_sum / (run.step - noted))
            text_sum, noted = 0.0, run.step
        if run.step % 500 == 0:
            run.save()
            run.note(**measure(run.averaged_net(Reader()), held))
    run.save()
    run.note(**measure(run.averaged_net(Reader()), held))


if __name__ == "__main__":
    main()
