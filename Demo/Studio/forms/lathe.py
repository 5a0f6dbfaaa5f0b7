"""Turned things: a profile of (radius, height) once round the upright axis."""
import math

from mathutils import Vector

from .mesh import thing


def smooth_line(points, per_span=8, closed=False):
    """A Catmull-Rom curve through points of two or three numbers. A point given twice in a row keeps its corner."""
    line = []
    count = len(points)
    spans = count if closed else count - 1
    for i in range(spans):
        here, there = points[i % count], points[(i + 1) % count]
        if here == there:
            continue
        before = points[(i - 1) % count] if closed or i > 0 else here
        after = points[(i + 2) % count] if closed or i + 2 < count else there
        for step in range(per_span):
            line.append(_catmull(before, here, there, after, step / per_span))
    if not closed:
        line.append(tuple(float(part) for part in points[-1]))
    return line


def _catmull(a, b, c, d, t):
    return tuple(
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3)
        for p, q, r, s in zip(a, b, c, d))


def turned(name, profile, material, segments=112, per_span=8, smooth=True, closed=False):
    """A body of revolution. The profile runs from the axis or back to itself (`closed`), outside first, upwards."""
    line = smooth_line(profile, per_span, closed) if smooth else [tuple(map(float, p)) for p in profile]
    points, faces, rings = [], [], []
    for radius, height in line:
        if radius < 1e-6:
            rings.append([len(points)] * segments)
            points.append((0, 0, height))
        else:
            rings.append(range(len(points), len(points) + segments))
            for i in range(segments):
                angle = math.tau * i / segments
                points.append((radius * math.cos(angle), radius * math.sin(angle), height))
    pairs = list(zip(rings, rings[1:])) + ([(rings[-1], rings[0])] if closed else [])
    for low, high in pairs:
        for i in range(segments):
            j = (i + 1) % segments
            face = [low[i], low[j], high[j], high[i]]
            kept = [face[k] for k in range(4) if face[k] != face[k - 1]]
            if len(kept) > 2:
                faces.append(kept)
    return thing(name, points, faces, material)


def vessel(name, outside, wall, material, floor=None, lip=None, **options):
    """A hollow body from its outside alone: the inside follows at `wall` metres, the lip is rounded.

    `outside` runs from the foot's edge up to the rim.
    """
    floor = wall * 1.4 if floor is None else floor
    outer = smooth_line(outside, 8)
    lip = wall / 2 if lip is None else lip
    inner = []
    for i, (radius, height) in enumerate(outer):
        ahead, behind = outer[min(i + 1, len(outer) - 1)], outer[max(i - 1, 0)]
        along = Vector((ahead[0] - behind[0], ahead[1] - behind[1]))
        if along.length < 1e-9:
            continue
        normal = Vector((-along.y, along.x)).normalized()
        point = (radius + normal.x * wall, height + normal.y * wall)
        if point[0] > 0.0005 and point[1] > outer[0][1] + floor:
            inner.append(point)
    top, start = Vector(outer[-1]), Vector(inner[-1])
    middle, across = (top + start) / 2, (top - start)
    ahead = Vector((across.y, -across.x)).normalized() * -1
    if ahead.y < 0:
        ahead = -ahead
    rim = [tuple(middle + across / 2 * math.cos(a) + ahead * lip * math.sin(a)) for a in (math.pi * k / 8 for k in range(1, 8))]
    low = inner[0][0]
    base = outer[0][1] + floor
    bottom = [(low * f, base + (inner[0][1] - base) * f ** 4) for f in (0.95, 0.85, 0.65, 0.35)] + [(0.0, base)]
    line = [(0.0, outer[0][1] + 0.0004)] + outer + rim + inner[::-1] + bottom
    return turned(name, line, material, smooth=False, **options)
