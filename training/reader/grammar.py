"""The program's choice between the reader's best texts (src/Bawaba.Vision/Grammar/PlateGrammar.cs), for measuring: same
shapes, same constants. Called by calibrate.py and robustness.py."""
import json
import os
import re

import numpy as np

from ..alphabet import CHARACTERS, COUNTRIES

_SHAPES = os.path.join(os.path.dirname(__file__), "../../src/Bawaba.Vision/Grammar/plate-shapes.json")
MOST_LOSS, SHAPELESS, COUNTRY_WEIGHT, MOST_TEXTS, KEPT, SURE = 4.0, 2.5, 0.3, 48, 3, 0.95


class Grammar:
    def __init__(self):
        with open(_SHAPES, encoding="utf8") as f:
            self._shapes = [(COUNTRIES.index(s["country"]), re.compile(s["pattern"]), s.get("prior", 0)) for s in json.load(f)]

    def decode(self, scores, countries):
        """(text, country, probability) from log-probabilities [slots,alphabet] and [countries]."""
        plain, chance = _plain(scores)
        if chance >= SURE and any(pattern.fullmatch(plain) for _, pattern, _ in self._shapes):
            return plain, COUNTRIES[self._fit(plain, countries)[0]], chance
        best, value = None, -np.inf
        for text, likelihood in _texts(scores):
            country, bonus = self._fit(text, countries)
            if likelihood + bonus > value:
                best, value = (text, COUNTRIES[country], float(np.exp(likelihood))), likelihood + bonus
        return best

    def _fit(self, text, countries):
        fits = [(COUNTRY_WEIGHT * countries[i] + prior, -i) for i, pattern, prior in self._shapes if pattern.fullmatch(text)]
        head = int(np.argmax(countries))
        shapeless = COUNTRY_WEIGHT * countries[head] - SHAPELESS
        if not fits or shapeless > max(fits)[0]:
            return head, shapeless
        return -max(fits)[1], max(fits)[0]


def _plain(scores):
    """The text of each slot's best character and its probability."""
    text, likelihood = "", 0.0
    for row in scores:
        index = int(row.argmax())
        likelihood += row[index]
        if index == 0:
            break
        text += CHARACTERS[index]
    return text, float(np.exp(likelihood))


def _texts(scores):
    open_texts, ended = [("", 0.0)], []
    for row in scores:
        best = np.argsort(-row)[:KEPT]
        longer = []
        for index in best:
            for text, likelihood in open_texts:
                (longer if index else ended).append((text + CHARACTERS[index], likelihood + row[index]))
        open_texts = _likeliest(longer)
    return _likeliest(ended + open_texts)


def _likeliest(texts):
    if not texts:
        return texts
    least = max(value for _, value in texts) - MOST_LOSS
    return sorted((t for t in texts if t[1] >= least), key=lambda t: -t[1])[:MOST_TEXTS]


def tempered(scores, temperature):
    """Log-probabilities [...,alphabet] divided by the temperature and normalised again."""
    scores = scores / temperature
    top = scores.max(-1, keepdims=True)
    return scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))
