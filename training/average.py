"""The weights between two rounds of the reader: /usr/bin/python3 -m training.average --runs RUN RUN --shares 0.35 0.65 --out RUN
Two rounds of which one began with the other lie in one valley; what is between them reads as well as the better on drawn plates and
a little better on held real ones. Nothing is trained here."""
import argparse
import os

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", nargs="+", required=True, help="run folders, the later rounds last")
    parser.add_argument("--shares", nargs="+", type=float, required=True, help="one each; their sum is 1")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    if len(args.runs) != len(args.shares) or abs(sum(args.shares) - 1) > 1e-6:
        parser.error("as many shares as runs, their sum 1")
    rounds = [torch.load(os.path.join(run, "checkpoint.pt")) for run in args.runs]
    averaged = {}
    for name, last in rounds[-1]["averaged"].items():
        whole = torch.is_tensor(last) and last.is_floating_point()
        averaged[name] = sum(share * r["averaged"][name] for share, r in zip(args.shares, rounds)) if whole else last
    os.makedirs(args.out, exist_ok=True)
    torch.save({**rounds[-1], "averaged": averaged}, os.path.join(args.out, "checkpoint.pt"))
    print(f"{args.out}: {', '.join(f'{share:g} of {run}' for share, run in zip(args.shares, args.runs))}")


if __name__ == "__main__":
    main()
