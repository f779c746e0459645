"""How a flat plate becomes the crop the reader sees: laid on a background, turned, seen small, lit, dirtied, blurred,
coded, and cut out again along corners that are a little wrong. Called by samples.py; gray pictures throughout."""
import numpy as np
from PIL import Image, ImageChops, ImageFilter

from ..drawing.degrade import grain, jpeg, motion_blur
from ..geometry import apply, expand, homography, is_convex, paste_matrix, rectangle, side_lengths, warp
from .net import HEIGHT, MARGIN_X, MARGIN_Y, WIDTH


def to_gray(image, rng):
    """Gray by a camera's weights, or by those of an infrared or badly balanced one."""
    roll = rng.random()
    if roll < 0.72:
        return image.convert("L")
    if roll < 0.84:
        return _infrared(image, rng) or image.convert("L")
    weights = rng.dirichlet((2, 3, 1.5))
    return Image.fromarray((np.asarray(image, np.float32) @ weights.astype(np.float32)).astype(np.uint8))


def _infrared(image, rng):
    """Under an infrared lamp a coloured ground turns white or black and bright places bloom; None where ink and ground
    would become one."""
    red, green, blue = image.convert("RGB").split()
    lighter = rng.random() < 0.6
    join = ImageChops.lighter if lighter else ImageChops.darker
    gray = join(join(red, green), blue)
    before, after = (np.asarray(g, np.float32).std() for g in (image.convert("L"), gray))
    if after < 0.6 * before:
        return None
    if rng.random() < 0.5:
        reach = max(1.0, 0.02 * image.width * rng.uniform(0.3, 1.2))
        gray = ImageChops.add(gray, gray.point(lambda v: max(0, v - 150)).filter(ImageFilter.BoxBlur(reach)))
    return gray


def cut(image, quad):
    """The reader's crop: margins added, rectified, gray."""
    return warp(image, expand(quad, MARGIN_X, MARGIN_Y), WIDTH, HEIGHT, fill=110)


def places(points, quad):
    """Where points of the picture stand in the crop cut at `quad`, pixels."""
    return apply(homography(expand(quad, MARGIN_X, MARGIN_Y), rectangle(WIDTH, HEIGHT)), points)


def wrong_corners(quad, rng, strength=1.0):
    """Corners as a detector gives them: each off by a little, all off together by a little more."""
    width, height = side_lengths(quad)
    quad = np.asarray(quad, np.float64) + rng.normal(0, 0.014 * strength, (4, 2)) * width * (1, min(1, 2 * height / width))
    quad = quad + _leaning(quad, height, rng)
    grow = rng.normal(0.0, 0.025 * strength, 2)
    shift = rng.normal(0, 0.012 * strength, 2)
    quad = expand(quad, *grow)
    return quad + shift * (width, height)


def _leaning(quad, height, rng):
    """What is added to corners that missed how a plate is turned: its letters then lean, or its line climbs."""
    along, down = (quad[1] + quad[2] - quad[0] - quad[3]), (quad[2] + quad[3] - quad[0] - quad[1])
    along, down = along / max(np.hypot(*along), 1e-6), down / max(np.hypot(*down), 1e-6)
    lean = rng.normal(0, 0.2) * height if rng.random() < 0.5 else 0.0
    climb = rng.normal(0, 0.09) * height if rng.random() < 0.35 else 0.0
    return lean / 2 * np.array([1, 1, -1, -1])[:, None] * along + climb / 2 * np.array([-1, 1, 1, -1])[:, None] * down


def seen_quad(width, height, rng):
    """Where a plate of that size lands when seen from the side and turned; about its own centre."""
    quad = rectangle(width, height) - (width / 2, height / 2)
    yaw = rng.normal(0, 0.35) if rng.random() < 0.7 else rng.uniform(-1.05, 1.05)
    pitch = rng.normal(0, 0.2)
    quad = from_the_side(quad, width, yaw, pitch)
    quad[:, 0] += quad[:, 1] * rng.normal(0, 0.08)
    turn = np.deg2rad(rng.normal(0, 7) if rng.random() < 0.75 else rng.uniform(-42, 42))
    return quad @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])


def from_the_side(quad, width, yaw, pitch):
    """A quad about its own centre, turned away from the camera (radians)."""
    depth = np.array([1 + x * np.sin(yaw) * 0.25 / width + y * np.sin(pitch) * 0.25 / width for x, y in quad])
    return quad * (np.cos(yaw), np.cos(pitch)) / depth[:, None]


def photograph(plate, background, rng):
    """(picture, quad, size in pixels of the plate's height): a flat gray plate seen by some camera."""
    width, height = plate.size
    span = np.exp(rng.uniform(np.log(34), np.log(210))) if width > 3 * height else np.exp(rng.uniform(np.log(26), np.log(150)))
    return lay(plate, background, seen_quad(span, span * height / width, rng), span)


