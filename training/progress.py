"""What both trainings share around their step: the schedule, averaged weights, checkpoints and the progress line."""
import json
import math
import os
import time

import torch


# Parts of a network that are there for training alone.
HELPERS = ("glyph.",)


def rate_at(step, steps, peak, warmup=300):
    """Learning rate: a short rise, then half a cosine down to 2 % of the peak."""
    if step < warmup:
        return peak * (step + 1) / warmup
    share = min(1.0, (step - warmup) / max(1, steps - warmup))
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))


class Averaged:
    """An exponential mean of the weights; it is what gets measured and exported."""

    def __init__(self, net, decay=0.998):
        self.decay, self.updates = decay, 0
        self.state = {k: v.detach().clone() for k, v in net.state_dict().items()}

    @torch.no_grad()
    def update(self, net):
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        for key, value in net.state_dict().items():
            mine = self.state[key]
            if value.dtype.is_floating_point:
                mine.mul_(decay).add_(value, alpha=1 - decay)
            else:
                mine.copy_(value)


def load_averaged(folder, net):
    """A run's averaged weights put into `net`, which is returned ready to be measured. Heads that only help training may be
    missing on either side."""
    saved = torch.load(os.path.join(folder, "checkpoint.pt"))["averaged"]
    lacking, surplus = net.load_state_dict(saved, strict=False)
    if any(not key.startswith(HELPERS) for key in lacking + surplus):
        raise ValueError(f"{folder} holds another network: {(lacking + surplus)[0]}")
    return net.eval()


def take_over(folder, net):
    """Gives `net` what a run's averaged weights have under the same name and in the same shape; the rest stays as it began."""
    saved, mine = torch.load(os.path.join(folder, "checkpoint.pt"))["averaged"], net.state_dict()
    fits = {key: value for key, value in saved.items() if key in mine and mine[key].shape == value.shape}
    if not fits:
        raise ValueError(f"{folder} holds another network")
    net.load_state_dict(fits, strict=False)
    anew = sorted({key.rsplit(".", 1)[0] for key in mine if key not in fits})
    print(f"taken over from {folder}: {len(fits)} of {len(mine)} tensors" + (f"; begun anew: {', '.join(anew)}" if anew else ""), flush=True)


class Run:
    """A folder with checkpoint.pt and log.jsonl; stopping and starting again loses at most one save interval."""

    def __init__(self, folder, net, optimizer, start=None):
        """`start` is the run folder a new run takes its first weights from (the averaged ones, not its step or schedule)."""
        self.folder, self.net, self.optimizer = folder, net, optimizer
        os.makedirs(folder, exist_ok=True)
        if start:
            take_over(start, net)
        self.averaged = Averaged(net)
        self.step, self.seconds = 0, 0.0
        self._path = os.path.join(folder, "checkpoint.pt")
        if os.path.exists(self._path):
            saved = torch.load(self._path)
            net.load_state_dict(saved["net"])
            optimizer.load_state_dict(saved["optimizer"])
            self.averaged.state, self.averaged.updates = saved["averaged"], saved["updates"]
            self.step, self.seconds = saved["step"], saved["seconds"]
            print(f"resumed at step {self.step} after {self.seconds / 60:.1f} min", flush=True)
        self._before, self._started = self.seconds, time.monotonic()

    def elapsed(self):
        """Seconds of training so far, over all starts."""
        return self._before + time.monotonic() - self._started

    def save(self):
        self.seconds = self.elapsed()
        torch.save({"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "averaged": self.averaged.state,
                    "updates": self.averaged.updates, "step": self.step, "seconds": self.seconds}, self._path + ".new")
        os.replace(self._path + ".new", self._path)

    def note(self, **row):
        """One progress line: to the screen and to log.jsonl."""
        row = {"step": self.step, "minutes": round(self.elapsed() / 60, 1), **row}
        with open(os.path.join(self.folder, "log.jsonl"), "a", encoding="utf8") as f:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
        print("  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items()), flush=True)

    def averaged_net(self, fresh):
        fresh.load_state_dict(self.averaged.state)
        return fresh.eval()


def infinite(samples, batch, start_step, workers):
    """Batches from `samples` in index order from where a stopped run left off."""
    subset = torch.utils.data.Subset(samples, range(start_step * batch, len(samples)))
    return iter(torch.utils.data.DataLoader(subset, batch, num_workers=workers, prefetch_factor=4 if workers else 2, drop_last=True))
