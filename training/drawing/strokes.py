"""Plate faces made of strokes, a new one for every plate: block letters as dies cut them (Charles Wright, Mandatory, US and
DIN dies), their weight, width, roundness and the shapes of single characters drawn at random. Called by ink.py.
A character is polylines in a unit box, y down; a vertex marked * is rounded."""
import numpy as np
from PIL import Image, ImageDraw

_FINE = 3

# Alternatives of one character are listed; a face keeps to one of them.
_SHAPES = {
    "0": ["0,0* 1,0* 1,1* 0,1* c"],
    "1": [".15,.24 .62,0 .62,1", ".5,0 .5,1", ".1,.2 .55,0 .55,1|.1,1 1,1", ".2,.12 .6,.12 .6,0 .6,1", ".25,.18* .62,0 .62,1"],
    "2": ["0,.26 0,0* 1,0* 1,.45* 0,1 1,1", "0,.24 0,0* 1,0* 1,.5* 0,.62* 0,1 1,1"],
    "3": ["0,.2 0,0* 1,0* 1,.47* .35,.47|.35,.47 1,.47* 1,1* 0,1* 0,.8", ".05,0 .95,0 .45,.4 1,.4* 1,1* 0,1* 0,.8"],
    "4": [".76,1 .76,0 0,.7 1,.7", ".3,0 0,.66 1,.66|.72,.34 .72,1", ".7,1 .7,0 0,.62 0,.7 1,.7"],
    "5": [".95,0 .08,0 .05,.45 .2,.4* 1,.4* 1,1* 0,1* 0,.8", ".92,0 .05,0 .05,.42 1,.42* 1,1* 0,1* 0,.8"],
    "6": [".95,.2 .95,0* 0,0* 0,1* 1,1* 1,.43* 0,.43* 0,.62", ".72,0 0,.6|0,.42* 1,.42* 1,1* 0,1* c", ".8,0 .3,.05* 0,.5* 0,1* 1,1* 1,.42* 0,.42* 0,.62"],
    "7": ["0,0 1,0 .32,1", "0,.14 0,0 1,0 .35,1", "0,0 1,0 1,.15 .45,.6* .4,1", "0,0 1,0 .3,1|.2,.5 .85,.5"],
    "8": [".06,0* .94,0* .94,.46* .06,.46* c|0,.46* 1,.46* 1,1* 0,1* c"],
    "A": ["0,1 .5,0 1,1|.17,.68 .83,.68", "0,1 .38,0 .62,0 1,1|.14,.68 .86,.68", "0,1 0,.3* .5,0 1,.3* 1,1|0,.62 1,.62", "0,1 0,0* 1,0* 1,1|0,.58 1,.58"],
    "B": ["0,0 .93,0* .93,.47* 0,.47|0,.47 1,.47* 1,1* 0,1 0,0"],
    "C": ["1,.26 1,0* 0,0* 0,1* 1,1* 1,.74"],
    "D": ["0,0 1,0* 1,1* 0,1 c", "0,0 .5,0 1,.25* 1,.75* .5,1 0,1 c"],
    "E": ["1,0 0,0 0,1 1,1|0,.48 .85,.48"],
    "F": ["1,0 0,0 0,1|0,.48 .8,.48"],
    "G": ["1,.26 1,0* 0,0* 0,1* 1,1* 1,.54 .55,.54", "1,.22 1,0* 0,0* 0,1* 1,1* 1,.6", "1,.26 1,0* 0,0* 0,1* 1,1 1,.52 .5,.52"],
    "H": ["0,0 0,1|1,0 1,1|0,.48 1,.48"],
    "I": [".5,0 .5,1", ".1,0 .9,0|.5,0 .5,1|.1,1 .9,1"],
    "J": [".95,0 .95,1* 0,1* 0,.7", ".4,0 .95,0 .95,1* 0,1* 0,.72"],
    "K": ["0,0 0,1|1,0 0,.6|.32,.4 1,1", "0,0 0,1|1,0 .1,.48 1,1"],
    "L": ["0,0 0,1 1,1"],
    "M": ["0,1 0,0 .5,.55 1,0 1,1", "0,1 0,0 .5,1 1,0 1,1", "0,1 0,0 .5,.75 1,0 1,1", "0,1 .08,0 .5,.8 .92,0 1,1"],
    "N": ["0,1 0,0 1,1 1,0"],
    "P": ["0,1 0,0 1,0* 1,.55* 0,.55"],
    "Q": ["0,0* 1,0* 1,1* 0,1* c|.55,.68 1.02,1.04", "0,0* 1,0* 1,1* 0,1* c|.6,.75 .95,1.12", "0,0* 1,0* 1,1* 0,1* c|.45,.75 .98,.98"],
    "R": ["0,1 0,0 1,0* 1,.54* 0,.54|.45,.54 1,1", "0,1 0,0 1,0* 1,.52* 0,.52|.4,.52 1,.58* 1,1"],
    "S": ["1,.22 1,0* 0,0* 0,.47* 1,.5* 1,1* 0,1* 0,.78"],
    "T": ["0,0 1,0|.5,0 .5,1"],
    "U": ["0,0 0,1* 1,1* 1,0"],
    "V": ["0,0 .5,1 1,0", "0,0 .42,1 .58,1 1,0"],
    "W": ["0,0 .25,1 .5,.05 .75,1 1,0", "0,0 .22,1 .5,.35 .78,1 1,0", "0,0 .05,1 .5,.4 .95,1 1,0", "0,0 0,1 .5,.45 1,1 1,0"],
    "X": ["0,0 1,1|1,0 0,1"],
    "Y": ["0,0 .5,.52 1,0|.5,.52 .5,1", "0,0 .5,.62 1,0|.5,.62 .5,1"],
    "Z": ["0,0 1,0 0,1 1,1"],
    "-": ["0,.5 1,.5"],
}
_SHAPES["O"] = _SHAPES["0"]
_WIDTHS = {"M": 1.18, "W": 1.28, "I": 0.55, "1": 0.6, "-": 0.5, "J": 0.9, "L": 0.92, "Q": 1.05, "O": 1.08}


