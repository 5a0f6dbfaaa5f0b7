"""What pours: the pitcher, the teapot, the dripper; and the vases, which are built alike."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import cut, move
from forms.solids import rod
from materials import clay, glass, liquid, stuff
from materials.nodes import rgb


def pulled(made, direction, start, reach, width=0.6):
    """Draws a vessel's wall out into a lip: where it faces `direction` (radians) and above the height `start`."""
    top = max(vertex.co.z for vertex in made.data.vertices)
    for vertex in made.data.vertices:
        if vertex.co.z < start:
            continue
        angle = (math.atan2(vertex.co.y, vertex.co.x) - direction + math.pi) % math.tau - math.pi
        weight = ((vertex.co.z - start) / (top - start)) ** 1.6
        tongue, cheek = math.exp(-(angle / width) ** 2), math.exp(-((abs(angle) - 1.9 * width) / (0.9 * width)) ** 2)
        scale = 1 + weight * (reach * tongue - reach * 0.22 * cheek)
        vertex.co.x *= scale
        vertex.co.y *= scale
        vertex.co.z += weight * tongue * reach * 0.018
    return made


@picture("halla-pitcher-snow", View("front", elevation=18), glaze="snow")
@picture("halla-pitcher-ink", View("front", elevation=18), glaze="ink")
@picture("halla-pitcher-snow-detail", close((-0.03, -0.02, 0.15), 0.13, elevation=34), glaze="snow")
@model("halla-pitcher", glaze="snow")
def pitcher(glaze):
    outside = [
        (0.043, 0.0), (0.0445, 0.0006), (0.046, 0.005), (0.056, 0.028), (0.0595, 0.058), (0.053, 0.098), (0.0435, 0.132), (0.0445, 0.158), (0.048, 0.172),
    ]
    body = vessel("body", outside, 0.0044, clay.glazed(glaze, foot=0.006, rim=0.172, freckles=0.35), floor=0.008)
    pulled(body, math.pi, 0.128, 0.42)
    path, radii = [], []
    for step in range(17):
        angle = math.radians(100 - 196 * step / 16)
        path.append((0.047 + 0.046 * math.copysign(abs(math.cos(angle)) ** 0.75, math.cos(angle)), 0, 0.105 + 0.052 * math.sin(angle)))
        radii.append(0.0085 * (0.95 + 0.4 * abs(step / 8 - 1) ** 4))
    ear = tube("handle", path, radii, clay.glazed(glaze, foot=-1, freckles=0.35), flat=0.6, tilt=(0, 1, 0), per_span=4)
    return move([body, ear], turn=(0, 0, math.radians(-22)))


