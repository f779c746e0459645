"""Line plots as SVG text: panels beside one another, a line a series. Called by calibrate.py and robustness.py."""

_COLOURS = ["#1a5fb4", "#c64600", "#26774a", "#813d9c"]
_WIDTH, _HEIGHT, _LEFT, _TOP = 230, 190, 44, 30


def write(path, title, panels):
    """`panels`: [(name, x label, tick labels or None, {series: [(x, y from 0 to 1)]}, diagonal)]; x are numbers, or places
    0, 1, … when tick labels are given."""
    wide = max(620, len(panels) * (_WIDTH + _LEFT) + 20)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{_HEIGHT + 100}" font-family="sans-serif" font-size="11">',
             f'<rect width="{wide}" height="{_HEIGHT + 100}" fill="white"/>',
             f'<text x="{_LEFT}" y="16" font-size="13">{title}</text>']
    for number, panel in enumerate(panels):
        parts.append(f'<g transform="translate({_LEFT + number * (_WIDTH + _LEFT)},{_TOP})">' + "".join(_panel(*panel)) + "</g>")
    for i, name in enumerate(panels[0][3]):
        parts.append(f'<text x="{_LEFT + 260 * i}" y="{_HEIGHT + 88}" fill="{_COLOURS[i]}">— {name}</text>')
    with open(path, "w", encoding="utf8") as f:
        f.write("\n".join(parts) + "\n</svg>\n")


def _panel(name, x_label, ticks, series, diagonal):
    xs = [x for points in series.values() for x, _ in points]
    low, high = (0, 1) if diagonal else (min(xs), max(xs))
    places = list(enumerate(ticks)) if ticks else [(v, f"{v:g}") for v in sorted(set(xs))] if not diagonal else [(v / 5, f"{v / 5:g}") for v in range(6)]

    def at(x, y):
        return (x - low) / max(1e-9, high - low) * _WIDTH, (1 - y) * _HEIGHT

    yield f'<text y="-3">{name}</text><rect width="{_WIDTH}" height="{_HEIGHT}" fill="none" stroke="#999"/>'
    for y in (0, 0.25, 0.5, 0.75, 1):
        yield f'<line x2="{_WIDTH}" y1="{at(low, y)[1]:.1f}" y2="{at(low, y)[1]:.1f}" stroke="#ddd"/>'
        yield f'<text x="-4" y="{at(low, y)[1] + 4:.1f}" text-anchor="end">{100 * y:g}</text>'
    for x, label in places:
        yield f'<text x="{at(x, 0)[0]:.1f}" y="{_HEIGHT + 14}" text-anchor="middle" font-size="9">{label}</text>'
    yield f'<text x="{_WIDTH / 2}" y="{_HEIGHT + 30}" text-anchor="middle">{x_label}</text>'
    if diagonal:
        yield f'<line x1="0" y1="{_HEIGHT}" x2="{_WIDTH}" y2="0" stroke="#aaa" stroke-dasharray="4 3"/>'
    for colour, points in zip(_COLOURS, series.values()):
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in (at(x, y) for x, y in points))
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"/>'
        yield from (f'<circle cx="{at(x, y)[0]:.1f}" cy="{at(x, y)[1]:.1f}" r="2.2" fill="{colour}"/>' for x, y in points)
