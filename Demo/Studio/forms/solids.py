"""Blocks and boards with honest edges."""
import math

from .mesh import bevel, thing


def block(name, size, material, edge=0.003, segments=4, centre=(0, 0, 0)):
    """A box of this width, depth and height that stands on its `centre`, with rounded edges."""
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    cx, cy, cz = centre
    points = [(cx + sx * x, cy + sy * y, cz + sz * z) for sx in (-1, 1) for sy in (-1, 1) for sz in (0, 1)]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    made = thing(name, points, faces, material, smooth=bool(edge))
    return bevel(made, edge, segments) if edge else made


def outline(corners, radius, steps=8):
    """A closed line round the corners, each rounded by its radius (one number or one for each)."""
    radii = radius if isinstance(radius, (list, tuple)) else [radius] * len(corners)
    line = []
    count = len(corners)
    for i, (x, y) in enumerate(corners):
        (px, py), (nx, ny) = corners[i - 1], corners[(i + 1) % count]
        a, b = math.hypot(px - x, py - y), math.hypot(nx - x, ny - y)
        r = min(radii[i], a / 2, b / 2)
        start = (x + (px - x) / a * r, y + (py - y) / a * r)
        end = (x + (nx - x) / b * r, y + (ny - y) / b * r)
        if r < 1e-6:
            line.append((x, y))
            continue
        for k in range(steps + 1):
            t = k / steps
            line.append(tuple((1 - t) ** 2 * s + 2 * t * (1 - t) * m + t * t * e for s, m, e in zip(start, (x, y), end)))
    return line


def slab(name, line, height, material, edge=0.003, segments=4, base=0.0):
    """A board with this outline (x, y; anticlockwise) and this thickness, its edges rounded."""
    count = len(line)
    points = [(x, y, base) for x, y in line] + [(x, y, base + height) for x, y in line]
    faces = [tuple(reversed(range(count))), tuple(range(count, 2 * count))]
    faces += [(i, (i + 1) % count, count + (i + 1) % count, count + i) for i in range(count)]
    made = thing(name, points, faces, material)
    return bevel(made, edge, segments) if edge else made


def rod(name, radius, height, material, segments=64, edge=0.0, base=0.0):
    """A short upright cylinder, for holes and plugs."""
    line = [(radius * math.cos(math.tau * i / segments), radius * math.sin(math.tau * i / segments)) for i in range(segments)]
    return slab(name, line, height, material, edge=edge, base=base)


def sphere(name, radius, material, centre=(0, 0, 0), squash=(1, 1, 1), rings=24):
    points, faces = [], []
    for i in range(rings + 1):
        polar = math.pi * i / rings
        for k in range(2 * rings):
            turn = math.pi * k / rings
            unit = (math.sin(polar) * math.cos(turn), math.sin(polar) * math.sin(turn), math.cos(polar))
            points.append(tuple(c + radius * s * u for c, s, u in zip(centre, squash, unit)))
    for i in range(rings):
        for k in range(2 * rings):
            j = (k + 1) % (2 * rings)
            faces.append((i * 2 * rings + k, (i + 1) * 2 * rings + k, (i + 1) * 2 * rings + j, i * 2 * rings + j))
    return thing(name, points, faces, material)
