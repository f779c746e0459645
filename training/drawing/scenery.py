"""What stands on a plate beside its characters: pictures behind them, seals between them, small stacked letters, stickers,
frames. None of it is read. Called by plate.py."""
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from . import ink
from .fonts import latin


def picture(width, height, ground, rng):
    """A pale landscape in the manner of US plates: a sky that changes colour, hills, a sun, waves or a wash."""
    base = np.array(ground, np.float32)
    other = base + rng.normal(0, 45, 3)
    shade = np.linspace(0, 1, height, dtype=np.float32)[:, None, None] ** np.float32(rng.uniform(0.5, 2))
    pixels = np.broadcast_to(base * (1 - shade) + other * shade, (height, width, 3))
    image = Image.fromarray(np.ascontiguousarray(pixels.clip(0, 255)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(0, 4)):
        tone = tuple(int(v) for v in (base + rng.normal(-25, 45, 3)).clip(0, 255))
        _shape(draw, width, height, tone, rng)
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 2.5)))
    # Characters must stay readable: the picture keeps only part of its contrast.
    return Image.blend(Image.new("RGB", image.size, ground), image, float(rng.uniform(0.3, 0.9)))


def _shape(draw, width, height, tone, rng):
    roll = rng.random()
    if roll < 0.5:
        xs = np.linspace(0, width, rng.integers(4, 14))
        ys = height * (rng.uniform(0.4, 1.0) + rng.normal(0, rng.uniform(0.03, 0.16), len(xs)))
        draw.polygon([(0, height), *zip(xs, ys), (width, height)], fill=tone)
    elif roll < 0.7:
        x, y, r = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0.1, 0.5) * height
        draw.ellipse([x - r, y - r, x + r, y + r], fill=tone)
    elif roll < 0.85:
        y = rng.choice([0, rng.uniform(0.72, 0.9)]) * height
        draw.rectangle([0, y, width, y + rng.uniform(0.1, 0.25) * height], fill=tone)
    else:
        x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
        angles = np.sort(rng.uniform(0, 2 * np.pi, rng.integers(5, 12)))
        radii = rng.uniform(0.15, 0.5, len(angles)) * height
        draw.polygon([(x + r * np.cos(a), y + r * np.sin(a)) for a, r in zip(angles, radii)], fill=tone)


def mark(kind, height, colour, face, rng):
    """(picture RGB, mask): a seal, shield, star, dot, bar or small stacked letters, to stand between characters."""
    if kind == "stack":
        return _stack(height, colour, face, rng)
    kind = kind if kind != "mark" else ["disc", "discs", "shield", "dot", "bar", "star", "blob"][rng.integers(7)]
    h = max(6, int(height))
    w = max(4, int(h * {"disc": 0.42, "discs": 0.4, "shield": 0.5, "dot": 0.14, "bar": 0.28, "star": 0.5, "blob": 0.5}[kind]))
    image, mask = Image.new("RGB", (w, h), _any_colour(rng)), Image.new("L", (w, h))
    draw, pen = ImageDraw.Draw(mask), ImageDraw.Draw(image)
    middle = h / 2
    if kind in ("disc", "discs"):
        for at in ([0.5] if kind == "disc" else [0.24, 0.74]):
            box = [1, at * h - w / 2 + 1, w - 2, at * h + w / 2 - 1]
            draw.ellipse(box, fill=255)
            pen.ellipse([b + s * w * 0.22 for b, s in zip(box, (1, 1, -1, -1))], fill=_any_colour(rng))
    elif kind == "shield":
        draw.polygon([(0, middle - w * 0.55), (w - 1, middle - w * 0.55), (w - 1, middle), (w / 2, middle + w * 0.6), (0, middle)], fill=255)
        pen.rectangle([w * 0.25, middle - w * 0.3, w * 0.7, middle], fill=_any_colour(rng))
    elif kind == "dot":
        draw.ellipse([0, middle - w / 2, w - 1, middle + w / 2], fill=255)
        image.paste(colour, (0, 0, w, h))
    elif kind == "bar":
        draw.rectangle([0, middle - h * 0.05, w - 1, middle + h * 0.05], fill=255)
        image.paste(colour, (0, 0, w, h))
    else:
        count = 10 if kind == "star" else int(rng.integers(5, 9))
        radii = [w * 0.5 if i % 2 == 0 or kind == "blob" else w * 0.2 for i in range(count)]
        wobble = 0 if kind == "star" else 0.15 * w
        angles = np.arange(count) * 2 * np.pi / count - np.pi / 2
        draw.polygon([(w / 2 + (r + rng.normal(0, wobble)) * np.cos(a), middle + (r + rng.normal(0, wobble)) * np.sin(a))
                      for a, r in zip(angles, radii)], fill=255)
    return image, mask


