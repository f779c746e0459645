"""Training crops for the reader: drawn plates, real plates with known text, and what is no plate.
Called by train_reader; every sample follows from its index. A sample is (crop, characters, country, legible, rows,
weight, places): rows 0 for one, 1 for two, -1 unknown; weight 0 where the characters are not to be learnt (a plate that nobody could read); places [slots,2] in pixels of
the crop where each character stands, -1 where that is not known."""
import zlib

import numpy as np
import torch
from PIL import Image, ImageDraw

from ..alphabet import COUNTRIES, SLOTS, encode
from ..drawing import lettering
from ..drawing.fonts import load
from ..geometry import apply, box_quad, expand, homography, rectangle, side_lengths
from . import capture

_COUNTRY_OF_SET = {"egypt": "EG", "tunisia": "TN", "china": "XX", "france": "EU", "romania-dashcam": "EU"}
_SHARE_OF_SET = {"egypt": 0.42, "tunisia": 0.27, "china": 0.12, "france": 0.14, "romania-dashcam": 0.05}
_PICTURED = {"US": 0.35, "XX": 0.1}
NO_COUNTRY = -1
LARGEST_PLATE_PX = 260.0
# No photos of Libyan plates exist: they are drawn more often than their part of the pool.
LIBYAN_SHARE = 0.15
# A digit stands on six times as many plates as a letter: those with several letters are drawn more often as well.
LETTERED_SHARE, LETTERED_LEAST = 0.3, 3


class RealPlate:
    """A picture around one plate, the plate's quad in it, its text, and its characters' boxes where they are known."""

    def __init__(self, name, image, quad, text, set_name, boxes=None):
        """`name` says which plate of the data it is: a crop's file, or a photo's and the plate's place in it."""
        self.name, self.image, self.quad, self.text, self.set, self.boxes = name, image, quad, text, set_name, boxes
        width, height = side_lengths(quad)
        # Egypt's cars and China's have one row; of the others the shape tells, or nobody knows.
        one = set_name in ("egypt", "china") or width > 3 * height
        self.rows = 0 if one else 1 if width < 1.9 * height else -1
        factor = LARGEST_PLATE_PX / width
        if factor < 1:
            # Blur and noise are in pixels: on a plate much larger than the crop they would do nothing.
            self.image = image.resize((int(image.width * factor), int(image.height * factor)), Image.BOX)
            self.quad = quad * factor
            self.boxes = [b * factor for b in boxes] if boxes else None

    @staticmethod
    def from_photo(photo, index):
        plate = photo.plates[index]
        area = expand(plate.corners, 0.35, 0.5)
        x0, y0 = np.floor(area.min(0)).astype(int).clip(0)
        x1, y1 = np.ceil(area.max(0)).astype(int)
        part = Image.fromarray(photo.load()[y0:y1, x0:x1])
        return RealPlate(f"{photo.path}#{index}".split("photos/")[-1], part, plate.corners.astype(np.float64) - (x0, y0), plate.text, photo.set)

    @staticmethod
    def from_crop(row, quad):
        pixels = np.asarray(Image.open(row["path"]).convert("RGB"))
        pad_y, pad_x = int(0.3 * pixels.shape[0]), int(0.15 * pixels.shape[1])
        padded = np.pad(pixels, ((pad_y, pad_y), (pad_x, pad_x), (0, 0)), mode="edge")
        whole = box_quad((0, 0, pixels.shape[1], pixels.shape[0])) if quad is None else np.array(quad, np.float64)
        boxes = [np.array(c["box"]) + (pad_x, pad_y, pad_x, pad_y) for c in row["chars"]] if row["chars"] else None
        return RealPlate(row["crop"], Image.fromarray(padded), whole + (pad_x, pad_y), row["text"], row["set"], boxes)


def real_plates(photos, crops, crop_corners, doubted=()):
    """{set: [RealPlate]} of everything whose text the reader can spell, but for names whose label is doubted (training.guess)."""
    found, doubted = {}, set(doubted)
    for photo in photos:
        for index, plate in enumerate(photo.plates):
            if plate.text and encode(plate.text) and side_lengths(plate.corners)[0] > 25:
                found.setdefault(photo.set, []).append(RealPlate.from_photo(photo, index))
    for row in crops:
        if row["text"] and encode(row["text"]):
            found.setdefault(row["set"], []).append(RealPlate.from_crop(row, crop_corners.get(row["crop"])))
    return {name: [p for p in plates if p.name not in doubted] for name, plates in found.items()}


