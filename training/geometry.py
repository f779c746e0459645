"""Plane-to-plane mappings between plates, pictures and crops. The reader's crop is cut exactly as the C# side does
(Quad.Expand, Rectification.ToGray), so that training sees what the program will see."""
import numpy as np
from PIL import Image


def homography(source, target):
    """The 3×3 mapping that takes four source points to four target points."""
    rows = []
    for (x, y), (u, v) in zip(source, target):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    solved = np.linalg.solve(np.array(rows, np.float64), np.asarray(target, np.float64).reshape(8))
    return np.append(solved, 1).reshape(3, 3)


def apply(matrix, points):
    points = np.asarray(points, np.float64)
    mapped = np.concatenate([points, np.ones((len(points), 1))], 1) @ matrix.T
    return mapped[:, :2] / mapped[:, 2:]


def rectangle(width, height):
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)


def expand(quad, share_x, share_y):
    """The quad grown by a share of its own width and height on each side (bilinear, as Quad.Expand)."""
    tl, tr, br, bl = np.asarray(quad, np.float64)

    def at(u, v):
        return (1 - u) * (1 - v) * tl + u * (1 - v) * tr + u * v * br + (1 - u) * v * bl

    return np.array([at(-share_x, -share_y), at(1 + share_x, -share_y), at(1 + share_x, 1 + share_y), at(-share_x, 1 + share_y)])


def box_quad(box):
    """An upright box as a quad."""
    x0, y0, x1, y1 = box
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64)


def side_lengths(quad):
    """Mean width and mean height of a quad."""
    tl, tr, br, bl = np.asarray(quad, np.float64)
    width = (np.linalg.norm(tr - tl) + np.linalg.norm(br - bl)) / 2
    height = (np.linalg.norm(bl - tl) + np.linalg.norm(br - tr)) / 2
    return width, height


def warp(image, quad, width, height, fill=None):
    """The quad of a PIL image as an upright width×height picture, averaged where it shrinks."""
    taps = int(np.clip(np.ceil(side_lengths(quad)[0] / width), 1, 4))
    matrix = homography(rectangle(width * taps, height * taps), quad)
    out = image.transform((width * taps, height * taps), Image.PERSPECTIVE, tuple((matrix / matrix[2, 2]).reshape(9)[:8]),
                          Image.BILINEAR, fillcolor=fill)
    return out.reduce(taps) if taps > 1 else out


def paste_matrix(size, quad):
    """Coefficients for Image.transform that lay a picture of `size` onto a quad of the target."""
    matrix = homography(quad, rectangle(*size))
    return tuple((matrix / matrix[2, 2]).reshape(9)[:8])


def is_convex(quad):
    """True for a clockwise convex quad (in pictures, y down)."""
    quad = np.asarray(quad)
    edges = np.roll(quad, -1, 0) - quad
    nexts = np.roll(edges, -1, 0)
    return bool(np.all(edges[:, 0] * nexts[:, 1] - edges[:, 1] * nexts[:, 0] > 0))
