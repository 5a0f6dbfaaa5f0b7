"""What a product in use has beside it and is not part of it: bread, leaves, onions, a spoonful of jam."""
import math
import random

from forms.lathe import turned
from forms.lines import tube
from forms.mesh import bevel, copies, move, thing
from forms.solids import outline, slab, sphere
from materials import stuff
from materials.nodes import rgb


def heap(pieces, count, radius, height, seed, at=(0, 0, 0), tilt=0.5):
    """Copies of the pieces in a round heap, lying as they fell. The pieces themselves are the first of them."""
    chance = random.Random(seed)
    thrown = list(pieces) + [copies(pieces[k % len(pieces)]) for k in range(len(pieces), count)]
    for one in thrown:
        r, a = radius * chance.random() ** 0.5, chance.uniform(0, math.tau)
        place = (at[0] + r * math.cos(a), at[1] + r * math.sin(a), at[2] + height * (1 - (r / radius) ** 2))
        move(one, by=place, turn=(chance.uniform(-tilt, tilt), chance.uniform(-tilt, tilt), chance.uniform(0, math.tau)))
    return thrown


def mound(radius, height, skin, at=(0, 0, 0)):
    """What fills a heap below its pieces."""
    return move(turned("mound", [(radius, 0), (radius * 0.8, height * 0.36), (radius * 0.5, height * 0.75), (radius * 0.2, height * 0.96), (0, height)], skin), by=at)


def dollop(radius, height, skin, at=(0, 0, 0), seed=0.0, lumps=0.0, stretch=1.0):
    """Something soft that was put down with a spoon: a wavy outline, a round edge."""
    points, faces, around, rows = [(0, 0, height)], [], 72, 12
    for row in range(1, rows + 1):
        t = row / rows
        for i in range(around):
            a = math.tau * i / around
            r = radius * t * (1 + 0.10 * math.sin(2 * a + seed) + 0.07 * math.sin(3 * a + 2 * seed) + 0.035 * math.sin(7 * a + seed))
            z = height * (1 - t ** 2.6) + lumps * math.sin(4 * a + 9 * t + seed) * math.sin(8 * t + seed) * (1 - t)
            points.append((stretch * r * math.cos(a), r * math.sin(a), z))
    for i in range(around):
        faces.append((0, 1 + i, 1 + (i + 1) % around))
        for row in range(rows - 1):
            a, b = 1 + row * around + i, 1 + row * around + (i + 1) % around
            faces.append((a, a + around, b + around, b))
    return move(thing("dollop", points, faces, skin), by=at)


def slice_of_bread(rye=True, wide=0.098):
    """Cut from a loaf with a flat bottom; it lies on the origin."""
    crust = stuff.soft(rgb("#6a3f20") if rye else rgb("#a9682f"), rgb("#4a2a14") if rye else rgb("#8a5427"), scale=90, rough=0.8, depth=0)
    crumb = stuff.soft(rgb("#a87c52") if rye else rgb("#e6d0a4"), rgb("#7d5634") if rye else rgb("#d0b27e"), scale=420, rough=0.9, bumpy=1.0, depth=0.002)
    half = wide / 2
    line = outline([(-half * 0.94, -half * 0.72), (half * 0.94, -half * 0.72), (half, half * 0.25), (half * 0.45, half * 0.78), (-half * 0.45, half * 0.78), (-half, half * 0.25)],
                   [0.010, 0.010, half * 0.6, half * 0.7, half * 0.7, half * 0.6], 10)
    made = slab("slice", line, 0.0125, crust, edge=0)
    made.data.materials.append(crumb)
    for face in made.data.polygons:
        face.material_index = 1 if abs(face.normal.z) > 0.9 else 0
    return bevel(made, 0.0016, 3)


def cloudberry(skin, at, size=0.0042):
    for i in range(10):
        a = math.tau * i / 6
        r, z = (size * 1.35, size * 1.15) if i < 6 else (size * 0.72, size * 2.05)
        sphere("drupe", size, skin, (at[0] + r * math.cos(a), at[1] + r * math.sin(a), at[2] + z), rings=10)


