"""Lays drawn plates into photos: over real plates, beside them, on bare panels, in perspective and in the light of the
place. Called by samples.py; the corners of what is laid are known exactly."""
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..drawing import degrade, layouts
from ..drawing.fonts import latin_fonts, load
from ..geometry import is_convex, paste_matrix, rectangle, side_lengths
from .decoys import wipe
from .loss import ONE_ROW, TWO_ROWS, Mark


_CAPTIONS = "CALIFORNIA|TEXAS|FLORIDA|OHIO|NEW YORK|ILLINOIS|Georgia|Sunshine State|Land of Lincoln|BRASIL|ARGENTINA|Virginia|dmv.org|" \
            "Garden State|WASHINGTON|Evergreen State|Colorado|Oregon|UTAH|MX 2019|ONTARIO|Yours to discover|SP - SAO PAULO|BR".split("|")


class Paster:
    """`pool` is a drawn PlatePool."""

    def __init__(self, pool):
        self.pool = pool
        self.rows = {(country, layout["name"]): TWO_ROWS if len(layout["rows"]) > 1 else ONE_ROW for country, layout, _ in layouts.load_layouts()}
        widths = np.array([row["width"] / row["height"] for row in pool.rows])
        self._by_aspect = np.argsort(widths)
        self._aspects = widths[self._by_aspect]

    def over(self, image, marks, photos, rng):
        """Drawn plates over the real ones (most of the time) and now and then beside them. Gives image and marks anew."""
        image, out = image.copy(), []
        for mark in marks:
            if rng.random() < 0.85:
                mark = self._replace(image, mark, photos, rng)
            out.append(mark)
        if rng.random() < 0.3:
            quad = self._loose_quad(image, rng)
            if all(np.any(quad.min(0) > m.quad.max(0)) or np.any(quad.max(0) < m.quad.min(0)) for m in out):
                out.append(self._stick(image, quad, self._near(quad, rng), photos, rng))
        return image, out

    def on_panel(self, photos, rng):
        """One plate on a plain, shaded surface: a tailgate or a wall, with nothing around that says vehicle."""
        shade = rng.uniform(10, 235) + rng.normal(0, 30, 3)
        coarse = shade + rng.normal(0, 18, (rng.integers(2, 5), rng.integers(2, 5), 1))
        image = Image.fromarray(coarse.clip(0, 255).astype(np.uint8)).resize((360, 270), Image.BICUBIC)
        quad = self._loose_quad(image, rng)
        return image, [self._stick(image, quad, self._near(quad, rng), photos, rng)]

    def _replace(self, image, mark, photos, rng):
        quad = mark.quad
        centre = quad.mean(0)
        width, height = side_lengths(quad)
        if rng.random() < 0.3:
            # A plate of another shape: the real one is painted out first.
            wipe(image, quad, rng)
            index = int(rng.integers(len(self.pool)))
            aspect = self.pool.rows[index]["width"] / self.pool.rows[index]["height"]
            grow = np.sqrt(aspect / (width / max(height, 1))) * rng.uniform(0.85, 1.2)
            side, up = (quad[1] + quad[2] - quad[0] - quad[3]) / 2, (quad[2] + quad[3] - quad[0] - quad[1]) / 2
            side, up = side * grow, up * (width * grow / aspect) / max(height, 1)
            quad = np.array([centre - side / 2 - up / 2, centre + side / 2 - up / 2, centre + side / 2 + up / 2, centre - side / 2 + up / 2])
        else:
            # A little larger than what it hides, so that no edge of the real plate looks out.
            quad = centre + (quad - centre) * (rng.uniform(1.04, 1.2), rng.uniform(1.06, 1.3))
            index = self._near(quad, rng)
        return self._stick(image, quad + rng.normal(0, 0.015, (4, 2)) * width, index, photos, rng)

    def _near(self, quad, rng):
        """The index of a random plate of about that width/height."""
        width, height = side_lengths(quad)
        low, high = np.searchsorted(self._aspects, (width / max(height, 1) / 1.5, width / max(height, 1) * 1.6))
        if high - low < 20:
            low, high = (0, 200) if low < len(self._aspects) // 2 else (len(self._aspects) - 200, len(self._aspects))
        return int(self._by_aspect[rng.integers(max(0, low), min(len(self._aspects), high))])

    def _loose_quad(self, image, rng):
        width = image.width * np.exp(rng.uniform(np.log(0.05), np.log(0.45)))
        quad = rectangle(width, width / rng.choice([4.7, 4.2, 2.0, 1.6, 1.2])) - (width / 2, width / 6)
        turn = np.deg2rad(rng.normal(0, 10))
        quad = quad @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        yaw, pitch = rng.uniform(-0.9, 0.9), rng.uniform(-0.5, 0.5)
        quad = quad * (np.cos(yaw), np.cos(pitch))
        quad[:, 1] += quad[:, 0] * np.sin(yaw) * 0.25
        return quad + rng.uniform(0.15, 0.85, 2) * (image.width, image.height)

    def _stick(self, image, quad, index, photos, rng):
        row, plate = self.pool.rows[index], self.pool.image(index)
        if row["country"] == "XX" and rng.random() < 0.35:
            plate = _captioned(plate, rng)
        mark = Mark(quad, True, self.rows[row["country"], row["layout"]])
        if not is_convex(quad):
            return mark
        width, height = side_lengths(quad)
        if rng.random() < 0.5:
            # Plates keep their own proportions: the quad gives way in height.
            middle = (quad[[0, 1]] + quad[[3, 2]]) / 2
            half = (quad[[3, 2]] - quad[[0, 1]]) / 2 * (width / max(height, 1)) * plate.height / plate.width
            if np.linalg.norm(half, axis=1).mean() * 2 >= 0.9 * height:
                quad = mark.quad = np.concatenate([middle - half, (middle + half)[::-1]])
                height = side_lengths(quad)[1]
        if rng.random() < 0.12:
            plate = _scenic(plate, photos, rng)
        plate = degrade.lighting(plate, _light_at(image, quad), rng)
        if plate.width > 1.6 * width:
            plate = plate.resize((max(8, int(width * 1.3)), max(4, int(height * 1.3))), Image.BOX)
        x0, y0 = np.floor(quad.min(0)).astype(int) - 2
        x1, y1 = np.ceil(quad.max(0)).astype(int) + 2
        size, coefficients = (int(x1 - x0), int(y1 - y0)), paste_matrix(plate.size, quad - (x0, y0))
        layer = plate.transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
        mask = Image.new("L", plate.size, 255).transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
        if rng.random() < 0.35:
            layer = layer.filter(ImageFilter.BoxBlur(rng.uniform(0.3, 1.2)))
        if rng.random() < 0.3:
            _holder(image, quad, rng)
        image.paste(layer, (int(x0), int(y0)), mask)
        return mark


