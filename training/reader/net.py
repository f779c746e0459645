"""The reader's network: a residual trunk over a rectified gray crop, twelve learned queries that each look for one
character, and heads for the country, legibility and the number of rows. Input [n,1,56,160] gray 0..1."""
import torch
from torch import nn
from torch.nn import functional as F

from ..alphabet import CHARACTERS, COUNTRIES, SLOTS
from ..detector.net import Residual, conv

WIDTH, HEIGHT = 160, 56
MARGIN_X, MARGIN_Y = 0.05, 0.10
COLUMNS, ROWS = 40, 7
_CHANNELS, _HEADS = 128, 4


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(1, 32, 5, 2)
        # Strokes are told apart at half the crop's width: at a quarter the middle of an M is one cell.
        self.sharp = Residual(32, 16)
        self.fine = nn.Sequential(conv(32, 64, 3, 2), Residual(64, 32), Residual(64, 32))
        self.tall = nn.Sequential(conv(64, _CHANNELS, 3, (2, 1)), Residual(_CHANNELS, 64), Residual(_CHANNELS, 64), Residual(_CHANNELS, 32))
        self.place = nn.Parameter(torch.randn(1, _CHANNELS, ROWS, COLUMNS) * 0.1)
        self.keys = nn.Conv2d(_CHANNELS, _CHANNELS, 1)
        self.values = nn.Conv2d(_CHANNELS, _CHANNELS, 1)
        self.sketch = conv(_CHANNELS, 8, 1)
        self.layout = nn.Sequential(nn.Linear(8 * ROWS * COLUMNS, _CHANNELS), nn.ReLU(inplace=True))
        self.queries = nn.Parameter(torch.randn(SLOTS, _CHANNELS) * 0.5)
        self.context = nn.Linear(_CHANNELS, SLOTS * _CHANNELS)
        # For training alone: the cell under a character must by itself know it. It brings letters that are rare to the trunk.
        self.glyph = nn.Conv2d(_CHANNELS, len(CHARACTERS), 1)
        self.character = nn.Sequential(nn.Linear(_CHANNELS, 192), nn.ReLU(inplace=True), nn.Dropout(0.1), nn.Linear(192, len(CHARACTERS)))
        self.country = nn.Sequential(nn.Linear(2 * _CHANNELS, 96), nn.ReLU(inplace=True), nn.Linear(96, len(COUNTRIES)))
        self.legible = nn.Sequential(nn.Linear(2 * _CHANNELS, 64), nn.ReLU(inplace=True), nn.Linear(64, 1))
        self.rows = nn.Sequential(nn.Linear(2 * _CHANNELS, 32), nn.ReLU(inplace=True), nn.Linear(32, 1))
        self.neighbours = nn.Sequential(nn.Conv1d(_CHANNELS, _CHANNELS, 3, padding=1), nn.ReLU(inplace=True), nn.Conv1d(_CHANNELS, _CHANNELS, 5, padding=2))
        nn.init.zeros_(self.neighbours[2].weight)
        nn.init.zeros_(self.neighbours[2].bias)
        # These begin by changing nothing, so that they can be put into a trunk that has learnt.
        for block in (self.sharp, self.tall[3]):
            nn.init.zeros_(block.look[1].weight)

    def forward(self, crop):
        """Logits: characters [n,slots,alphabet], countries [n,countries], legibility [n], two rows [n]; and for training:
        where each slot looked, the log of its mean attention at both looks [2,n,slots,cells], and what each cell by itself
        takes for a character [n,alphabet,rows,columns]."""
        mean = crop.mean((2, 3), keepdim=True)
        spread = ((crop - mean) ** 2).mean((2, 3), keepdim=True).sqrt()
        x = self.tall(self.fine(self.sharp(self.stem((crop - mean) / (spread + 0.04)))))
        placed = x + self.place
        n, head = x.shape[0], _CHANNELS // _HEADS
        keys = self.keys(placed).reshape(n, _HEADS, head, ROWS * COLUMNS)
        values = self.values(placed).reshape(n, _HEADS, head, ROWS * COLUMNS)
        # Where the third character stands depends on the layout: the queries lean on a sketch of the whole picture.
        layout = self.layout(self.sketch(x).flatten(1))
        queries = self.queries + self.context(layout).reshape(n, SLOTS, _CHANNELS)
        seen, first = _look(queries, keys, values)
        # A second look, knowing what the slots beside it saw: otherwise two slots take one character, or skip one.
        queries = queries + self.neighbours((seen + queries).transpose(1, 2)).transpose(1, 2)
        seen, second = _look(queries, keys, values)
        summary = torch.cat([layout, seen.mean(1)], 1)
        return self.character(F.relu(seen + queries)), self.country(summary), self.legible(summary)[:, 0], \
            self.rows(summary)[:, 0], torch.stack([first, second]), self.glyph(x)


def _look(queries, keys, values):
    """What each query sees [n,slots,channels], and the log of its mean attention [n,slots,cells]."""
    n, head = queries.shape[0], _CHANNELS // _HEADS
    split = queries.reshape(n, SLOTS, _HEADS, head).transpose(1, 2)
    looks = torch.softmax(split @ keys * head ** -0.5, -1)
    seen = (looks @ values.transpose(2, 3)).transpose(1, 2).reshape(n, SLOTS, _CHANNELS)
    return seen, torch.log(looks.float().mean(1) + 1e-6)


class Exported(nn.Module):
    """The network as the program runs it: log-probabilities and two probabilities."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, crop):
        characters, country, legible, rows, *_ = self.net(crop)
        return F.log_softmax(characters, -1), F.log_softmax(country, -1), torch.sigmoid(legible), torch.sigmoid(rows)
