"""One drawn plate, flat and new: ground, bands, border, rows of ink, stamps, screws. Called by training.draw.
Promises a picture that is the plate to its edge, with its label, country and layout name."""
import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageFilter

from . import ink, layouts
from .fonts import arabic_fonts, latin_fonts

LONG_SIDE_PX = 264


class PlateArtist:
    def __init__(self):
        self._layouts = layouts.load_layouts()
        shares = np.array([share for _, _, share in self._layouts])
        self._shares = shares / shares.sum()

    def draw(self, rng):
        """(image, {text, country, layout, points: the place of each character of the text, as shares of the plate})."""
        country, layout, _ = self._layouts[rng.choice(len(self._layouts), p=self._shares)]
        image, label, points = _Plate(layout, rng).paint()
        return image, {"text": label, "country": country, "layout": layout["name"], "points": points}


class _Plate:
    def __init__(self, layout, rng):
        self.layout, self.rng = layout, rng
        self.texts, self.label = layouts.spell(layout, rng)
        self.points = []
        width, height = layout["size"]
        height = height * float(np.exp(rng.normal(0, 0.07)))
        scale = (LONG_SIDE_PX if width / height > 3 else 200) / width
        self.width, self.height = int(width * scale), int(height * scale)
        colours = layouts.pick_weighted([{"weight": 1, **c} for c in layout["colours"]], rng)
        self.ground, self.ink = self._shade(colours["ground"], 14), self._shade(colours["ink"], 14)
        self.latin = latin_fonts()[rng.integers(len(latin_fonts()))]
        self.arabic = arabic_fonts()[rng.integers(len(arabic_fonts()))]
        self.stroke = int(rng.random() < 0.25)
        self.wide = float(np.exp(rng.normal(-0.03, 0.13)))
        self.spacing = float(rng.choice([0.06, 0.1, 0.16, 0.24], p=[0.3, 0.4, 0.2, 0.1]) * rng.uniform(0.7, 1.3))
        self.emboss = rng.random() < 0.45

    def paint(self):
        self.image = Image.new("RGB", (self.width, self.height), self.ground)
        self.pen = ImageDraw.Draw(self.image)
        for band in self.layout.get("bands", []):
            self._band(band)
        if self.rng.random() < 0.75:
            self._border()
        inset = self.rng.uniform(0, 0.03)
        for row, texts in zip(self.layout["rows"], self.texts):
            self._row(row, texts, inset)
        for stamp in self.layout.get("stamps", []):
            if self.rng.random() < stamp.get("chance", 1.0):
                self._stamp(stamp)
        if self.layout.get("divider") and self.rng.random() < 0.85:
            x, y0, y1 = self.layout["divider"]
            self.pen.line([(x * self.width, y0 * self.height), (x * self.width, y1 * self.height)], self.ink, int(self.rng.integers(1, 3)))
        if self.rng.random() < 0.5:
            self._screws()
        if self.rng.random() < 0.08:
            self._owner_line()
        return self.image, self.label, self.points

    def _shade(self, colour, spread):
        base = np.array(ImageColor.getrgb(colour), float) + self.rng.normal(0, spread) + self.rng.normal(0, spread / 3, 3)
        return tuple(int(v) for v in base.clip(0, 255))

    def _band(self, band):
        x0, y0, x1, y1 = (v * s for v, s in zip(band["box"], (self.width, self.height) * 2))
        fill = band["fills"][0] if self.rng.random() < 0.5 else band["fills"][self.rng.integers(len(band["fills"]))]
        self.pen.rectangle([x0, y0, x1, y1], fill=self._shade(fill, 12))

    def _border(self):
        inset, thick = int(self.rng.integers(0, 5)), int(self.rng.integers(1, 4))
        box = [inset, inset, self.width - 1 - inset, self.height - 1 - inset]
        self.pen.rounded_rectangle(box, radius=int(self.rng.integers(2, 10)), outline=self.ink, width=thick)

    def _write(self, item, text, height):
        script = item["script"]
        if script == "arabic":
            return ink.word(text, self.arabic, height * self.rng.uniform(0.75, 1.0), self.stroke)
        font, spacing = (self.latin, self.spacing) if script == "latin" else (self.arabic, self.spacing * 1.3)
        drawn = ink.spaced(text, script, font, height, spacing, self.rng, self.stroke)
        return drawn.resized(drawn.width * self.wide, drawn.height)

    def _row(self, row, texts, inset):
        y0, y1 = row["y"][0] + inset, row["y"][1] - inset
        height = (y1 - y0) * self.height * self.rng.uniform(0.85, 1.0)
        inks = [self._write(item, text, height * item.get("scale", 1.0)) for item, text in zip(row["items"], texts)]
        # Letters below the line and words may be taller than the row: they give way, as on a real plate.
        inks = [i.resized(i.width * 1.1 * height / i.height, 1.1 * height) if i.height > 1.1 * height else i for i in inks]
        middle = (y0 + y1) / 2 * self.height
        items = list(zip(row["items"], texts))
        if row["justify"] == "parts":
            for (item, text), drawn in zip(items, inks):
                p0, p1 = (v * self.width for v in item["part"])
                drawn = self._squeeze(drawn, p1 - p0)
                self._lay(drawn, (p0 + p1 - drawn.width) / 2, middle, item, text)
            return
        x0, x1 = (row["x"][0] + inset / 2) * self.width, (row["x"][1] - inset / 2) * self.width
        gap = self.rng.uniform(0.15, 0.5) * height if len(inks) > 1 else 0
        room = x1 - x0 - gap * (len(inks) - 1)
        total = sum(i.width for i in inks)
        if total > room:
            inks = [self._squeeze(i, i.width * room / total) for i in inks]
            total = sum(i.width for i in inks)
        spare = x1 - x0 - total - gap * (len(inks) - 1)
        if row["justify"] == "spread" and len(inks) > 1:
            share = self.rng.uniform(0.5, 1.0)
            gap += spare * share / (len(inks) - 1)
            spare *= 1 - share
        x = x0 + spare * self.rng.uniform(0.35, 0.65)
        for (item, text), drawn in zip(items, inks):
            self._lay(drawn, x, middle, item, text)
            x += drawn.width + gap

    @staticmethod
    def _squeeze(drawn, width):
        return drawn if drawn.width <= width else drawn.resized(width, drawn.height)

    def _lay(self, drawn, x, middle, item, text):
        """Puts ink on the plate; `text` is None for what is no part of the label."""
        mask, place = drawn.mask, (int(round(x)), int(round(middle - drawn.height / 2)))
        if "square" in item:
            pad = int(0.15 * mask.height) + 1
            self.pen.rectangle([place[0] - pad, place[1] - pad, place[0] + mask.width + pad, place[1] + mask.height + pad], fill=self._shade(item["square"], 10))
        colour = self._shade(item["ink"], 8) if "ink" in item else self.ink
        if self.emboss:
            self.image.paste(tuple(min(255, c + 45) for c in self.ground), (place[0] - 1, place[1] - 1), mask)
            self.image.paste(tuple(max(0, c - 60) for c in self.ground), (place[0] + 1, place[1] + 1), mask)
        self.image.paste(colour, place, mask)
        if text is not None and item.get("label", True):
            units = [text] if len(drawn.centres) == 1 else text
            for unit, centre in zip(units, drawn.centres):
                if unit not in self.layout.get("skip", ""):
                    self.points.append([round((x + centre * mask.width) / self.width, 3), round(middle / self.height, 3)])

    def _stamp(self, stamp):
        x0, y0, x1, y1 = (v * s for v, s in zip(stamp["box"], (self.width, self.height) * 2))
        text = layouts.fill(stamp.get("text", ""), self.rng)
        if "mirror" in stamp:
            text = self._in_arabic(self.texts[0][stamp["mirror"]])
        drawn = self._write(stamp, text, (y1 - y0) * self.rng.uniform(0.8, 1.0))
        factor = min(1.0, (x1 - x0) / drawn.width, 1.15 * (y1 - y0) / drawn.height)
        if factor < 1:
            drawn = drawn.resized(drawn.width * factor, drawn.height * factor)
        self._lay(drawn, (x0 + x1 - drawn.width) / 2, (y0 + y1) / 2, stamp, text if stamp.get("word") else None)

    @staticmethod
    def _in_arabic(text):
        return "".join(chr(0x660 + int(c)) if c.isdigit() else layouts.SAUDI.get(c, c) for c in text)

    def _screws(self):
        shade = int(self.rng.integers(60, 200))
        radius = self.rng.uniform(1.5, 3.5)
        y = self.height * self.rng.choice([0.5, 0.12, 0.88])
        inset = self.width * self.rng.choice([0.025, 0.04, 0.25])
        for x in (inset, self.width - inset):
            self.pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(shade,) * 3)

    def _owner_line(self):
        """The small lettering of the workshop or the dealer along the lower edge."""
        word = "".join(chr(int(v)) for v in self.rng.integers(65, 91, self.rng.integers(5, 14)))
        drawn = self._squeeze(ink.word(word, self.latin, max(4, self.height * 0.06)), self.width * 0.8)
        mask = drawn.mask.filter(ImageFilter.GaussianBlur(0.3))
        self.image.paste(self.ink, ((self.width - mask.width) // 2, self.height - mask.height - 1), mask)
