"""Reads the format files (formats/*.json) and fills in texts. A text pattern is characters with {set} or {set:count} or
{set:from-to} in it. A plate's label is its labelled items in visual order: rows from the top, each from the left.
docs/training.md lists the keys of a file."""
import functools
import json
import os
import re

from ..alphabet import encode

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "formats")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SETS = {
    "digit": "0123456789",
    "latin": _LATIN,
    "mixed": "0123456789" + _LATIN,
    "sa-latin": "ABJDRSXTEGKLZNHUV",
    "arabic-digit": "١٢٣٤٥٦٧٨٩٠",
    "egypt-letter": "أبجدرسصطعفقلمنهوى",
    "ly-letter": "أبتثجحخدذرزسشصضطظعغفقكلمنهوى",
    "foreign": "□",
}
SAUDI = dict(zip("ABJDRSXTEGKLZNHUV", "أبحدرسصطعقكلمنهوى"))
MARK, STACK = "•", "‖"
_PIECE = re.compile(r"\{([a-z-]+)(?::(\d+)(?:-(\d+))?)?\}")


@functools.lru_cache(None)
def load_layouts():
    """[(country, layout, share)] over all format files; each file weighs what its "share" says."""
    found = []
    for name in sorted(os.listdir(_FOLDER)):
        with open(os.path.join(_FOLDER, name), encoding="utf8") as f:
            data = json.load(f)
        total = sum(layout["weight"] for layout in data["layouts"])
        for layout in data["layouts"]:
            found.append((data["country"], _completed(layout, data), data["share"] * layout["weight"] / total))
    return found


def _completed(layout, data):
    """A layout with what it takes from its file: named palettes, word lists, characters that are not read."""
    layout = {"skip": data.get("skip", ""), "looks": data.get("looks"), **layout}
    if isinstance(layout["colours"], str):
        layout["colours"] = data["palettes"][layout["colours"]]
    if isinstance(layout.get("shapes"), str):
        layout["shapes"] = data["shapes"][layout["shapes"]]
    layout["stamps"] = [{**s, "words": data["words"][s["words"]]} if "words" in s else s for s in layout.get("stamps", [])]
    return layout


def fill(pattern, rng):
    """A pattern with its sets drawn."""

    def draw(match):
        name, low, high = match.group(1), match.group(2), match.group(3)
        count = int(low or 1) if high is None else rng.integers(int(low), int(high) + 1)
        return "".join(_SETS[name][rng.integers(len(_SETS[name]))] for _ in range(count))

    return _PIECE.sub(draw, pattern)


def pick_weighted(entries, rng):
    shares = [e["weight"] for e in entries]
    return entries[rng.choice(len(entries), p=[s / sum(shares) for s in shares])]


def spell(layout, rng):
    """(rows with their items, texts of every item row by row, label); longer labels than the reader has slots are drawn again."""
    while True:
        rows = _rows(layout, rng)
        texts = [[fill(item["text"], rng) for item in row["items"]] for row in rows]
        label = "".join(text for row, row_texts in zip(rows, texts)
                        for item, text in zip(row["items"], row_texts) if item.get("label", True))
        label += "".join(s["text"] for s in layout["stamps"] if s.get("word"))
        for character in layout["skip"]:
            label = label.replace(character, "")
        if encode(label) is not None:
            return rows, texts, label


def _rows(layout, rng):
    """The rows as they are, or filled from one of the layout's "shapes": groups between spaces, rows between slashes."""
    if "shapes" not in layout:
        return layout["rows"]
    parts = layout["shapes"][rng.integers(len(layout["shapes"]))].split("/")
    return [{**row, "items": [_item(group) for group in part.split()]} for row, part in zip(layout["rows"], parts)]


def _item(group):
    if group in (MARK, STACK):
        return {"text": group, "mark": "stack" if group == STACK else "mark", "label": False}
    return {"text": group, "script": "latin"}
