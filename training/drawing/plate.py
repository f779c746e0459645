"""One drawn plate, flat and new: ground, bands, border, rows of ink, stamps, screws. Called by training.draw.
Promises a picture that is the plate to its edge, with its label, country, layout name and number of rows."""
import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageFilter

from . import ink, layouts, scenery
from .fonts import any_arabic, any_latin, latin
from .strokes import StrokeFace

LONG_SIDE_PX = 264


class PlateArtist:
    def __init__(self):
        self._layouts = layouts.load_layouts()
        shares = np.array([share for _, _, share in self._layouts])
        self._shares = shares / shares.sum()

    def draw(self, rng):
        """(image, {text, country, layout, rows, points: the place of each character of the text, as shares of the plate})."""
        country, layout, _ = self._layouts[rng.choice(len(self._layouts), p=self._shares)]
        image, label, points = _Plate(layout, rng).paint()
        rows = layout.get("seen", min(2, len(layout["rows"])))
        return image, {"text": label, "country": country, "layout": layout["name"], "rows": rows, "points": points}


class _Plate:
    def __init__(self, layout, rng):
        self.layout, self.rng = layout, rng
        self.rows, self.texts, self.label = layouts.spell(layout, rng)
        self.points = []
        width, height = layout["size"]
        height = height * float(np.exp(rng.normal(0, 0.07)))
        scale = (LONG_SIDE_PX if width / height > 3 else 200) / width
        self.width, self.height = int(width * scale), int(height * scale)
        if layout.get("free") and rng.random() < layout["free"]:
            self._free_colours()
        else:
            colours = layouts.pick_weighted([{"weight": 1, **c} for c in layout["colours"]], rng)
            self.ground, self.ink = self._shade(colours["ground"], 14), self._shade(colours["ink"], 14)
        self._faces()
        self.wide = float(np.exp(rng.normal(-0.03, 0.13)))
        self.spacing = float(rng.choice([0.06, 0.1, 0.16, 0.24], p=[0.3, 0.4, 0.2, 0.1]) * rng.uniform(0.7, 1.3))
        self.airy = float(rng.choice([1.3, rng.uniform(1.3, 3.5)]))
        self.even = rng.random() < 0.3
        self.emboss = rng.choice([0, 0, 1, 1, 2], p=[0.25, 0.25, 0.2, 0.2, 0.1])

    def _faces(self):
        rng = self.rng
        # Dies are cut for plates alone: no font file looks like all of them.
        made = rng.random() < self.layout.get("dies", 0.3)
        self.font = any_latin(rng, self.layout["looks"])
        self.latin = StrokeFace(rng) if made else self.font
        self.arabic = any_arabic(rng)
        self.stroke = int(rng.random() < 0.25)

    def _free_colours(self):
        """Any two colours that a person can tell apart."""
        while True:
            self.ground, self.ink = (tuple(int(v) for v in self.rng.integers(0, 256, 3)) for _ in range(2))
            if abs(np.dot(np.subtract(self.ground, self.ink), (0.3, 0.59, 0.11))) > 90:
                return

    def paint(self):
        self.image = Image.new("RGB", (self.width, self.height), self.ground)
        if self.rng.random() < self.layout.get("picture", 0):
            self.image = scenery.picture(self.width, self.height, self.ground, self.rng)
        self.pen = ImageDraw.Draw(self.image)
        for band in self.layout.get("bands", []):
            self._band(band)
        if self.rng.random() < 0.75:
            self._border()
        inset = self.rng.uniform(0, 0.03)
        for row, texts in zip(self.rows, self.texts):
            self._row(row, texts, inset)
        for stamp in self.layout["stamps"]:
            if self.rng.random() < stamp.get("chance", 1.0):
                self._stamp(stamp)
        self._trimmings()
        return self.image, self.label, self.points

    def _trimmings(self):
        rng = self.rng
        if self.layout.get("divider") and rng.random() < 0.85:
            x, y0, y1 = self.layout["divider"]
            self.pen.line([(x * self.width, y0 * self.height), (x * self.width, y1 * self.height)], self.ink, int(rng.integers(1, 3)))
        if rng.random() < 0.5:
            self._screws()
        if rng.random() < 0.08:
            self._owner_line()
        if rng.random() < self.layout.get("stickers", 0):
            scenery.stickers(self.image, rng)
        if rng.random() < self.layout.get("frame", 0.05):
            scenery.frame(self.image, self.font, rng)

    def _shade(self, colour, spread):
        base = np.array(ImageColor.getrgb(colour), float) + self.rng.normal(0, spread) + self.rng.normal(0, spread / 3, 3)
        return tuple(int(v) for v in base.clip(0, 255))

    def _band(self, band):
        if self.rng.random() > band.get("chance", 1):
            return
        x0, y0, x1, y1 = (v * s for v, s in zip(band["box"], (self.width, self.height) * 2))
        fill = band["fills"][0] if self.rng.random() < 0.5 else band["fills"][self.rng.integers(len(band["fills"]))]
        self.pen.rectangle([x0, y0, x1, y1], fill=self._shade(fill, 12))

    def _border(self):
        inset, thick = int(self.rng.integers(0, 5)), int(self.rng.integers(1, 4))
        box = [inset, inset, self.width - 1 - inset, self.height - 1 - inset]
        self.pen.rounded_rectangle(box, radius=int(self.rng.integers(2, 10)), outline=self.ink, width=thick)

    def _write(self, item, text, height):
        if "mark" in item:
            self.marks.append(scenery.mark(item["mark"], height, self.ink, self.font, self.rng))
            return ink.Ink(self.marks[-1][1], [0.5])
        script = item["script"]
        if script == "arabic":
            return ink.word(text, self.arabic, height * self.rng.uniform(0.75, 1.0), self.stroke)
        font, spacing = (self.latin, self.spacing) if script == "latin" else (self.arabic, self.spacing * self.airy)
        drawn = ink.spaced(text, script, font, height, spacing, self.rng, self.stroke, self.even)
        return drawn.resized(drawn.width * self.wide, drawn.height)

    def _row(self, row, texts, inset):
        y0, y1 = row["y"][0] + inset, row["y"][1] - inset
        height, self.marks = (y1 - y0) * self.height * self.rng.uniform(0.85, 1.0), []
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
        self._line_up(row, items, inks, middle, height, inset)

    def _line_up(self, row, items, inks, middle, height, inset):
        x0, x1 = (row["x"][0] + inset / 2) * self.width, (row["x"][1] - inset / 2) * self.width
        gap = self.rng.uniform(*row.get("gap", (0.15, 0.5))) * height if len(inks) > 1 else 0
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
        if "mark" in item:
            picture, _ = self.marks.pop(0)
            self.image.paste(picture.resize(mask.size), place, mask)
            return
        if "square" in item:
            pad = int(0.15 * mask.height) + 1
            self.pen.rectangle([place[0] - pad, place[1] - pad, place[0] + mask.width + pad, place[1] + mask.height + pad], fill=self._shade(item["square"], 10))
        colour = self._shade(item["ink"], 8) if "ink" in item else self.ink
        if self.emboss:
            step, depth = int(self.emboss), 45 if self.emboss == 1 else 30
            self.image.paste(tuple(min(255, c + depth) for c in self.ground), (place[0] - step, place[1] - step), mask)
            self.image.paste(tuple(max(0, c - depth - 15) for c in self.ground), (place[0] + step, place[1] + step), mask)
        self.image.paste(colour, place, mask)
        if text is not None and item.get("label", True):
            units = [text] if len(drawn.centres) == 1 else text
            for unit, centre in zip(units, drawn.centres):
                if unit not in self.layout["skip"]:
                    self.points.append([round((x + centre * mask.width) / self.width, 3), round(middle / self.height, 3)])

    def _stamp(self, stamp):
        x0, y0, x1, y1 = (v * s for v, s in zip(stamp["box"], (self.width, self.height) * 2))
        text = layouts.fill(self._words(stamp), self.rng)
        if "mirror" in stamp:
            text = self._in_arabic(self.texts[stamp.get("row", 0)][stamp["mirror"]])
        height = (y1 - y0) * self.rng.uniform(0.7, 1.0)
        if stamp["script"] == "fancy":
            face = latin("fancy")[self.rng.integers(len(latin("fancy")))]
            drawn = ink.word(text, face if self.rng.random() < 0.6 else self.font, height)
        elif stamp["script"] == "latin" and "words" in stamp:
            drawn = ink.word(text, self.font, height)
        else:
            drawn = self._write(stamp, text, height)
        factor = min(1.0, (x1 - x0) / drawn.width, 1.15 * (y1 - y0) / drawn.height)
        if factor < 1:
            drawn = drawn.resized(drawn.width * factor, drawn.height * factor)
        self._lay(drawn, (x0 + x1 - drawn.width) / 2, (y0 + y1) / 2, stamp, text if stamp.get("word") else None)

    def _words(self, stamp):
        return stamp["words"][self.rng.integers(len(stamp["words"]))] if "words" in stamp else stamp.get("text", "")

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
        drawn = self._squeeze(ink.word(word, self.font, max(4, self.height * 0.06)), self.width * 0.8)
        mask = drawn.mask.filter(ImageFilter.GaussianBlur(0.3))
        self.image.paste(self.ink, ((self.width - mask.width) // 2, self.height - mask.height - 1), mask)