class StrokeFace:
    def __init__(self, rng):
        self.weight = float(rng.uniform(0.10, 0.19))
        self.width = float(np.exp(rng.uniform(np.log(0.42), np.log(0.74))))
        self.round = float(rng.uniform(0.12, 0.55))
        self.blunt = rng.random() < 0.45
        self.slant = float(rng.normal(0, 0.02)) if rng.random() < 0.2 else 0.0
        self.waist = float(rng.normal(0, 0.025))
        # A fifth of the faces write O and 0 alike; in the others O is wider or 0 narrower.
        self.circle = 1.0 if rng.random() < 0.2 else float(rng.uniform(1.05, 1.3))
        self.choice = {c: shapes[rng.integers(len(shapes))] for c, shapes in _SHAPES.items()}

    def glyph(self, character, height):
        """A mask `height` pixels high (Q may hang a little below)."""
        if character == ".":
            return self._dot(height)
        shape = self.choice["6" if character == "9" else character]
        pen = max(1.2, self.weight * height) * _FINE
        width = self.width * _WIDTHS.get(character, 1.0) * (self.circle if character == "O" else 1.0) * height * _FINE
        width = max(pen * 1.05, width)
        tall = height * _FINE
        drop = int(0.15 * tall) if character == "Q" else 0
        mask = Image.new("L", (int(width) + 1, int(tall) + 1 + drop))
        draw = ImageDraw.Draw(mask)
        for stroke in shape.split("|"):
            points = self._path(stroke, width - pen, tall - pen, pen / 2)
            draw.line(points, 255, int(round(pen)), joint="curve")
            if not self.blunt:
                for x, y in (points[0], points[-1]):
                    draw.ellipse([x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2], fill=255)
        if character == "9":
            mask = mask.transpose(Image.ROTATE_180)
        if self.slant:
            mask = mask.transform(mask.size, Image.AFFINE, (1, self.slant, -self.slant * tall / 2, 0, 1, 0), Image.BILINEAR)
        return mask.resize((max(1, round(mask.width / _FINE)), max(2, round(mask.height / _FINE))), Image.BOX)

    def _dot(self, height):
        side = max(2, int(1.2 * self.weight * height))
        mask = Image.new("L", (side, max(side, int(height))))
        ImageDraw.Draw(mask).ellipse([0, mask.height - side, side - 1, mask.height - 1], fill=255)
        return mask

    def _path(self, stroke, width, height, inset):
        closed, vertices = stroke.endswith("c"), []
        for part in stroke.removesuffix("c").split():
            x, y = part.rstrip("*").split(",")
            y = float(y)
            y += self.waist if 0.3 < y < 0.7 else 0
            vertices.append((np.array([float(x) * width + inset, y * height + inset]), part.endswith("*")))
        points, count = [], len(vertices)
        for i, (at, rounded) in enumerate(vertices):
            before = vertices[i - 1][0] if closed or i else None
            after = vertices[(i + 1) % count][0] if closed or i + 1 < count else None
            points += self._corner(before, at, after, width) if rounded and before is not None and after is not None else [tuple(at)]
        return points + [points[0], points[1]] if closed else points

    def _corner(self, before, at, after, width):
        radius = self.round * width
        a, b = before - at, after - at
        la, lb = max(1e-6, np.hypot(*a)), max(1e-6, np.hypot(*b))
        start, end = at + a / la * min(radius, la / 2), at + b / lb * min(radius, lb / 2)
        return [tuple((1 - t) ** 2 * start + 2 * t * (1 - t) * (0.25 * (start + end) / 2 + 0.75 * at) + t * t * end) for t in np.linspace(0, 1, 7)]