def _stack(height, colour, face, rng):
    """Two or three small letters above one another, or two beside one another at the top or foot of the line."""
    count = int(rng.choice([2, 2, 3]))
    letters = "".join("ABCDEFGHIJKLMNPRSTUVWXYZ0123456789"[rng.integers(34)] for _ in range(count))
    small = height / count * rng.uniform(0.7, 0.88)
    inks = [ink.spaced(c, "latin", face, small, 0, rng) for c in letters]
    width = max(i.width for i in inks) + 1
    mask = Image.new("L", (width, max(6, int(height))))
    for i, drawn in enumerate(inks):
        mask.paste(drawn.mask, ((width - drawn.width) // 2, int(i * height / count + (height / count - small) / 2)))
    return Image.new("RGB", mask.size, colour), mask


def _any_colour(rng):
    return tuple(int(v) for v in rng.integers(30, 235, 3))


def stickers(image, rng):
    """The registration stickers in the corners: a small bright rectangle with a number or a month."""
    width, height = image.size
    draw = ImageDraw.Draw(image)
    for left, top in [(x, y) for x in (0.02, 0.85) for y in (0.03, 0.76) if rng.random() < 0.35]:
        w, h = rng.uniform(0.09, 0.14) * width, rng.uniform(0.14, 0.21) * height
        x, y = left * width, top * height
        draw.rectangle([x, y, x + w, y + h], fill=_any_colour(rng))
        text = ["JAN", "MAR", "JUN", "OCT", "DEC", "11", "07", "2012", "16", "19"][rng.integers(10)]
        drawn = ink.word(text, latin("sans")[0], h * 0.6)
        drawn = drawn.resized(min(drawn.width, w * 0.85), drawn.height)
        image.paste(_any_colour(rng), (int(x + (w - drawn.width) / 2), int(y + (h - drawn.height) / 2)), drawn.mask)


def frame(image, face, rng):
    """A dealer's frame laid over the plate's edges, with or without lettering."""
    width, height = image.size
    colour = tuple(int(v) for v in rng.normal(rng.choice([25, 25, 140]), 15, 3).clip(0, 255))
    draw = ImageDraw.Draw(image)
    side, top, foot = rng.uniform(0.005, 0.035) * width, rng.uniform(0.02, 0.13) * height, rng.uniform(0.02, 0.13) * height
    draw.rectangle([0, 0, side, height], fill=colour)
    draw.rectangle([width - side, 0, width, height], fill=colour)
    for y, depth in ((0, top), (height - foot, foot)):
        draw.rectangle([0, y, width, y + depth], fill=colour)
        if depth > 0.07 * height and rng.random() < 0.6:
            text = "".join(chr(int(v)) for v in rng.integers(65, 91, rng.integers(5, 15)))
            drawn = ink.word(text, face, depth * 0.6)
            drawn = drawn.resized(min(drawn.width, width * 0.7), drawn.height)
            image.paste((230,) * 3 if sum(colour) < 300 else (20,) * 3, (int((width - drawn.width) / 2), int(y + depth * 0.2)), drawn.mask)
