"""Reads the format files (formats/*.json) and fills in texts. A text pattern is characters with {set} or {set:count} or
{set:from-to} in it. A plate's label is its labelled items in visual order: rows from the top, each from the left."""
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
_PIECE = re.compile(r"\{([a-z-]+)(?::(\d+)(?:-(\d+))?)?\}")


def load_layouts():
    """[(country, layout, share)] over all format files; each file weighs what WEIGHTS says."""
    weights = {"libya": 6, "tunisia": 4, "egypt": 4.5, "latin": 5, "algeria": 1.6, "chad": 1.2, "niger": 0.7, "saudi": 1.2}
    found = []
    for name in sorted(os.listdir(_FOLDER)):
        with open(os.path.join(_FOLDER, name), encoding="utf8") as f:
            data = json.load(f)
        total = sum(layout["weight"] for layout in data["layouts"])
        for layout in data["layouts"]:
            found.append((data["country"], layout, weights[name[:-5]] * layout["weight"] / total))
    return found


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
    """Texts of every item, row by row, and the label; longer labels than the reader has slots are drawn again."""
    while True:
        texts, label = _spell_once(layout, rng)
        if encode(label) is not None:
            return texts, label


def _spell_once(layout, rng):
    texts = [[fill(item["text"], rng) for item in row["items"]] for row in layout["rows"]]
    label = "".join(text for row, row_texts in zip(layout["rows"], texts)
                    for item, text in zip(row["items"], row_texts) if item.get("label", True))
    label += "".join(s["text"] for s in layout.get("stamps", []) if s.get("word"))
    for character in layout.get("skip", ""):
        label = label.replace(character, "")
    return texts, label
