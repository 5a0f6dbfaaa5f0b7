"""Paper that goes round: labels on jars and bottles, sleeves on boxes. Their UV maps fill the print."""
import math

from .mesh import thing


def band(name, radius, bottom, size, material, facing=-90.0, taper=0.0, steps=48):
    """A label of this width and height in metres on a cylinder, its middle towards `facing` degrees.

    `taper` is how much the radius shrinks from the bottom to the top.
    """
    wide, tall = size
    half = wide / radius / 2
    points, uvs, faces = [], [], []
    for row in range(5):
        v = row / 4
        r = radius - taper * v
        for i in range(steps + 1):
            u = i / steps
            a = math.radians(facing) - half + 2 * half * u
            points.append((r * math.cos(a), r * math.sin(a), bottom + tall * v))
            uvs.append((u, v))
    for row in range(4):
        for i in range(steps):
            a = row * (steps + 1) + i
            faces.append((a, a + 1, a + steps + 2, a + steps + 1))
    return thing(name, points, faces, material, uvs=uvs)


def card(name, size, material, centre=(0, 0, 0), curve=0.0, steps=24):
    """A flat upright print that faces the camera; `curve` bends its middle forward by so much."""
    wide, tall = size
    points, uvs, faces = [], [], []
    for row in range(steps + 1):
        for i in range(steps + 1):
            u, v = i / steps, row / steps
            bulge = curve * (1 - (2 * u - 1) ** 2) * (0.4 + 0.6 * (1 - (2 * v - 1) ** 2))
            points.append((centre[0] + (u - 0.5) * wide, centre[1] - bulge, centre[2] + v * tall))
            uvs.append((u, v))
    for row in range(steps):
        for i in range(steps):
            a = row * (steps + 1) + i
            faces.append((a, a + 1, a + steps + 2, a + steps + 1))
    return thing(name, points, faces, material, uvs=uvs)


def disc(name, radius, height, material, segments=96):
    """A round print that lies flat, face up, its top away from the camera."""
    points, uvs = [(0, 0, height)], [(0.5, 0.5)]
    for i in range(segments):
        a = math.tau * i / segments
        points.append((radius * math.cos(a), radius * math.sin(a), height))
        uvs.append((0.5 + math.cos(a) / 2, 0.5 + math.sin(a) / 2))
    faces = [(0, 1 + i, 1 + (i + 1) % segments) for i in range(segments)]
    return thing(name, points, faces, material, uvs=uvs)