@picture("halla-teapot-moss", View("front", elevation=22), glaze="moss")
@picture("halla-teapot-fog", View("front", elevation=22), glaze="fog")
@picture("halla-teapot-moss-detail", close((0.0, -0.03, 0.115), 0.13, elevation=36), glaze="moss")
@model("halla-teapot", glaze="moss")
def teapot(glaze):
    skin = clay.glazed(glaze, foot=0.006)
    outside = [
        (0.050, 0.0), (0.052, 0.0006), (0.054, 0.005), (0.074, 0.026), (0.083, 0.056), (0.073, 0.088), (0.050, 0.108), (0.041, 0.1115), (0.0405, 0.114),
    ]
    body = vessel("body", outside, 0.0045, skin, floor=0.008)
    lid = turned("lid", [
        (0, 0.1145), (0.036, 0.1145), (0.039, 0.1165), (0.036, 0.1195), (0.022, 0.1255), (0.0085, 0.1290), (0.0072, 0.1325), (0.0112, 0.1385), (0.0125, 0.1435),
        (0.0095, 0.1488), (0.004, 0.1505), (0, 0.1507)], clay.glazed(glaze, foot=-1))
    spout = tube(
        "spout", [(-0.060, 0, 0.040), (-0.088, 0, 0.052), (-0.107, 0, 0.080), (-0.122, 0, 0.104), (-0.128, 0, 0.1105)],
        [0.0235, 0.0175, 0.0125, 0.0100, 0.0092], clay.glazed(glaze, foot=-1), tilt=(0, 1, 0), sides=32)
    mouth = tube("mouth", [(-0.112, 0, 0.090), (-0.123, 0, 0.105), (-0.134, 0, 0.121)], 0.0066, clay.glazed(glaze, foot=-1), tilt=(0, 1, 0))
    cut(spout, [mouth])
    bow = [(0.066 * math.cos(a), 0, 0.104 + 0.082 * math.sin(a)) for a in (math.pi * k / 24 for k in range(25))]
    cane = tube("bail", bow, 0.0036, stuff.plain(rgb("#4b3a2a"), 0.5), per_span=3)
    wrap = []
    for step in range(240):
        angle = math.pi * (0.30 + 0.40 * step / 239)
        centre = (0.066 * math.cos(angle), 0.104 + 0.082 * math.sin(angle))
        turn = math.tau * step / 7
        radius = 0.0052
        wrap.append((centre[0] + radius * math.cos(turn) * math.cos(angle), radius * math.sin(turn), centre[1] + radius * math.cos(turn) * math.sin(angle)))
    cord = tube("cane", wrap, 0.0014, stuff.plain(rgb("#b98f56"), 0.5), sides=8, per_span=2)
    lugs = [tube("lug", [(x * 0.9, 0, 0.096), (x, 0, 0.104), (x * 1.04, 0, 0.109)], [0.0085, 0.0078, 0.0055], clay.glazed(glaze, foot=-1), tilt=(0, 1, 0)) for x in (-0.063, 0.063)]
    return move([body, lid, spout, cane, cord, *lugs], turn=(0, 0, math.radians(-24)))


@picture("aamu-dripper", View("front", elevation=20))
@picture("aamu-dripper-detail", close((0.0, -0.02, 0.155), 0.15, elevation=42), jug=True)
@model("aamu-dripper", jug=False)
def dripper(jug=True):
    white = clay.porcelain()
    lift = 0.088 if jug else 0.0
    cone = turned("cone", [
        (0.018, 0.012), (0.0195, 0.012), (0.026, 0.022), (0.0465, 0.064), (0.0600, 0.094), (0.0622, 0.0975), (0.0605, 0.0985), (0.0575, 0.0955),
        (0.044, 0.066), (0.023, 0.024), (0.0165, 0.014)], white, closed=True)
    saucer = turned("saucer", [
        (0.016, 0.010), (0.030, 0.0095), (0.036, 0.002), (0.0385, 0.002), (0.038, 0.008), (0.060, 0.0115), (0.065, 0.0145), (0.0635, 0.0165), (0.058, 0.0150),
        (0.034, 0.0135), (0.016, 0.014)], white, closed=True)
    ribs = []
    for i in range(20):
        angle = math.tau * i / 20
        line = []
        for k in range(7):
            t = k / 6
            r, z, a = 0.0215 + 0.033 * t, 0.026 + 0.062 * t, angle + 0.9 * t
            line.append((r * math.cos(a), r * math.sin(a), z))
        ribs.append(tube("rib", line, 0.0013, white, sides=8, per_span=3))
    ear = [(0.047 + 0.030 * math.cos(a), 0, 0.050 + 0.024 * math.sin(a)) for a in (math.radians(96 - 190 * k / 14) for k in range(15))]
    handle = tube("handle", ear, 0.0052, white, flat=0.7, tilt=(0, 1, 0), per_span=4)
    made = move([cone, saucer, handle, *ribs], by=(0, 0, lift), turn=(0, 0, math.radians(-30)))
    if jug:
        _jug()
    return made


def _jug():
    """A plain glass jug, half full of coffee; ours, not for sale."""
    outside = [(0.040, 0.0), (0.046, 0.002), (0.0505, 0.012), (0.0520, 0.040), (0.0440, 0.072), (0.0370, 0.083), (0.0385, 0.090)]
    vessel("jug", outside, 0.0020, glass.glass("clear"), floor=0.003)
    turned("coffee", [(0, 0.0042), (0.039, 0.0042), (0.0472, 0.012), (0.0490, 0.036), (0.0492, 0.040), (0, 0.040)], liquid.coffee(), smooth=False)


