"""What is no plate but looks like one: lettering on vehicles, signs, shop fronts, camera displays, grilles, lamps. Drawn once
into sprites, then laid into training pictures. Called by samples.py; promises never to cover a plate."""
import numpy as np
from PIL import Image, ImageDraw

from ..drawing import lettering
from ..drawing.fonts import arabic_fonts, latin_fonts, load
from ..geometry import is_convex, paste_matrix, rectangle

_MAKES = "TOYOTA ISUZU HYUNDAI CANTER ACTROS FORD PEUGEOT RENAULT MITSUBISHI SCANIA VOLVO MAN KIA HILUX D-MAX TURBO DIESEL 4WD V6 2.0 TDI " \
         "GTI SUZUKI NISSAN CHEVROLET MERCEDES HONDA YAMAHA BAJAJ JEEP LAND ROVER FIAT BMW 320i".split()
_LONG = ["how is my driving?", "no entry", "keep distance", "long vehicle", "school bus", "for sale", "fresh milk", "air conditioning",
         "express delivery", "مخبز السلام", "للبيع", "حافلة مدرسية", "توصيل سريع", "ممنوع الوقوف", "صيدلية", "مواد البناء", "ما شاء الله"]


class Decoys:
    def __init__(self, seed, count=500):
        rng = np.random.default_rng([seed, 77])
        self.signs = [_sign(rng) for _ in range(count)]
        self.displays = [_display(rng) for _ in range(count // 2)]
        self.bars = [_bars(rng) for _ in range(count // 4)]

    def scatter(self, canvas, taken, rng):
        """One to four signs, grilles or lamps in perspective on `canvas`, in place, clear of the quads in `taken`."""
        for _ in range(rng.integers(1, 5)):
            sprite = self._pick(self.bars if rng.random() < 0.2 else self.signs, rng)
            width = np.exp(rng.uniform(np.log(16), np.log(0.8 * canvas.width)))
            height = width * sprite.height / sprite.width
            if height > 0.5 * canvas.height or height < 4:
                continue
            quad = rectangle(width, height) - (width / 2, height / 2)
            turn = np.deg2rad(rng.normal(0, 7))
            quad = quad @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
            quad[:, 1] += quad[:, 0] * rng.normal(0, 0.15)
            quad = quad * (1 + quad[:, :1] / width * rng.normal(0, 0.12)) + rng.random(2) * canvas.size
            if is_convex(quad) and not _touches(quad, taken):
                _lay(canvas, sprite, quad, rng.uniform(0.6, 1.0))

    def display(self, canvas, taken, rng):
        """One to three lines as cameras write them over their picture, most of them along its edges."""
        for _ in range(rng.integers(1, 4)):
            sprite = self._pick(self.displays, rng)
            height = int(np.exp(rng.uniform(np.log(9), np.log(36))))
            width = int(height * sprite.width / sprite.height)
            if width > 1.2 * canvas.width:
                continue
            x = int(rng.uniform(-0.1 * width, max(1, canvas.width - 0.8 * width)))
            y = int(rng.choice([2, canvas.height - height - 2]) if rng.random() < 0.6 else rng.uniform(0, canvas.height - height))
            if not _touches(rectangle(width, height) + (x, y), taken):
                small = sprite.resize((width, height), Image.BILINEAR)
                canvas.paste(small, (x, y), small.getchannel("A"))

    @staticmethod
    def _pick(sprites, rng):
        return sprites[rng.integers(len(sprites))]


def wipe(image, quad, rng):
    """Paints the plate out with the vehicle's own surface from above or below; the place is then no plate."""
    (x0, y0), (x1, y1) = quad.min(0), quad.max(0)
    grow = 0.12 * (y1 - y0) + 2
    box = [int(x0 - grow), int(y0 - grow), int(x1 + grow) + 1, int(y1 + grow) + 1]
    high, wide = box[3] - box[1], box[2] - box[0]
    step = int(np.ceil(high * rng.uniform(1.02, 1.3))) * int(rng.choice([-1, 1]))
    if box[1] + step < 0 or box[3] + step > image.height:
        step = -step
    if box[1] + step < 0 or box[3] + step > image.height:
        source = image.crop((box[0], box[1] - 2, box[2], box[1])).resize((wide, high))
    else:
        source = image.crop((box[0], box[1] + step, box[2], box[3] + step))
    if rng.random() < 0.4:
        source = source.resize((max(1, wide // 12), max(1, high // 8)), Image.BOX).resize((wide, high), Image.BICUBIC)
    image.paste(source, (box[0], box[1]))


def _touches(quad, taken):
    (x0, y0), (x1, y1) = quad.min(0) - 3, quad.max(0) + 3
    return any(x0 < q[:, 0].max() and x1 > q[:, 0].min() and y0 < q[:, 1].max() and y1 > q[:, 1].min() for q in taken)


def _lay(canvas, sprite, quad, strength):
    x0, y0 = np.floor(quad.min(0)).astype(int)
    x1, y1 = np.ceil(quad.max(0)).astype(int)
    if x1 <= 0 or y1 <= 0 or x0 >= canvas.width or y0 >= canvas.height:
        return
    width = np.ptp(quad[:, 0])
    if sprite.width > 2 * width:
        sprite = sprite.resize((max(4, int(1.3 * width)), max(2, int(1.3 * width * sprite.height / sprite.width))), Image.BOX)
    layer = sprite.transform((int(x1 - x0), int(y1 - y0)), Image.PERSPECTIVE, paste_matrix(sprite.size, quad - (x0, y0)), Image.BILINEAR)
    canvas.paste(layer, (int(x0), int(y0)), layer.getchannel("A").point([int(v * strength) for v in range(256)]))


def _colour(rng):
    return tuple(int(v) for v in (rng.integers(0, 256, 3) if rng.random() < 0.5 else [int(rng.choice([15, 60, 240, 250]))] * 3))


def _sign(rng):
    """Lettering without a ground (on a vehicle's body), or a board of several lines, or one with a long line."""
    fonts = latin_fonts()
    roll = rng.random()
    if roll < 0.45:
        lines = [_MAKES[rng.integers(len(_MAKES))] if rng.random() < 0.7 else lettering.sign_text(rng)]
    elif roll < 0.75:
        lines = [_LONG[rng.integers(len(_LONG))]] if rng.random() < 0.6 else [lettering.sign_text(rng), _LONG[rng.integers(len(_LONG))]]
    else:
        lines = [[_LONG[rng.integers(len(_LONG))], lettering.sign_text(rng), _MAKES[rng.integers(len(_MAKES))]][rng.integers(3)] for _ in range(3)]
    if rng.random() < 0.5:
        lines = [line.upper() for line in lines]
    arabic = any(ord(c) > 0x600 for line in lines for c in line)
    faces = arabic_fonts() if arabic else fonts
    pictures = [_line(line, load(faces[rng.integers(len(faces))], int(rng.integers(22, 44)))) for line in lines]
    board = rng.random() < (0.25 if len(lines) == 1 else 0.6)
    # A short word on a board of a plate's shape is left to the drawer of plates: only words too long or too wide get one.
    board = board and (len(lines) > 1 or len(lines[0]) > 10)
    pad = int(rng.integers(2, 16)) if board else 1
    width, height = max(p.width for p in pictures) + 2 * pad, sum(p.height + 4 for p in pictures) + 2 * pad
    ink, ground = _colour(rng), _colour(rng)
    out = Image.new("RGBA", (width, height), (*ground, 255) if board else (*ink, 0))
    y = pad
    for picture in pictures:
        out.paste((*ink, 255), ((width - picture.width) // 2, y), picture)
        y += picture.height + 4
    return out


def _line(text, font):
    x0, y0, x1, y1 = font.getbbox(text)
    mask = Image.new("L", (max(1, x1 - x0), max(1, y1 - y0)))
    ImageDraw.Draw(mask).text((-x0, -y0), text, font=font, fill=255)
    return mask


def _display(rng):
    """A line of an on-screen display; a plate's number may stand in it."""
    fonts = latin_fonts()
    mask = _line(lettering.stamp_text(rng) if rng.random() < 0.75 else lettering.random_code(rng), load(fonts[rng.integers(len(fonts))], 36))
    pad = int(rng.integers(1, 8))
    ink = [(255, 255, 255), (255, 255, 0), (255, 40, 40), (0, 255, 0), (240, 240, 240), (20, 20, 20)][rng.choice(6, p=[.4, .15, .1, .1, .15, .1])]
    out = Image.new("RGBA", (mask.width + 2 * pad, mask.height + 2 * pad), (*ink, 0))
    if rng.random() < 0.35:
        out.paste((0, 0, 0, int(rng.choice([110, 255]))), (0, 0, out.width, out.height))
    elif rng.random() < 0.4:
        out.paste((0, 0, 0, 255), (pad + 1, pad + 1), mask)
    out.paste((*ink, 255), (pad, pad), mask)
    return out


def _bars(rng):
    """A grille, a vent, a lamp or a reflector."""
    width, height = int(rng.integers(60, 200)), int(rng.integers(20, 90))
    low, high = sorted(rng.uniform(0, 255, 2))
    if rng.random() < 0.35:
        ramp = np.linspace(low, high, width)[None, :, None] * np.array([[1, rng.uniform(0.1, 1), rng.uniform(0.1, 1)]])
        image = Image.fromarray(np.repeat(ramp, height, 0).clip(0, 255).astype(np.uint8))
    else:
        wave = np.sin(np.arange(height)[:, None] * rng.uniform(0.2, 1.2)) if rng.random() < 0.6 else np.zeros((height, 1))
        wave = wave + (np.sin(np.arange(width)[None] * rng.uniform(0.1, 1.0)) if rng.random() < 0.6 else 0)
        gray = np.broadcast_to(low + (high - low) * (wave > rng.uniform(-0.5, 0.5)), (height, width))
        image = Image.fromarray(gray.astype(np.uint8)).convert("RGB")
    mask = Image.new("L", image.size)
    ImageDraw.Draw(mask).rounded_rectangle([0, 0, width - 1, height - 1], radius=int(rng.integers(1, height // 2)), fill=255)
    image.putalpha(mask)
    return image
