"""Cloth that has been laid, folded, rolled or hung. UV maps are in metres along the threads."""
import math
import random

from mathutils import Vector, noise

from .lines import tube
from .mesh import subdivide, thicken, thing


def strip(name, line, width, material, wall, steps=28, sag=0.0, seed=0.0, rough=0.0, rows=None):
    """A cloth whose section is `line` (x, z in metres) and which is `width` deep, with a wall of cloth's thickness.

    `sag` rounds the section down towards the sides; `rough` moves everything a little, as nothing lies quite flat.
    """
    length, along = 0.0, [0.0]
    for a, b in zip(line, line[1:]):
        length += math.dist(a, b)
        along.append(length)
    points, uvs, faces = [], [], []
    for k in range(steps + 1):
        v = k / steps
        y = (v - 0.5) * width
        for (x, z), u in zip(line, along):
            drop = sag * abs(2 * v - 1) ** 4
            shift = noise.noise_vector(Vector((x * 9 + seed, y * 9, z * 30 + seed))) * rough
            points.append((x + shift.x * 1.2, y + shift.y * 0.8, max(wall * 0.5, z - drop * z + shift.z * min(1.0, z / 0.004))))
            uvs.append((u, y))
    n = len(line)
    for k in range(steps):
        for i in range(n - 1):
            a = k * n + i
            faces.append((a, a + n, a + n + 1, a + 1))
    made = thing(name, points, faces, material, uvs=uvs)
    thicken(made, wall)
    return subdivide(made, 1)


def folded(length, layers, gap):
    """A serpentine section: so many layers of this length, each `gap` above the last, with round turns."""
    line = []
    for layer in range(layers):
        z = gap * (layer + 0.5)
        turn = gap / 2
        ends = (-length / 2, length / 2) if layer % 2 == 0 else (length / 2, -length / 2)
        for k in range(15):
            t = k / 14
            line.append((ends[0] + (ends[1] - ends[0]) * t, z))
        if layer + 1 < layers:
            side = 1 if layer % 2 == 0 else -1
            for k in range(1, 8):
                a = math.pi * k / 8
                line.append((side * (length / 2 + turn * math.sin(a)), z + turn - turn * math.cos(a)))
    return line


def rolled(inner, gap, turns, steps=26):
    """A spiral section that ends on the ground beside the roll."""
    outer = inner + gap * turns
    line = []
    for k in range(int(turns * steps) + 1):
        a = math.tau * k / steps
        r = inner + gap * k / steps
        line.append((r * math.cos(a - math.pi / 2), outer + r * math.sin(a - math.pi / 2)))
    return line


def cushion(name, size, height, material, steps=44, seed=0.0):
    """A filled square with pulled corners and a seam round it, lying."""
    points, uvs, faces = [], [], []
    for side in (1, -1):
        for j in range(steps + 1):
            for i in range(steps + 1):
                u, v = 2 * i / steps - 1, 2 * j / steps - 1
                pull = 1 - 0.085 * (1 - v * v) * abs(u) ** 3
                pull_v = 1 - 0.085 * (1 - u * u) * abs(v) ** 3
                fat = max(0.0, (1 - abs(u) ** 2.6) * (1 - abs(v) ** 2.6)) ** 0.62
                x, y = u * size[0] / 2 * pull, v * size[1] / 2 * pull_v
                crease = noise.noise(Vector((u * 3 + seed, v * 3, side))) * 0.010 * fat + noise.noise(Vector((u * 9, v * 9 + seed, side))) * 0.0030 * (1 - fat) * fat ** 0.3
                points.append((x, y, side * (height / 2 * fat + 0.0012) + crease))
                uvs.append((x, y))
    n = (steps + 1) ** 2
    row = steps + 1
    for side in (0, 1):
        for j in range(steps):
            for i in range(steps):
                a = side * n + j * row + i
                face = (a, a + 1, a + row + 1, a + row)
                faces.append(face if side == 0 else face[::-1])
    edge = [i for i in range(row)] + [j * row + steps for j in range(1, row)] + [steps * row + i for i in range(steps - 1, -1, -1)] + [j * row for j in range(steps - 1, 0, -1)]
    for a, b in zip(edge, edge[1:] + edge[:1]):
        faces.append((b, a, n + a, n + b))
    return subdivide(thing(name, points, faces, material, uvs=uvs), 1)


def fringe(spots, length, material, seed=1, thick=0.0016, ground=0.0, out=(-1, 0)):
    """Twisted tassels from these points (x, y, z), falling `out` and down to the ground."""
    chance = random.Random(seed)
    made = []
    for x, y, z in spots:
        dx, dy = out
        drift, reach = chance.uniform(-0.2, 0.2), length * chance.uniform(0.9, 1.05)
        line = []
        for k in range(6):
            t = k / 5
            fall = min(z - ground - thick * 0.8, reach * 0.9)
            px = x + dx * (0.25 * reach * t if fall > reach * 0.5 else reach * t) + drift * reach * t * dy
            py = y + dy * (0.25 * reach * t if fall > reach * 0.5 else reach * t) + drift * reach * t * dx * 0.6
            line.append((px, py, z - fall * min(1.0, t * 1.15) ** 1.3))
        made.append(tube("tassel", line, [thick, thick * 1.05, thick, thick * 1.1, thick * 1.25, thick * 0.6], material, sides=8, per_span=3))
    return made
