"""Training pictures for the detector: real photos at random scales, some as mosaics of four; drawn plates laid over real
ones and elsewhere; plates painted out and lettering that is no plate; night. Called by train_detector; every sample
follows from its index."""
import numpy as np
import torch
from PIL import Image

from ..geometry import rectangle, side_lengths
from . import camera
from .decoys import Decoys, wipe
from .loss import ONE_ROW, ROWS_UNKNOWN, TWO_ROWS, Mark, target_maps
from .paste import Paster

PADDING = 114
# Plates narrower than the first are ignored, neither taught nor held against the network.
LEAST_PLATE_PX, MIN_PLATE_PX, MAX_PLATE_PX = 11.0, 16.0, 370.0


def marks_of(photo):
    """The labelled plates of a photo as marks. A car's plate that stands tall in its box lies on its side: such photos
    are turned to the left, their texts run upward, and the corners are given in the plate's own order."""
    marks = []
    for plate in photo.plates:
        x0, y0, x1, y1 = plate.box
        quad, exact, aspect = plate.corners.astype(np.float64), plate.exact, (x1 - x0) / max(y1 - y0, 1)
        motorcycle = photo.set == "egypt-motorcycle"
        if aspect < 0.65 and not motorcycle:
            quad, exact, aspect = np.array([[x0, y1], [x0, y0], [x1, y0], [x1, y1]], np.float64), False, 1 / aspect
        rows = ROWS_UNKNOWN
        if motorcycle:
            rows = TWO_ROWS
        elif photo.set == "egypt" or (photo.set != "saudi" and aspect > 2.7):
            rows = ONE_ROW
        elif photo.set in ("tunisia", "france") and exact and aspect < 1.7:
            rows = TWO_ROWS
        marks.append(Mark(quad, exact, rows))
    return marks


class DetectorSamples(torch.utils.data.Dataset):
    """`pool` is a drawn PlatePool or None; `size` the side of the square training picture in pixels; `unlabelled` the
    boxes of plates that have no label, {photo path: [[x0,y0,x1,y1]]}: they are ignored."""

    def __init__(self, photos, pool, seed, length, size=384):
        self.photos, self.seed, self.length, self.size = photos, seed, length, size
        self.paster = Paster(pool) if pool is not None else None
        self.decoys = Decoys(seed)
        names = sorted({p.set for p in photos})
        self.by_set = [[p for p in photos if p.set == name] for name in names]
        counts = np.array([len(group) for group in self.by_set], float) ** 0.6
        self.shares = counts / counts.sum()

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rng = np.random.default_rng([self.seed, index])
        roll = rng.random()
        if roll < 0.42:
            canvas, marks, ignored = self._mosaic(rng, 3 if roll < 0.12 else 2)
        else:
            canvas, marks, ignored = self._view(rng, self.size, self.size, rng.uniform(-1, 1))
        taken = [m.quad for m in marks] + ignored
        if rng.random() < 0.35:
            self.decoys.scatter(canvas, taken, rng)
        if rng.random() < 0.13:
            canvas = camera.night(canvas, marks, rng)
        if rng.random() < 0.15:
            self.decoys.display(canvas, taken, rng)
        canvas = camera.finish(canvas, rng)
        pixels = torch.from_numpy(np.array(canvas, np.uint8).transpose(2, 0, 1).copy())
        return pixels, target_maps(marks, self.size, self.size), self._ignore_map(ignored)

    def _ignore_map(self, ignored):
        cells = self.size // 8
        out = np.zeros((cells, cells), np.float32)
        for quad in ignored:
            x0, y0 = np.floor(quad.min(0) / 8).astype(int).clip(0, cells)
            x1, y1 = np.ceil(quad.max(0) / 8).astype(int).clip(0, cells)
            out[y0:y1, x0:x1] = 1
        return out

    def _mosaic(self, rng, count):
        """count×count views side by side, cut at uneven places."""
        cuts = [0, *(int(self.size * (i + rng.uniform(-0.15, 0.15)) / count) for i in range(1, count)), self.size]
        rows = [0, *(int(self.size * (i + rng.uniform(-0.15, 0.15)) / count) for i in range(1, count)), self.size]
        canvas = Image.new("RGB", (self.size, self.size), (PADDING,) * 3)
        marks, ignored = [], []
        for x0, x1 in zip(cuts, cuts[1:]):
            for y0, y1 in zip(rows, rows[1:]):
                tile, found, hidden = self._view(rng, x1 - x0, y1 - y0, rng.uniform(-1, 0.4))
                canvas.paste(tile, (x0, y0))
                marks += [m.moved((x0, y0)) for m in found]
                ignored += [quad + (x0, y0) for quad in hidden]
        return canvas, marks, ignored

    def _view(self, rng, width, height, size_wish):
        """One photo seen at a random scale, turn and place; size_wish -1..1 goes from small plates to large ones."""
        group = self.by_set[rng.choice(len(self.by_set), p=self.shares)]
        photo = group[rng.integers(len(group))]
        image, marks, hidden = Image.fromarray(photo.load()), marks_of(photo), list(photo.unlabelled)
        if rng.random() < 0.35 and not any(_on_side(m.quad) for m in marks):
            image, marks, hidden = _mirrored(image, marks, hidden)
        roll = rng.random()
        focus = marks
        if roll < 0.09:
            image, focus = image.copy(), marks
            for mark in marks:
                wipe(image, mark.quad, rng)
            marks = []
        elif roll < 0.55 and self.paster is not None:
            if roll < 0.14:
                (image, marks), hidden = self.paster.on_panel(group, rng), []
            else:
                image, marks = self.paster.over(image, marks, group, rng)
            focus = marks
        middle = np.sqrt(MIN_PLATE_PX * MAX_PLATE_PX)
        wanted = middle * (MAX_PLATE_PX / middle) ** size_wish
        real = side_lengths(focus[0].quad)[0] if focus else image.width * 0.15
        # A photo is never blown up so far that its plate is mush, nor shrunk to a stamp in an empty picture.
        covering = max if rng.random() < 0.5 else min
        least = 0.85 * covering(width / image.width, height / image.height)
        scale = float(np.clip(wanted / max(real, 4), least, max(least, 3.0)))
        # A box that is turned is no longer a box: only plates with known corners are turned far; those of motorcycles, which hang
        # and lie as they please in these photos, by right angles.
        far = bool(marks) and all(m.exact for m in marks)
        turn = _turn(far, group[0].set == "egypt-motorcycle", rng)
        return self._place(image, marks, focus, hidden, scale, turn, width, height, rng)

    def _place(self, image, marks, focus, hidden, scale, turn, width, height, rng):
        small = image
        if scale < 0.8:
            small = image.resize((max(8, round(image.width * scale)), max(8, round(image.height * scale))), Image.BOX)
        shrunk = np.array([small.width / image.width, small.height / image.height])
        linear = self._linear(scale / shrunk[0] if scale >= 0.8 else 1.0, turn, rng)
        if focus and rng.random() < 0.85:
            middle = focus[rng.integers(len(focus))].quad.mean(0) * shrunk
            target = rng.uniform(0.08, 0.92, 2) * (width, height)
        else:
            middle = rng.random(2) * (small.width, small.height)
            target = np.array([width, height]) * rng.uniform(0.2, 0.8, 2)
        shift = target - linear @ middle
        if rng.random() < 0.85:
            shift += _filling(linear, shift, small.size, np.array([width, height]))
        inverse = np.linalg.inv(linear)
        back = -inverse @ shift
        view = small.transform((width, height), Image.AFFINE, (inverse[0, 0], inverse[0, 1], back[0], inverse[1, 0], inverse[1, 1], back[1]),
                               Image.BILINEAR, fillcolor=(PADDING,) * 3)

        def moved(quad):
            return (quad * shrunk) @ linear.T + shift

        return view, *_seen([Mark(moved(m.quad), m.exact, m.rows) for m in marks], [moved(q) for q in hidden], width, height)

    @staticmethod
    def _linear(grow, turn, rng):
        """Scale, a little stretch and shear, the turn (radians)."""
        aspect, shear = np.exp(rng.normal(0, 0.08)), rng.normal(0, 0.06)
        linear = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ np.array([[1, shear], [0, 1]])
        return linear @ np.diag([grow * aspect, grow / aspect])