def onion(size, skin, at, turn=(0, 0, 0)):
    """One in its papery skin, with the dry neck."""
    made = turned("onion", [(0, -0.93), (0.16, -0.92), (0.55, -0.78), (0.93, -0.30), (0.99, 0.08), (0.87, 0.46), (0.52, 0.76), (0.20, 0.91), (0.09, 1.06), (0.06, 1.22), (0.11, 1.36), (0.05, 1.39), (0, 1.33)], skin, segments=72)
    return move(made, by=at, turn=turn, scale=size)


def potato(size, skin, at, seed):
    """No two alike, none of them round."""
    made = sphere("potato", 1, skin, rings=30)
    for vertex in made.data.vertices:
        x, y, z = vertex.co
        swell = 1 + 0.07 * math.sin(2.1 * x + seed) + 0.06 * math.sin(2.7 * y + 2 * seed) + 0.05 * math.sin(3.1 * z + 3 * seed) + 0.02 * math.sin(7 * x + 5 * y + seed)
        vertex.co = (1.32 * x * swell, 0.98 * y * swell, 0.86 * z * swell)
    return move(made, by=(at[0], at[1], at[2] + size * 0.84), turn=(0, 0, seed), scale=size)


def leaf(length, width, skin, seed, curl=0.5):
    """A salad leaf: a rib in the middle, an edge that waves the more the further out it is."""
    chance = random.Random(seed)
    phase, bend = chance.uniform(0, 6), chance.uniform(0.6, 1.3) * curl
    points, faces, rows, columns = [], [], 36, 15
    for i in range(rows + 1):
        t = i / rows
        half = width / 2 * math.sin(math.pi * min(1, 0.06 + 0.94 * t) ** 0.75) ** 0.7 * (1 + 0.10 * math.sin(19 * t + phase))
        for k in range(columns):
            s = 2 * k / (columns - 1) - 1
            ruffle = 0.10 * width * abs(s) ** 2.2 * math.sin(24 * t + phase + (2 if s > 0 else 0))
            z = bend * length * 0.5 * t * t + 0.22 * width * s * s + ruffle - 0.03 * width * math.exp(-(s * 7) ** 2)
            points.append((s * half, length * (t - 0.5) * (1 - 0.18 * bend * t), z))
    for i in range(rows):
        for k in range(columns - 1):
            a = i * columns + k
            faces.append((a, a + 1, a + columns + 1, a + columns))
    return thing("leaf", points, faces, skin)


def cep(flesh, skin, bend=6.0):
    """A dried slice through cap and stem, brown along the cap."""
    line = outline([(-0.0042, -0.016), (0.0042, -0.016), (0.0060, -0.009), (0.0034, 0.0), (0.0130, 0.0004), (0.0150, 0.004), (0.0105, 0.011), (0, 0.0135), (-0.0105, 0.011), (-0.0150, 0.004),
                    (-0.0130, 0.0004), (-0.0034, 0.0), (-0.0060, -0.009)], [0.0025, 0.0025, 0.004, 0.0015, 0.002, 0.003, 0.005, 0.006, 0.005, 0.003, 0.002, 0.0015, 0.004], 6)
    body = slab("cep", line, 0.0016, flesh, edge=0.0005)
    arch = [(-0.0142, 0.0028), (-0.0132, 0.0068), (-0.0085, 0.0110), (0, 0.0130), (0.0085, 0.0110), (0.0132, 0.0068), (0.0142, 0.0028)]
    rim = tube("cap", [(x, y, 0.0008) for x, y in arch], 0.0013, skin, sides=10)
    for part in (body, rim):
        for vertex in part.data.vertices:
            vertex.co.z += bend * vertex.co.x ** 2 - 2.2 * bend * max(0.0, -vertex.co.y) ** 2
    return [body, rim]
