"""Training pictures for the detector: real photos at random scales, some as mosaics of four; drawn plates laid over
real ones and elsewhere; lettering that is no plate. Called by train_detector; every sample follows from its index."""
import numpy as np
import torch
from PIL import Image, ImageFilter

from ..drawing import degrade, lettering
from ..geometry import is_convex, paste_matrix, rectangle, side_lengths
from .loss import target_maps

PADDING = 114
MIN_PLATE_PX, MAX_PLATE_PX = 18.0, 350.0


class DetectorSamples(torch.utils.data.Dataset):
    """`pool` is a drawn PlatePool or None; `size` the side of the square training picture in pixels."""

    def __init__(self, photos, pool, seed, length, size=384):
        self.photos, self.pool, self.seed, self.length, self.size = photos, pool, seed, length, size
        names = sorted({p.set for p in photos})
        self.by_set = [[p for p in photos if p.set == name] for name in names]
        counts = np.array([len(group) for group in self.by_set], float) ** 0.7
        self.shares = counts / counts.sum()

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rng = np.random.default_rng([self.seed, index])
        if rng.random() < 0.45:
            canvas, quads, exact, ignored = self._mosaic(rng)
        else:
            canvas, quads, exact, ignored = self._view(rng, self.size, self.size, rng.uniform(-1, 1))
        if rng.random() < 0.3:
            lettering.scatter(canvas, quads + ignored, rng)
        canvas = degrade.picture(canvas, rng)
        pixels = torch.from_numpy(np.array(canvas, np.uint8).transpose(2, 0, 1).copy())
        heat, corners, known, size = target_maps(quads, exact, self.size, self.size)
        return pixels, heat, corners, known, size, self._ignore_map(ignored)

    def _ignore_map(self, ignored):
        cells = self.size // 8
        out = np.zeros((cells, cells), np.float32)
        for quad in ignored:
            x0, y0 = np.floor(quad.min(0) / 8).astype(int).clip(0, cells)
            x1, y1 = np.ceil(quad.max(0) / 8).astype(int).clip(0, cells)
            out[y0:y1, x0:x1] = 1
        return out

    def _mosaic(self, rng):
        split_x, split_y = (int(self.size * v) for v in rng.uniform(0.35, 0.65, 2))
        canvas = Image.new("RGB", (self.size, self.size), (PADDING,) * 3)
        quads, exact, ignored = [], [], []
        for x0, x1 in ((0, split_x), (split_x, self.size)):
            for y0, y1 in ((0, split_y), (split_y, self.size)):
                tile, q, e, i = self._view(rng, x1 - x0, y1 - y0, rng.uniform(-1, 0.3))
                canvas.paste(tile, (x0, y0))
                quads += [v + (x0, y0) for v in q]
                ignored += [v + (x0, y0) for v in i]
                exact += e
        return canvas, quads, exact, ignored

    def _view(self, rng, width, height, size_wish):
        """One photo seen at a random scale, turn and place; size_wish -1..1 goes from small plates to large ones."""
        group = self.by_set[rng.choice(len(self.by_set), p=self.shares)]
        photo = group[rng.integers(len(group))]
        image = Image.fromarray(photo.load())
        plates = [(p.corners.astype(np.float64), p.exact) for p in photo.plates]
        roll = rng.random() if self.pool is not None else 1.0
        if roll < 0.12:
            image, plates = self._on_bare_panel(rng)
        elif roll < 0.6:
            image, plates = self._draw_over(image, plates, rng)
        middle = np.sqrt(MIN_PLATE_PX * MAX_PLATE_PX)
        wanted = middle * (MAX_PLATE_PX / middle) ** size_wish
        real = side_lengths(plates[0][0])[0] if plates else image.width * 0.15
        # A photo is never blown up so far that its plate is mush, nor shrunk to a stamp in an empty picture.
        scale = float(np.clip(wanted / max(real, 4), 0.3 * width / image.width, 3.0))
        return self._place(image, plates, scale, width, height, rng)

    def _place(self, image, plates, scale, width, height, rng):
        small = image
        if scale < 0.8:
            small = image.resize((max(8, round(image.width * scale)), max(8, round(image.height * scale))), Image.BOX)
        sx, sy = small.width / image.width, small.height / image.height
        grow = scale / sx if scale >= 0.8 else 1.0
        aspect = np.exp(rng.normal(0, 0.08))
        turn = np.deg2rad(rng.normal(0, 6) if rng.random() < 0.8 else rng.uniform(-30, 30))
        shear = rng.normal(0, 0.06)
        linear = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ np.array([[1, shear], [0, 1]])
        linear = linear @ np.diag([grow * aspect, grow / aspect])
        if plates and rng.random() < 0.85:
            focus = plates[rng.integers(len(plates))][0].mean(0) * (sx, sy)
            target = rng.uniform(0.1, 0.9, 2) * (width, height)
        else:
            focus = rng.random(2) * (small.width, small.height)
            target = np.array([width, height]) * rng.uniform(0.2, 0.8, 2)
        shift = target - linear @ focus
        inverse = np.linalg.inv(linear)
        back = -inverse @ shift
        view = small.transform((width, height), Image.AFFINE, (inverse[0, 0], inverse[0, 1], back[0], inverse[1, 0], inverse[1, 1], back[1]),
                               Image.BILINEAR, fillcolor=(PADDING,) * 3)
        quads, exact, ignored = [], [], []
        for quad, is_exact in plates:
            moved = (quad * (sx, sy)) @ linear.T + shift
            inside = np.clip(moved, 0, (width, height))
            span, seen = np.ptp(moved, 0), np.ptp(inside, 0)
            if seen.prod() <= 0:
                continue
            large = MIN_PLATE_PX * 0.75 <= side_lengths(moved)[0] <= MAX_PLATE_PX * 1.2
            if large and seen.prod() >= 0.85 * span.prod():
                quads.append(moved.astype(np.float32))
                exact.append(is_exact)
            else:
                ignored.append(inside)
        return view, quads, exact, ignored

    def _draw_over(self, image, plates, rng):
        """Lays drawn plates over the real ones (most of the time) or beside them."""
        image, out = image.copy(), []
        for quad, is_exact in plates:
            if rng.random() < 0.8:
                quad, is_exact = self._stick(image, self._fitted(quad, rng), rng), True
            out.append((quad, is_exact))
        if rng.random() < 0.35:
            quad = self._loose_quad(image, rng)
            if all(np.any(quad.min(0) > q.max(0)) or np.any(quad.max(0) < q.min(0)) for q, _ in out):
                out.append((self._stick(image, quad, rng), True))
        return image, out

    def _on_bare_panel(self, rng):
        """One plate on a plain, shaded surface: a tailgate or a wall, with nothing around that says vehicle."""
        shade = rng.uniform(10, 235) + rng.normal(0, 30, 3)
        coarse = shade + rng.normal(0, 18, (rng.integers(2, 5), rng.integers(2, 5), 1))
        image = Image.fromarray(coarse.clip(0, 255).astype(np.uint8)).resize((360, 270), Image.BICUBIC)
        return image, [(self._stick(image, self._loose_quad(image, rng), rng), True)]

    def _fitted(self, quad, rng):
        # A little larger than what it hides, so that no edge of the real plate looks out.
        centre = quad.mean(0)
        quad = centre + (quad - centre) * (rng.uniform(1.04, 1.2), rng.uniform(1.06, 1.3))
        span = side_lengths(quad)[0]
        quad = quad + rng.normal(0, 0.015, (4, 2)) * span
        return quad

    def _loose_quad(self, image, rng):
        width = image.width * np.exp(rng.uniform(np.log(0.06), np.log(0.35)))
        quad = rectangle(width, width / rng.choice([4.7, 4.2, 2.0, 1.6])) - (width / 2, width / 6)
        turn = np.deg2rad(rng.normal(0, 10))
        quad = quad @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        yaw, pitch = rng.uniform(-0.8, 0.8), rng.uniform(-0.5, 0.5)
        quad = quad * (np.cos(yaw), np.cos(pitch))
        quad[:, 1] += quad[:, 0] * np.sin(yaw) * 0.25
        return quad + rng.uniform(0.15, 0.85, 2) * (image.width, image.height)

    def _stick(self, image, quad, rng):
        if not is_convex(quad):
            return quad
        width, height = side_lengths(quad)
        plate = self.pool.near_aspect(width / max(height, 1), rng)
        if rng.random() < 0.5:
            # Plates keep their own proportions: the quad gives way in height.
            middle = (quad[[0, 1]] + quad[[3, 2]]) / 2
            half = (quad[[3, 2]] - quad[[0, 1]]) / 2 * (width / height) * plate.height / plate.width
            if np.linalg.norm(half, axis=1).mean() * 2 >= 0.9 * height:
                quad = np.concatenate([middle - half, (middle + half)[::-1]])
                height = side_lengths(quad)[1]
        plate = degrade.lighting(plate, self._light_at(image, quad), rng)
        if plate.width > 1.6 * width:
            plate = plate.resize((max(8, int(width * 1.3)), max(4, int(height * 1.3))), Image.BOX)
        x0, y0 = np.floor(quad.min(0)).astype(int) - 2
        x1, y1 = np.ceil(quad.max(0)).astype(int) + 2
        size, coefficients = (int(x1 - x0), int(y1 - y0)), paste_matrix(plate.size, quad - (x0, y0))
        layer = plate.transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
        mask = Image.new("L", plate.size, 255).transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
        if rng.random() < 0.4:
            layer = layer.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.2)))
        image.paste(layer, (int(x0), int(y0)), mask)
        return quad

    @staticmethod
    def _light_at(image, quad):
        x0, y0 = np.floor(quad.min(0)).astype(int)
        x1, y1 = np.ceil(quad.max(0)).astype(int)
        part = image.crop((x0 - 8, y0 - 8, x1 + 8, y1 + 8)).resize((16, 16), Image.BOX)
        return np.asarray(part, np.float32).reshape(-1, 3)