def _turn(far, motorcycle, rng):
    """How far a view is turned, radians; now and then the whole photo lies on its side."""
    turn = np.deg2rad(rng.normal(0, 6) if rng.random() < 0.85 else rng.uniform(-30, 30))
    if far and rng.random() < 0.08:
        turn = np.deg2rad(rng.uniform(-75, 75))
    side = rng.random()
    if side < (0.2 if motorcycle else 0.04):
        turn += np.pi / 2 * (-1 if side < (0.1 if motorcycle else 0.032) else 1)
    return turn


def _on_side(quad):
    return abs(quad[1][1] - quad[0][1]) > abs(quad[1][0] - quad[0][0])


def _mirrored(image, marks, hidden):
    """The photo as in a mirror; the top left corner is again the one that is top left in the picture."""
    def over(quad):
        return (quad * (-1, 1) + (image.width, 0))[[1, 0, 3, 2]]

    return image.transpose(Image.FLIP_LEFT_RIGHT), [Mark(over(m.quad), m.exact, m.rows) for m in marks], [over(q) for q in hidden]


def _filling(linear, shift, size, room):
    """The move that leaves as little of the room empty as the photo can fill."""
    corners = rectangle(*size) @ linear.T + shift
    low, high = corners.min(0), corners.max(0)
    large = high - low >= room
    return np.where(large, np.minimum(-low, 0) + np.maximum(room - high, 0), np.maximum(-low, 0) + np.minimum(room - high, 0))


def _seen(marks, hidden, width, height):
    """The marks to be learnt, and the quads to be ignored: too small, too large, cut off, or known to have no label."""
    kept, ignored = [], []
    for mark, labelled in [(m, True) for m in marks] + [(Mark(q, False), False) for q in hidden]:
        inside = np.clip(mark.quad, 0, (width, height))
        span, seen = np.ptp(mark.quad, 0), np.ptp(inside, 0)
        if seen.prod() <= 0:
            continue
        fits = LEAST_PLATE_PX <= side_lengths(mark.quad)[0] <= MAX_PLATE_PX * 1.2
        if labelled and fits and seen.prod() >= 0.85 * span.prod():
            kept.append(Mark(mark.quad.astype(np.float32), mark.exact, mark.rows))
        else:
            ignored.append(inside)
    return kept, ignored
