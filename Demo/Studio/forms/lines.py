"""Bent things: a section pushed along a line."""
import math

from mathutils import Vector

from .lathe import smooth_line
from .mesh import thing


def tube(name, path, radius, material, sides=20, per_span=8, closed=False, flat=1.0, tilt=(0, 0, 1), smooth=True):
    """A round or oval bar along a path.

    `radius` is one number, or one for each point of the path; `flat` below 1 presses the section along `tilt`.
    """
    radii = radius if isinstance(radius, (list, tuple)) else [radius] * len(path)
    knots = [(*point, r) for point, r in zip(path, radii)]
    line = smooth_line(knots, per_span, closed) if smooth else [tuple(map(float, k)) for k in knots]
    points, faces = [], []
    count = len(line)
    reference = Vector(tilt)
    for i, knot in enumerate(line):
        ahead = line[(i + 1) % count] if closed or i + 1 < count else knot
        behind = line[i - 1] if closed or i > 0 else knot
        along = (Vector(ahead[:3]) - Vector(behind[:3])).normalized()
        across = along.cross(reference)
        if across.length < 1e-3:
            across = along.cross(Vector((0.3, 1, 0.2)))
        across.normalize()
        upward = across.cross(along)
        for k in range(sides):
            angle = math.tau * k / sides
            offset = across * math.cos(angle) * knot[3] + upward * math.sin(angle) * knot[3] * flat
            points.append(Vector(knot[:3]) + offset)
    spans = count if closed else count - 1
    for i in range(spans):
        low, high = i * sides, (i + 1) % count * sides
        for k in range(sides):
            j = (k + 1) % sides
            faces.append((low + k, low + j, high + j, high + k))
    if not closed:
        for row, point in ((0, line[0]), (count - 1, line[-1])):
            points.append(Vector(point[:3]))
            tip = len(points) - 1
            for k in range(sides):
                pair = (row * sides + k, row * sides + (k + 1) % sides)
                faces.append((tip, *pair) if row else (tip, *pair[::-1]))
    return thing(name, points, faces, material)


def arc(centre, radius, start, end, steps=12, plane="xz"):
    """Points of a circle's piece, in degrees, on the plane that two letters name."""
    points = []
    for i in range(steps + 1):
        angle = math.radians(start + (end - start) * i / steps)
        point = list(centre)
        point["xyz".index(plane[0])] += radius * math.cos(angle)
        point["xyz".index(plane[1])] += radius * math.sin(angle)
        points.append(tuple(point))
    return points


def helix(radius, pitch, turns, start=0.0, steps=16, height=0.0):
    """A spring's line round the upright axis."""
    points = []
    for i in range(int(turns * steps) + 1):
        angle = start + math.tau * i / steps
        points.append((radius * math.cos(angle), radius * math.sin(angle), height + pitch * i / steps))
    return points