def _holder(image, quad, rng):
    """The frame a plate sits in, around its edge."""
    centre = quad.mean(0)
    around = centre + (quad - centre) * (1 + rng.uniform(0.02, 0.08), 1 + rng.uniform(0.05, 0.3)) + (0, rng.uniform(-0.04, 0.08) * np.ptp(quad[:, 1]))
    shade = int(rng.choice([15, 30, 60, 150, 200]))
    ImageDraw.Draw(image).polygon([tuple(p) for p in around], fill=(shade,) * 3)


def _scenic(plate, photos, rng):
    """A pale picture behind the letters, as American states print it."""
    pixels = photos[rng.integers(len(photos))].load()
    side = min(pixels.shape[0], pixels.shape[1]) // 2
    y, x = rng.integers(0, pixels.shape[0] - side), rng.integers(0, pixels.shape[1] - side)
    scene = Image.fromarray(pixels[y:y + side, x:x + side]).resize(plate.size)
    pale = 255 - (255 - np.asarray(scene, np.float32)) * rng.uniform(0.2, 0.6)
    return Image.fromarray((np.asarray(plate, np.float32) * pale / 255).astype(np.uint8))


def _captioned(plate, rng):
    """A line over the letters and perhaps one under them, as American states and Mercosur have them: a name, a slogan."""
    pixels = np.asarray(plate)
    ground, ink = np.median(pixels.reshape(-1, 3), 0), np.percentile(pixels.reshape(-1, 3), 2, 0)
    width, above = int(plate.width * rng.uniform(0.6, 1.0)), int(plate.height * rng.uniform(0.15, 0.45))
    below = int(plate.height * rng.uniform(0.1, 0.35)) if rng.random() < 0.6 else 0
    out = Image.new("RGB", (width, plate.height + above + below), tuple(int(v) for v in ground))
    out.paste(plate.resize((width, plate.height), Image.BILINEAR), (0, above))
    pen, fonts = ImageDraw.Draw(out), latin_fonts()
    for top, high in ((0, above), (above + plate.height, below)):
        colour = ink if rng.random() < 0.5 else rng.integers(0, 200, 3)
        if rng.random() < 0.3:
            pen.rectangle([0, top, width, top + high], fill=tuple(int(v) for v in colour))
            colour = ground
        if high > 8:
            font = load(fonts[rng.integers(len(fonts))], max(6, int(high * rng.uniform(0.5, 0.8))))
            pen.text((width / 2, top + high / 2), _CAPTIONS[rng.integers(len(_CAPTIONS))], font=font, fill=tuple(int(v) for v in colour), anchor="mm")
    return out


def _light_at(image, quad):
    x0, y0 = np.floor(quad.min(0)).astype(int)
    x1, y1 = np.ceil(quad.max(0)).astype(int)
    part = image.crop((x0 - 8, y0 - 8, x1 + 8, y1 + 8)).resize((16, 16), Image.BOX)
    return np.asarray(part, np.float32).reshape(-1, 3)
