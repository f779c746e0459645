"""What a camera does to a training picture of the detector: tone, colour, infrared, blur, noise, codec. Cheap on purpose:
it runs on every picture. Every change follows from the generator given."""
import io

import numpy as np
from PIL import Image, ImageFilter

_GRAIN = np.random.default_rng(1).normal(0, 10, (1024, 1024, 3)).astype(np.int16)
_LEVELS = np.arange(256, dtype=np.float32)


def finish(image, rng):
    """RGB in, RGB out, same size."""
    image = _tone(image, rng)
    roll = rng.random()
    if roll < 0.1:
        image = image.filter(ImageFilter.BoxBlur(rng.uniform(0.3, 1.3)))
    elif roll < 0.22:
        image = image.filter(_smear(rng))
    elif roll < 0.3:
        share = rng.uniform(0.4, 0.8)
        image = image.resize((int(image.width * share), int(image.height * share)), Image.BILINEAR).resize(image.size, Image.BILINEAR)
    if rng.random() < 0.25:
        y, x = rng.integers(0, 1024 - image.height), rng.integers(0, 1024 - image.width)
        grain = _GRAIN[y:y + image.height, x:x + image.width] * int(rng.integers(4, 24)) // 16
        image = Image.fromarray((np.asarray(image, np.int16) + grain).clip(0, 255).astype(np.uint8))
    if rng.random() < 0.35:
        data = io.BytesIO()
        image.save(data, "JPEG", quality=int(rng.integers(22, 85)))
        image = Image.open(data).convert("RGB")
    return image


def _tone(image, rng):
    roll = rng.random()
    if roll < 0.08:
        image = image.convert("L").convert("RGB")
    elif roll < 0.25:
        image = Image.blend(image.convert("L").convert("RGB"), image, rng.uniform(0.2, 1.7))
    if rng.random() < 0.75:
        bright, contrast, cast = rng.uniform(0.45, 1.45), rng.uniform(0.6, 1.4), np.exp(rng.normal(0, 0.08, 3))
        middle = 110 * bright
        image = image.point(np.concatenate([(middle + (_LEVELS * bright * c - middle) * contrast).clip(0, 255) for c in cast]).astype(int).tolist())
    return image


def _smear(rng):
    """Motion blur: a line of up to five pixels in any direction."""
    angle, reach = rng.uniform(0, np.pi), rng.uniform(1, 2.4)
    kernel = np.zeros((5, 5))
    for t in np.linspace(-reach, reach, 13):
        x, y = 2 + t * np.cos(angle), 2 + t * np.sin(angle)
        kernel[int(np.clip(round(y), 0, 4)), int(np.clip(round(x), 0, 4))] += 1
    return ImageFilter.Kernel((5, 5), (kernel / kernel.sum()).reshape(25).tolist())


def night(image, marks, rng):
    """Dusk or night: dark, tinted, lamps with halos; the plates that headlights or an infrared lamp hit stay bright."""
    level, tint = rng.uniform(0.15, 0.55), np.clip(1 + rng.normal(0, 0.15, 3), 0.6, 1.5)
    lit = image.point(np.concatenate([(_LEVELS * c * rng.uniform(0.7, 1.3)).clip(0, 255) for c in tint]).astype(int).tolist())
    dark = image.point(np.concatenate([(_LEVELS * level * c).clip(0, 255) for c in tint]).astype(int).tolist())
    mask = Image.new("L", image.size)
    for mark in marks:
        if rng.random() < 0.6:
            (x0, y0), (x1, y1) = mark.quad.min(0), mark.quad.max(0)
            _glow(mask, ((x0 + x1) / 2, (y0 + y1) / 2), max(x1 - x0, y1 - y0) * rng.uniform(0.9, 2.0), 255)
    out = Image.composite(lit, dark, mask)
    for _ in range(rng.integers(0, 6)):
        reach = np.exp(rng.uniform(np.log(6), np.log(70)))
        place = rng.random(2) * image.size
        if marks and rng.random() < 0.6:
            quad = marks[rng.integers(len(marks))].quad
            place = quad.mean(0) + np.array([rng.choice([-1, 1]) * rng.uniform(0.8, 2.2), rng.uniform(-1.2, 0.4)]) * np.ptp(quad[:, 0])
        halo = Image.new("L", image.size)
        _glow(halo, place, reach, int(rng.integers(120, 256)))
        colour = [(255, 250, 235), (255, 225, 180), (255, 60, 50), (210, 220, 255)][rng.integers(4)]
        out.paste(colour, (0, 0), halo)
    return out


_GLOW = Image.fromarray((255 * np.exp(-((np.mgrid[-32:32, -32:32] / 13.0) ** 2).sum(0) / 2)).astype(np.uint8))


def _glow(mask, place, reach, strength):
    side = max(2, int(2 * reach))
    spot = _GLOW.resize((side, side), Image.BILINEAR).point([int(v * strength / 255) for v in range(256)])
    mask.paste(255, (int(place[0] - reach), int(place[1] - reach)), spot)
