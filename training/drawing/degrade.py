"""What happens to a plate between the road and the file: light, dust, shadow, blur, noise, bloom, infrared, JPEG.
Called by both trainings on PIL pictures; every change follows from the generator given."""
import io

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter


def lighting(plate, around, rng):
    """A drawn plate toned to the light of the place it is pasted to (`around`: n×3 pixels)."""
    bright = np.percentile(around.mean(1), 90) / 255
    tint = around.mean(0) / max(around.mean(), 1)
    level = float(np.clip(rng.uniform(0.55, 1.0) * (0.35 + 0.75 * bright), 0.18, 1.05))
    tint = 1 + (np.clip(tint, 0.6, 1.5) - 1) * rng.uniform(0, 0.8)
    floor = rng.uniform(0, 30)
    out = np.asarray(plate, np.float32) * (level * tint) * (1 - floor / 255) + floor * level
    return Image.fromarray(out.clip(0, 255).astype(np.uint8))


def jpeg(image, quality):
    data = io.BytesIO()
    image.save(data, "JPEG", quality=int(quality))
    return Image.open(io.BytesIO(data.getvalue())).convert(image.mode)


def motion_blur(image, length, angle):
    """Smears along a line of `length` pixels."""
    steps = int(max(2, min(9, np.ceil(length))))
    total = np.zeros(np.asarray(image).shape, np.float32)
    for t in np.linspace(-0.5, 0.5, steps):
        dx, dy = t * length * np.cos(angle), t * length * np.sin(angle)
        total += np.asarray(image.transform(image.size, Image.AFFINE, (1, 0, dx, 0, 1, dy), Image.BILINEAR), np.float32)
    return Image.fromarray((total / steps).astype(np.uint8))


_GRAIN = np.random.default_rng(1).normal(0, 1, (1024, 1024)).astype(np.float32)


def grain(height, width, rng):
    """Unit noise cut from one large field: drawing it anew costs more than the training step."""
    if height > 1000 or width > 1000:
        return np.resize(_GRAIN, (height, width))
    y, x = rng.integers(0, 1024 - height), rng.integers(0, 1024 - width)
    return _GRAIN[y:y + height, x:x + width]


def _tone(bright, contrast):
    levels = np.arange(256, dtype=np.float32) * bright
    return (110 * bright + (levels - 110 * bright) * contrast).clip(0, 255).astype(int).tolist()


def picture(image, rng):
    """A whole training picture: colour, contrast, blur, noise, codec. RGB in, RGB out."""
    if rng.random() < 0.7:
        image = image.point(_tone(rng.uniform(0.5, 1.4), rng.uniform(0.6, 1.4)) * 3)
    if rng.random() < 0.4:
        image = ImageEnhance.Color(image).enhance(rng.uniform(0.0, 1.6))
    if rng.random() < 0.05:
        image = image.convert("L").convert("RGB")
    roll = rng.random()
    if roll < 0.15:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 1.4)))
    elif roll < 0.25:
        image = motion_blur(image, rng.uniform(1.5, 5), rng.uniform(0, np.pi))
    if rng.random() < 0.3:
        noise = grain(image.height, image.width, rng)[..., None] * np.float32(rng.uniform(2, 14))
        image = Image.fromarray((np.asarray(image, np.float32) + noise).clip(0, 255).astype(np.uint8))
    if rng.random() < 0.4:
        image = jpeg(image, rng.integers(25, 85))
    return image
