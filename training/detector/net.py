"""The detector's network: a small residual trunk to 1/32, two steps back up, and one head at 1/8.
Input [n,3,H,W] RGB 0..1 with H and W multiples of 32. Output, one cell for every 8×8 pixels: score logits [n,1,h,w];
corners [n,8,h,w] in input pixels from the cell's centre (top-left, top-right, bottom-right, bottom-left of the plate as it
is read; x then y); rows logits [n,1,h,w], above 0 where the plate has two rows or more."""
import torch
from torch import nn
from torch.nn import functional as F

STRIDE = 8
# Corner outputs are multiplied by this, so that weights of ordinary size reach across a large plate.
REACH_PX = 32.0


def conv(inputs, outputs, size=3, stride=1, act=True):
    layers = [nn.Conv2d(inputs, outputs, size, stride, (size - 1) // 2, bias=False), nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if act else nn.Sequential(*layers)


class Residual(nn.Module):
    """Narrow, look around, add."""

    def __init__(self, width, inner):
        super().__init__()
        self.narrow = conv(width, inner, 1)
        self.look = conv(inner, width, 3, act=False)

    def forward(self, x):
        return F.relu(x + self.look(self.narrow(x)))


class Around(nn.Module):
    """What is strongest within two and four cells, beside what is here: a plate is judged by the vehicle around it."""

    def __init__(self, width, outputs):
        super().__init__()
        self.merge = conv(3 * width, outputs, 1)

    def forward(self, x):
        near = F.max_pool2d(x, 5, 1, 2)
        return self.merge(torch.cat([x, near, F.max_pool2d(near, 5, 1, 2)], 1))


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        # One step to a quarter: at half size two convolutions cost a third of the whole network.
        self.stem = conv(3, 32, 6, 4)
        self.eighth = conv(32, 48, 3, 2)
        self.sixteenth = nn.Sequential(conv(48, 96, 3, 2), Residual(96, 48), Residual(96, 48))
        self.thirtysecond = nn.Sequential(conv(96, 128, 3, 2), *[Residual(128, 64) for _ in range(3)])
        self.around = Around(128, 64)
        self.side16 = conv(96, 64, 1, act=False)
        self.mix16 = Residual(64, 32)
        self.up8 = conv(64, 48, 1, act=False)
        self.side8 = conv(48, 48, 1, act=False)
        self.mix8 = Residual(48, 24)
        self.head = conv(48, 48, 3)
        self.score = nn.Conv2d(48, 1, 1)
        self.corners = nn.Conv2d(48, 8, 1)
        self.rows = nn.Conv2d(48, 1, 1)
        nn.init.constant_(self.score.bias, -4.0)
        nn.init.normal_(self.corners.weight, 0, 0.02)

    def forward(self, image):
        x8 = self.eighth(self.stem((image - 0.447) * 4.0))
        x16 = self.sixteenth(x8)
        x32 = self.around(self.thirtysecond(x16))
        x16 = self.mix16(F.relu(self.side16(x16) + F.interpolate(x32, scale_factor=2.0, mode="nearest")))
        x8 = self.mix8(F.relu(self.side8(x8) + F.interpolate(self.up8(x16), scale_factor=2.0, mode="nearest")))
        x = self.head(x8)
        return self.score(x), self.corners(x) * REACH_PX, self.rows(x)


class Exported(nn.Module):
    """The network as the program runs it: scores and rows are probabilities, scores as calibrated (training.detector.calibrate)."""

    def __init__(self, net, slope=1.0, offset=0.0):
        super().__init__()
        self.net, self.slope, self.offset = net, slope, offset

    def forward(self, image):
        score, corners, rows = self.net(image)
        return torch.sigmoid(score * self.slope + self.offset), corners, torch.sigmoid(rows)