def lay(plate, background, quad, span):
    """As photograph, the plate's place (about its own centre) and its width before turning given."""
    width, height = plate.size
    low = quad.min(0) - 0.15 * span - 2
    quad, size = quad - low, np.ceil(quad.max(0) + 0.15 * span + 2 - low).astype(int)
    image = background.resize(tuple(int(v) for v in size), Image.BILINEAR)
    if width > 1.5 * span:
        plate = plate.resize((max(8, int(span * 1.25)), max(5, int(span * 1.25 * height / width))), Image.BOX)
    coefficients = paste_matrix(plate.size, quad)
    layer = plate.transform(image.size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
    mask = Image.new("L", plate.size, 255).transform(image.size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
    image.paste(layer, (0, 0), mask)
    return image, quad, side_lengths(quad)[1]


def behind(plate, background, rng):
    """A plate whose ground shows a faint picture, as those of some states do."""
    piece = background.resize(plate.size, Image.BILINEAR)
    return Image.blend(plate, ImageChops.lighter(plate, piece) if rng.random() < 0.5 else piece, float(rng.uniform(0.08, 0.3)))


def weather(plate, rng):
    """Dust, shadow and glare on a flat gray plate."""
    pixels = np.asarray(plate, np.float32)
    h, w = pixels.shape
    ys, xs = np.mgrid[0:h, 0:w].astype(np.float32)
    if rng.random() < 0.45:
        dust, level = rng.uniform(90, 190), rng.uniform(0.05, 0.5)
        coarse = rng.random((rng.integers(2, 7), rng.integers(3, 14))).astype(np.float32)
        cover = np.asarray(Image.fromarray((coarse * 255).astype(np.uint8)).resize((w, h), Image.BICUBIC), np.float32) / 255
        if rng.random() < 0.5:
            cover = cover * (0.4 + 0.6 * ys / h)
        pixels = pixels + (dust - pixels) * (level * cover)
    if rng.random() < 0.3:
        angle, at = rng.uniform(0, 2 * np.pi), rng.uniform(-0.3, 0.3)
        side = (xs / w - 0.5) * np.cos(angle) + (ys / h - 0.5) * np.sin(angle) - at
        pixels = pixels * (1 - rng.uniform(0.2, 0.65) / (1 + np.exp((-side * rng.uniform(20, 90)).clip(-40, 40))))
    if rng.random() < 0.12:
        cx, cy, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.15, 0.6) * w
        pixels = pixels + rng.uniform(60, 220) * np.exp(-((xs - cx) ** 2 + (ys - cy) ** 2) / (2 * r * r))
    for _ in range(rng.integers(0, 4) if rng.random() < 0.35 else 0):
        x, y, r = int(rng.uniform(0, w)), int(rng.uniform(0, h)), int(rng.uniform(1, 0.12 * h + 1.5))
        pixels[max(0, y - r):y + r, max(0, x - r):x + r] = rng.uniform(0, 255)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def lens(image, rng, strength=1.0, size=1.0):
    """Exposure, blur, noise and codec; returns the picture and how much its strokes were smeared, in pixels. Blur goes with
    `size`: a plate far away is small and passes fewer pixels in one exposure."""
    pixels = np.asarray(image, np.float32)
    low, high = rng.uniform(0, 80) * strength, 255 - rng.uniform(0, 110) * strength
    contrast = max(60, high - low)
    pixels = (pixels / 255) ** np.exp(rng.normal(0, 0.3 * strength)) * contrast + low
    image, smear = Image.fromarray(pixels.clip(0, 255).astype(np.uint8)), 0.0
    roll = rng.random()
    if roll < 0.3 * strength:
        radius = (abs(rng.normal(0, 0.8)) + 0.2) * size
        image, smear = image.filter(ImageFilter.GaussianBlur(radius)), 2 * radius
    elif roll < 0.47 * strength:
        length = rng.uniform(1.5, 6) * size
        image, smear = motion_blur(image, length, rng.normal(0, 0.4) if rng.random() < 0.7 else rng.uniform(0, np.pi)), length
    if rng.random() < 0.45 * strength:
        noise = grain(image.height, image.width, rng) * np.float32(rng.uniform(0.01, 0.1) * contrast)
        image = Image.fromarray((np.asarray(image, np.float32) + noise).clip(0, 255).astype(np.uint8))
    if rng.random() < 0.12 * strength:
        image = image.filter(ImageFilter.UnsharpMask(2, int(rng.integers(60, 200)), 2))
    if rng.random() < 0.5 * strength:
        image = jpeg(image, rng.integers(20, 85))
    return image, smear


def turned(image, quad, points, rng):
    """A real picture, its quad and the points on it (or None), seen from a slightly other side."""
    span = side_lengths(quad)[0]
    target = seen_quad(image.width, image.height, rng)
    target = (target - target.min(0)) * min(1.0, 1.2 * image.width / np.ptp(target[:, 0]))
    if not is_convex(target) or span < 8:
        return image, quad, points
    matrix = homography(rectangle(*image.size), target)
    size = tuple(int(v) for v in np.ceil(target.max(0)) + 1)
    out = image.transform(size, Image.PERSPECTIVE, paste_matrix(image.size, target), Image.BILINEAR, fillcolor=int(rng.integers(0, 200)))
    return out, apply(matrix, quad), apply(matrix, points) if points is not None else None
