"""The reader's characters and countries, in the order of its outputs. Exported to models/reader.json."""
WORDS = ["ليبيا", "تونس", "مصر", "الجماهيرية", "نت"]
DIGITS = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
ARABIC_LETTERS = "أبتثجحخدذرزسشصضطظعغفقكلمنهوى"
CHARACTERS = [""] + list(DIGITS) + list(LATIN) + ["-"] + list(ARABIC_DIGITS) + list(ARABIC_LETTERS) + ["□"] + WORDS
COUNTRIES = ["LY", "TN", "EG", "DZ", "TD", "NE", "SD", "SA", "EU", "US", "BR", "XX"]
SLOTS = 12
_INDEX = {c: i for i, c in enumerate(CHARACTERS)}
_SAME = str.maketrans({"ا": "أ", "إ": "أ", "آ": "أ", "ي": "ى", "ھ": "ه"})


def split(text):
    """A text as the reader's characters: country words first, then folded letters. Spaces and dots are not read."""
    out, rest = [], text
    while rest:
        word = next((w for w in WORDS if rest.startswith(w)), None)
        out.append(word or rest[0].translate(_SAME))
        rest = rest[len(word or rest[0]):]
    return [c for c in out if c not in " ."]


def encode(text):
    """Indices of a text, padded with 0 to SLOTS; None when it has characters or a length the reader does not know."""
    characters = split(text)
    if len(characters) > SLOTS or any(c not in _INDEX for c in characters):
        return None
    return [_INDEX[c] for c in characters] + [0] * (SLOTS - len(characters))


def decode(indices):
    """The text of the best indices, up to the first "nothing"."""
    out = []
    for index in indices:
        if index == 0:
            break
        out.append(CHARACTERS[index])
    return "".join(out)