@picture("niitty-vase-sand", View("front", elevation=12), glaze="sand")
@picture("niitty-vase-ink", View("front", elevation=12), glaze="ink")
@picture("niitty-vase-sand-use", View("use", elevation=8, fill=0.86), glaze="sand", filled=True)
@model("niitty-vase", glaze="sand")
def vase(glaze, filled=False):
    outside = [
        (0.043, 0.0), (0.045, 0.0006), (0.048, 0.006), (0.066, 0.040), (0.073, 0.080), (0.064, 0.122), (0.036, 0.158), (0.0245, 0.180), (0.0235, 0.205),
        (0.0285, 0.222),
    ]
    made = [vessel("vase", outside, 0.0046, clay.glazed(glaze, foot=0.0065, rim=0.224, freckles=0.45), floor=0.008)]
    return made + (_grasses() if filled else [])


def _grasses():
    """Dry meadow: stems of oats and bents."""
    chance = random.Random(21)
    straw, ear = stuff.plain(rgb("#b79a5e"), 0.8), stuff.soft(rgb("#c7a262"), rgb("#8f6c38"), scale=500, depth=0)
    made = []
    for i in range(15):
        turn, lean, tall = chance.uniform(0, math.tau), chance.uniform(0.015, 0.12), chance.uniform(0.34, 0.47)
        line = [(0.012 * math.cos(turn) * (1 - k) + lean * math.cos(turn) * k ** 2.2, 0.012 * math.sin(turn) * (1 - k) + lean * math.sin(turn) * k ** 2.2, 0.12 + (tall - 0.12) * k)
                for k in (0, 0.25, 0.5, 0.75, 1)]
        made.append(tube("stem", line, 0.0008, straw, sides=6, per_span=6))
        tip, below = line[-1], line[-2]
        for k in range(16):
            t = k / 16
            x, y, z = (b + (a - b) * (0.35 + 0.65 * t) for a, b in zip(tip, below))
            side = chance.uniform(0, math.tau)
            end = (x + 0.006 * math.cos(side), y + 0.006 * math.sin(side), z + 0.009)
            made.append(tube("grain", [(x, y, z), ((x + end[0]) / 2, (y + end[1]) / 2, (z + end[2]) / 2 + 0.001), end], [0.0004, 0.0017, 0.0003], ear, sides=6, per_span=3))
    return made


@picture("suola-salt-pig", View("front", elevation=20))
@picture("suola-salt-pig-detail", close((0.0, -0.045, 0.062), 0.10, elevation=24))
@model("suola-salt-pig")
def salt_pig():
    outside = [
        (0.041, 0.0), (0.043, 0.0006), (0.046, 0.006), (0.056, 0.030), (0.056, 0.062), (0.046, 0.094), (0.028, 0.113), (0.012, 0.120), (0.003, 0.1212)]
    body = turned("body", [(0, 0.0004), *outside, (0, 0.1213)], clay.glazed("snow", foot=0.0065, freckles=0.7))
    body = cut(body, [move(turned("hollow", [(0, 0.010), (0.036, 0.010), (0.050, 0.032), (0.050, 0.062), (0.041, 0.090), (0.022, 0.107), (0, 0.113)], clay.glazed("snow")), by=(0, 0, 0)),
                      move(rod("mouth", 0.036, 0.12, clay.glazed("snow")), by=(0, -0.01, 0.070), turn=(math.radians(62), 0, 0))])
    salt = stuff.soft(rgb("#f6f4ef"), rgb("#dcd9d2"), scale=700, bumpy=1.0, depth=0.002)
    turned("salt", [(0.047, 0.028), (0.036, 0.036), (0.018, 0.043), (0, 0.046)], salt)
    return [body]