def is_held(text):
    """One text in fourteen is kept from training, to measure and to calibrate on."""
    return zlib.crc32(text.encode()) % 14 == 0


def split_held(real):
    """(training, held) of real_plates' answer; held plates share no text with the others."""
    parts = [{name: [p for p in plates if is_held(p.text) == held] for name, plates in real.items()} for held in (False, True)]
    return parts[0], parts[1]


class ReaderSamples(torch.utils.data.Dataset):
    def __init__(self, pool, real, glyphs, photos, seed, length, real_share=(0.18, 0.40), empty_share=0.08):
        self.pool, self.real, self.glyphs, self.photos, self.seed, self.length = pool, real, glyphs, photos, seed, length
        self.real_share, self.empty_share = real_share, empty_share
        self.everything = np.arange(len(pool))
        self.libyan = np.array([i for i, row in enumerate(pool.rows) if row["country"] == "LY"])
        self.lettered = np.array([i for i, row in enumerate(pool.rows) if sum("A" <= c <= "Z" for c in row["text"]) >= LETTERED_LEAST])
        self.sets = sorted(real)
        shares = np.array([_SHARE_OF_SET[s] for s in self.sets])
        self.set_shares = shares / max(shares.sum(), 1e-9)

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rng = np.random.default_rng([self.seed, index])
        roll, points, rows = rng.random(), None, -1
        # Drawn plates teach the shapes of characters; towards the end the real ones say how they are seen.
        real_share = np.interp(index / self.length, (0, 1), self.real_share)
        if roll < self.empty_share:
            crop, text, country, legible = self._empty(rng)
        elif roll < self.empty_share + real_share:
            crop, text, country, legible, rows, points = self._real(rng)
        else:
            crop, text, country, legible, rows, points = self._drawn(rng)
        if rng.random() < 0.03 and text:
            crop = Image.fromarray(255 - np.asarray(crop))
        characters = np.array(encode(text), np.int64)
        weight = 1.0 if legible or not text else 0.0
        pixels = torch.from_numpy(np.array(crop, np.uint8))[None]
        places = np.full((SLOTS, 2), -1, np.float32)
        if points is not None and weight:
            places[:len(points)] = points
        return pixels, characters, country, np.float32(legible), np.float32(rows), np.float32(weight), places

    def _drawn(self, rng):
        roll = rng.random()
        choice = self.libyan if roll < LIBYAN_SHARE else self.lettered if roll < LIBYAN_SHARE + LETTERED_SHARE else self.everything
        index = choice[rng.integers(len(choice))]
        row = self.pool.rows[index]
        rows = row["rows"] - 1
        plate = capture.to_gray(self.pool.image(index), rng)
        if rng.random() < _PICTURED.get(row["country"], 0):
            plate = capture.behind(plate, self._background(rng), rng)
        image, quad, height = capture.photograph(capture.weather(plate, rng), self._background(rng), rng)
        # Most are seen in fair conditions: what a person reads at a glance must be right every time.
        stands = height / (rows + 1)
        image, smear = capture.lens(image, rng, float(rng.choice([0.35, 1.0], p=[0.75, 0.25])), float(np.clip(stands / 16, 0.35, 1.3)))
        if rng.random() < 0.03:
            return capture.cut(image, self._beside(quad, rng)), row["text"], NO_COUNTRY, 0.0, -1, None
        cut_at = capture.wrong_corners(quad, rng)
        crop = capture.cut(image, cut_at)
        # Strokes of a character are about an eighth of its height wide: smaller or more smeared than this, nobody reads it.
        legible = stands >= 8.5 and smear < 0.3 * stands and np.asarray(crop)[8:-8, 12:-12].std() > 5
        places = capture.places(apply(homography(rectangle(1, 1), quad), row["points"]), cut_at)
        return crop, row["text"], COUNTRIES.index(row["country"]), float(legible), rows, places

    def _real(self, rng):
        name = self.sets[rng.choice(len(self.sets), p=self.set_shares)]
        plate = self.real[name][rng.integers(len(self.real[name]))]
        image, quad, text = capture.to_gray(plate.image, rng), plate.quad, plate.text
        if plate.boxes and len(plate.boxes) == len(text) and rng.random() < 0.5:
            image, text = self.glyphs.recombine(image, plate.boxes, text, rng)
        points = np.array([(b[:2] + b[2:]) / 2 for b in plate.boxes]) if plate.boxes and len(plate.boxes) == len(text) else None
        if rng.random() < 0.5:
            image, quad, points = capture.turned(image, quad, points, rng)
        if rng.random() < 0.3:
            factor = float(np.exp(rng.uniform(np.log(0.4), 0)))
            factor = max(factor, min(1.0, 18 / max(side_lengths(quad)[1], 1)))
            small = image.resize((max(8, int(image.width * factor)), max(8, int(image.height * factor))), Image.BOX)
            shrink = np.array([small.width / image.width, small.height / image.height])
            image, quad, points = small, quad * shrink, points * shrink if points is not None else None
        if rng.random() < 0.2:
            image = capture.weather(image, rng)
        if rng.random() < 0.75:
            image, _ = capture.lens(image, rng, 0.5, float(np.clip(side_lengths(quad)[1] / 32, 0.3, 1.0)))
        cut_at = capture.wrong_corners(quad, rng, 1.3)
        places = capture.places(points, cut_at) if points is not None else None
        return capture.cut(image, cut_at), text, COUNTRIES.index(_COUNTRY_OF_SET[name]), 1.0, plate.rows, places

    @staticmethod
    def _beside(quad, rng):
        """A quad that holds only part of the plate."""
        shift = np.array([rng.choice([-1, 1]) * rng.uniform(0.35, 0.7), rng.normal(0, 0.2)])
        if rng.random() < 0.4:
            shift = np.array([rng.normal(0, 0.1), rng.choice([-1, 1]) * rng.uniform(0.5, 0.8)])
        return quad + shift * side_lengths(quad)

    def _background(self, rng):
        """A piece of some photo, gray; now and then a plain ground."""
        if rng.random() < 0.15:
            return Image.new("L", (32, 32), int(rng.integers(0, 255)))
        photo = self.photos[rng.integers(len(self.photos))]
        pixels = photo.gray()
        h, w = pixels.shape
        side = int(rng.uniform(40, max(41, min(h, w) * 0.6)))
        y, x = int(rng.uniform(0, h - side)), int(rng.uniform(0, w - side))
        return Image.fromarray(pixels[y:y + side, x:x + side])

    def _empty(self, rng):
        if rng.random() < 0.45:
            return self._nothing(rng), "", NO_COUNTRY, 0.0
        return self._lettering(rng), "", NO_COUNTRY, 0.0

    def _nothing(self, rng):
        """A piece of a photo that holds no plate (its centre is in none)."""
        for _ in range(8):
            photo = self.photos[rng.integers(len(self.photos))]
            w = photo.width * np.exp(rng.uniform(np.log(0.06), np.log(0.5)))
            h = w / rng.uniform(1.2, 5)
            centre = rng.random(2) * (photo.width, photo.height)
            if all(np.any(centre < p.box[:2] - (w / 3, h / 3)) or np.any(centre > p.box[2:] + (w / 3, h / 3)) for p in photo.plates):
                break
        quad = capture.seen_quad(w, h, rng) + centre
        return capture.cut(photo.gray_image(), quad)

    def _lettering(self, rng):
        stamp = rng.random() < 0.55
        text = lettering.stamp_text(rng) if stamp else lettering.sign_text(rng)
        font = load(lettering.face_for(text, rng), int(rng.integers(14, 34)))
        x0, y0, x1, y1 = font.getbbox(text)
        pad = int(rng.integers(2, 10))
        if stamp and rng.random() < 0.5:
            image = Image.new("L", (x1 - x0 + 2 * pad, y1 - y0 + 2 * pad), 0)
            ink = 255
        else:
            image = self._background(rng).resize((x1 - x0 + 2 * pad, y1 - y0 + 2 * pad))
            ink = int(rng.choice([0, 255, rng.integers(0, 255)]))
        ImageDraw.Draw(image).text((pad - x0, pad - y0), text, font=font, fill=ink)
        picture, quad, _ = capture.photograph(image, self._background(rng), rng)
        picture, _ = capture.lens(picture, rng)
        quad = capture.wrong_corners(quad, rng, 2.0)
        if rng.random() < 0.5:
            # A detector that falls for lettering often takes a part of it.
            keep = rng.uniform(0.3, 1.0)
            at = rng.uniform(0, 1 - keep)
            tl, tr, br, bl = quad
            quad = np.array([tl + at * (tr - tl), tl + (at + keep) * (tr - tl), bl + (at + keep) * (br - bl), bl + at * (br - bl)])
        return capture.cut(picture, quad)
