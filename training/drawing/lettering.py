"""Lettering that is no plate: on-screen displays, signs, stickers. Teaches the detector and the reader what to leave
alone. Called by both trainings."""
import numpy as np
from PIL import Image, ImageDraw

from .fonts import any_arabic, any_latin, load

_WORDS = ["TAXI", "STOP", "POLICE", "CAM 01", "EXIT", "SALE", "TEL", "MARKET", "HOTEL", "ETC", "BUS", "KEEP LEFT", "DIESEL",
          "TOYOTA", "ISUZU", "HYUNDAI", "CANTER", "ACTROS", "www.shop.com", "CARGO", "PARKING", "قف", "بوابة", "سوق", "محطة وقود",
          "مدرسة", "الشرطة", "مخبز", "صيدلية", "حافلة"]


def stamp_text(rng):
    """A line as cameras write it over their picture."""
    date = f"{rng.integers(2015, 2030)}-{rng.integers(1, 13):02}-{rng.integers(1, 29):02}"
    if rng.random() < 0.3:
        date = f"{rng.integers(1, 29):02}/{rng.integers(1, 13):02}/{rng.integers(2015, 2030)}"
    clock = f"{rng.integers(24):02}:{rng.integers(60):02}:{rng.integers(60):02}"
    tail = ["", " CAM " + str(rng.integers(1, 20)), f" - {random_code(rng)}", f" {random_code(rng)} - LANE {rng.integers(1, 9)}"][rng.integers(4)]
    return [f"{date} {clock}{tail}", date, clock, f"{date} {clock}", random_code(rng) + " " + clock][rng.integers(5)]


def random_code(rng):
    letters = "ABCDEFGHKLMNPRSTVXYZ"
    return f"{rng.integers(10, 99)}{letters[rng.integers(20)]}{rng.integers(10000, 99999)}{'T' * int(rng.random() < 0.3)}"


def sign_text(rng):
    roll = rng.random()
    if roll < 0.6:
        return _WORDS[rng.integers(len(_WORDS))]
    if roll < 0.8:
        return f"{rng.integers(20, 130)}"
    return f"0{rng.integers(10, 99)}-{rng.integers(100000, 9999999)}"


def face_for(text, rng):
    """A face that has the text's letters."""
    return any_arabic(rng) if any("\u0600" <= c <= "\u06ff" for c in text) else any_latin(rng)


def scatter(canvas, taken, rng):
    """Writes one to three pieces of lettering over `canvas` (PIL RGB, in place), clear of the quads in `taken`."""
    draw = ImageDraw.Draw(canvas)
    for _ in range(rng.integers(1, 4)):
        is_stamp = rng.random() < 0.6
        text = stamp_text(rng) if is_stamp else sign_text(rng)
        font = load(face_for(text, rng), int(np.exp(rng.uniform(np.log(8), np.log(34 if is_stamp else 50)))))
        x0, y0, x1, y1 = draw.textbbox((0, 0), text, font=font)
        width, height = x1 - x0 + 6, y1 - y0 + 6
        if width > canvas.width * 1.3 or height > canvas.height / 3:
            continue
        x = int(rng.uniform(-0.1 * width, max(1, canvas.width - 0.7 * width)))
        top = rng.choice([2, canvas.height - height - 2]) if is_stamp else rng.uniform(0, canvas.height - height)
        box = np.array([x, int(top), x + width, int(top) + height])
        if any(box[0] < q[:, 0].max() and box[2] > q[:, 0].min() and box[1] < q[:, 1].max() and box[3] > q[:, 1].min() for q in taken):
            continue
        ink = (255,) * 3 if rng.random() < 0.6 else tuple(int(v) for v in rng.integers(0, 256, 3))
        if rng.random() < 0.6:
            ground = (0, 0, 0) if is_stamp else tuple(int(v) for v in rng.integers(0, 256, 3))
            draw.rectangle(tuple(box), fill=ground)
        draw.text((box[0] + 3 - x0, box[1] + 3 - y0), text, font=font, fill=ink)
