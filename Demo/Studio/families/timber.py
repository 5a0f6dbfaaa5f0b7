"""Turned, carved and sawn wood from Kuurna."""
import math

from catalogue import model, picture
from camera import View, close
from forms.lathe import smooth_line, turned, vessel
from forms.lines import tube
from forms.mesh import bevel, cut, move, thing
from forms.solids import block, outline, rod, slab, sphere
from materials import clay, cloth, metal, stuff, wood
from materials.nodes import rgb


@picture("sampo-mill", View("front", elevation=14), kind="beech")
@picture("sampo-mill-detail", close((0, -0.02, 0.145), 0.12, elevation=22), kind="beech")
@picture("sampo-pepper-mill", View("front", elevation=14), kind="smoked")
@picture("sampo-pepper-mill-detail", close((0, -0.02, 0.145), 0.12, elevation=22), kind="smoked")
@model("sampo-mill", kind="beech")
@model("sampo-pepper-mill", kind="smoked")
def mill(kind):
    pale = kind == "beech"
    body = turned("body", [
        (0, 0.0), (0.028, 0.0), (0.0295, 0.0008), (0.030, 0.003), (0.0295, 0.012), (0.0255, 0.034), (0.0212, 0.062), (0.0200, 0.088), (0.0215, 0.108), (0.0238, 0.1185),
        (0.0238, 0.1205), (0.0225, 0.1218), (0, 0.1218)], wood.wood(kind, "Z", gloss=0.42))
    ring = turned("ring", [(0, 0.1212), (0.0205, 0.1212), (0.0205, 0.1238), (0, 0.1238)], metal.steel(0.18), smooth=False)
    head = clay.porcelain() if pale else wood.wood(kind, "Z", gloss=0.42)
    cap = turned("head", [
        (0, 0.1234), (0.0218, 0.1234), (0.0236, 0.1246), (0.0242, 0.128), (0.0228, 0.142), (0.0190, 0.154), (0.0125, 0.1625), (0.0055, 0.1662), (0, 0.1666)], head)
    nut = turned("nut", [(0, 0.1655), (0.0052, 0.1657), (0.0050, 0.1712), (0.0062, 0.1738), (0.0068, 0.1765), (0.0055, 0.1795), (0, 0.1808)], metal.steel(0.14) if pale else metal.brass())
    _grains(pale)
    return [body, ring, cap, nut]


def _grains(pale):
    import random
    chance = random.Random(2 if pale else 9)
    stuffing = stuff.plain(rgb("#f4f2ee"), 0.3) if pale else stuff.soft(rgb("#3a2c22"), rgb("#1d1510"), scale=900, bumpy=0.9, depth=0)
    for _ in range(16):
        size = chance.uniform(0.0008, 0.0017) if pale else chance.uniform(0.0019, 0.0025)
        x, y = 0.052 + chance.gauss(0, 0.010), -0.028 + chance.gauss(0, 0.008)
        if pale:
            move(block("salt", (size * 1.6, size * 1.4, size * 1.5), stuffing, 0.0003, 2), by=(x, y, 0), turn=(0, 0, chance.uniform(0, 3)))
        else:
            sphere("peppercorn", size, stuffing, (x, y, size), rings=10)


@picture("kelo-board", View("front", elevation=16, fill=0.78))
@picture("kelo-board-detail", close((0.05, -0.045, 0.07), 0.20, elevation=18))
@picture("kelo-board-use", View("use", elevation=50), upright=False)
@model("kelo-board", upright=False, bread=False)
def board(upright=True, bread=True):
    """The medium one leans at the back, the small one in front; or the medium one lies under a loaf."""
    def plank(length, width):
        oak = wood.wood("ash", "X", rings=75, gloss=0.55)
        plank = slab("board", outline([(-length / 2, -width / 2), (length / 2, -width / 2), (length / 2, width / 2), (-length / 2, width / 2)], 0.022), 0.022, oak, edge=0)
        hole = rod("hole", 0.0105, 0.1, oak, base=-0.05)
        cut(plank, [move(hole, by=(length / 2 - 0.034, width / 2 - 0.034, 0))])
        return bevel(plank, 0.0042, 4, angle=0.7)
    if not upright:
        made = [move(plank(0.40, 0.26), turn=(0, 0, math.radians(14)))]
        if bread:
            _loaf()
        return made
    large = move(plank(0.40, 0.26), by=(-0.02, 0.06, 0.135), turn=(math.radians(78), 0, 0))
    small = move(plank(0.30, 0.20), by=(0.07, -0.012, 0.1045), turn=(math.radians(77), 0, math.radians(-5)))
    return [large, small]


def _loaf():
    crust = stuff.soft(rgb("#8a5427"), rgb("#5c3316"), scale=70, rough=0.7, bumpy=0.8, depth=0)
    flour = stuff.soft(rgb("#d9c7a4"), rgb("#8a5427"), scale=110, rough=0.9, bumpy=0.6, depth=0)
    loaf = sphere("loaf", 0.085, crust, (-0.055, 0.01, 0.070), (1.25, 0.92, 0.62), 40)
    loaf.data.materials.append(flour)
    for face in loaf.data.polygons:
        face.material_index = 1 if face.center.z > 0.095 else 0
    crumb = stuff.soft(rgb("#c9a878"), rgb("#94703f"), scale=420, rough=0.9, bumpy=1.0, depth=0.002)
    line = outline([(-0.062, 0), (0.062, 0), (0.066, 0.05), (0.0, 0.085), (-0.066, 0.05)], [0.02, 0.02, 0.05, 0.08, 0.05], 10)
    for i, (x, y, turn) in enumerate(((0.080, -0.085, 0.35), (0.120, -0.062, -0.25))):
        cut_off = slab("slice", [(a * 0.95, b) for a, b in line], 0.012, crust, edge=0)
        cut_off.data.materials.append(crumb)
        for face in cut_off.data.polygons:
            face.material_index = 1 if abs(face.normal.z) > 0.9 else 0
        bevel(cut_off, 0.0015, 2)
        move(cut_off, by=(x, y, 0.0222 + 0.0125 * i), turn=(0.02, -0.14 * i, turn))
    return loaf


@picture("puuro-spoon", View("front", elevation=58, fill=0.82))
@picture("puuro-spoon-detail", close((-0.07, 0.07, 0.01), 0.12, elevation=52))
@model("puuro-spoon")
def spoons():
    made = [move(_spoon(False), turn=(0, 0, math.radians(128)), by=(0, 0, 0.0005)), move(_spoon(True), turn=(0, math.radians(-2.2), math.radians(52)), by=(0.004, 0, 0.0085))]
    return made


def _spoon(slotted):
    """A bowl and a stem from one blank: the outline gives the width, a second line the height."""
    juniper = wood.wood("juniper", "X", rings=170, gloss=0.5)
    stations = [  # along, half width, hollow, underside, upper edge
        (-0.145, 0.0030, 0, 0.0125, 0.0175), (-0.138, 0.0068, 0, 0.0098, 0.0188), (-0.10, 0.0066, 0, 0.0098, 0.0182), (-0.02, 0.0056, 0, 0.0090, 0.0165), (0.045, 0.0058, 0, 0.0080, 0.0160),
        (0.066, 0.0098, 0.0012, 0.0062, 0.0155), (0.080, 0.0190, 0.0050, 0.0038, 0.0142), (0.098, 0.0265, 0.0085, 0.0012, 0.0128), (0.114, 0.0282, 0.0092, 0.0003, 0.0118), (0.130, 0.0240, 0.0072, 0.0006, 0.0112),
        (0.141, 0.0140, 0.0032, 0.0030, 0.0108), (0.1455, 0.0030, 0.0006, 0.0065, 0.0100)]
    line = smooth_line(stations, 8)
    around = 32
    points, faces = [], []
    for x, half, hollow, low, high in line:
        for k in range(around):
            a = math.tau * k / around
            across, up = math.cos(a), math.sin(a)
            y = half * math.copysign(abs(across) ** 0.8, across)
            if up >= 0:
                z = high - hollow * (1 - min(1, abs(y) / max(half - 0.0022, 1e-4)) ** 2.4) if hollow else high - (high - low) * 0.35 * (1 - abs(up) ** 0.8)
                z = max(z, low + 0.0026)
            else:
                z = high + (low - high) * abs(up) ** (0.7 if hollow else 0.85) if hollow else (low + high) / 2 + (low - high) / 2 * abs(up) + (high - low) * 0.15 * (1 - abs(up) ** 0.8)
            points.append((x, y, z))
    for i in range(len(line) - 1):
        for k in range(around):
            j = (k + 1) % around
            faces.append((i * around + k, (i + 1) * around + k, (i + 1) * around + j, i * around + j))
    faces += [tuple(range(around)), tuple(reversed(range(len(points) - around, len(points))))]
    made = thing("spoon", points, faces, juniper)
    if slotted:
        tools = []
        for y in (-0.0125, 0.0, 0.0125):
            reach = 0.019 if y == 0 else 0.0135
            tools.append(slab("slot", outline([(0.110 - reach, y - 0.0022), (0.110 + reach, y - 0.0022), (0.110 + reach, y + 0.0022), (0.110 - reach, y + 0.0022)], 0.0021), 0.05, juniper, edge=0, base=-0.02))
        cut(made, tools)
    return made


@picture("lasta-spatula", View("front", elevation=58, fill=0.8))
@picture("lasta-spatula-detail", close((-0.06, 0.075, 0.0), 0.13, elevation=46))
@model("lasta-spatula")
def spatulas():
    def one(kind, slant):
        line = outline([(-0.15, -0.011), (0.02, -0.009), (0.07, -0.029), (0.150, -0.032), (0.150 - slant, 0.032), (0.07, 0.029), (0.02, 0.009), (-0.15, 0.011)],
                       [0.010, 0.05, 0.05, 0.010, 0.012, 0.05, 0.05, 0.010], 10)
        made = slab("spatula", line, 0.0075, wood.wood(kind, "X", rings=160), edge=0)
        hole = move(rod("hole", 0.0032, 0.05, wood.wood(kind), base=-0.02), by=(-0.136, 0, 0))
        cut(made, [hole])
        for vertex in made.data.vertices:  # thin towards the working edge
            t = max(0.0, (vertex.co.x - 0.03) / 0.12)
            vertex.co.z *= 1 - 0.72 * min(1, t)
        return bevel(made, 0.0020, 3, angle=0.7)
    return [move(one("birch", 0.02), turn=(0, 0, math.radians(131)), by=(-0.01, 0.0, 0)), move(one("walnut", 0.0), turn=(0, math.radians(-1.9), math.radians(49)), by=(0.012, -0.002, 0.0085))]


@picture("kaulin-rolling-pin", View("front", elevation=34))
@picture("kaulin-rolling-pin-use", View("use", elevation=44, fill=0.84), dough=True)
@model("kaulin-rolling-pin")
def rolling_pin(dough=False):
    profile = [(0, -0.225), (0.006, -0.225), (0.0125, -0.222), (0.0158, -0.212), (0.0150, -0.190), (0.0118, -0.160), (0.0105, -0.140), (0.0135, -0.134), (0.0230, -0.128), (0.0258, -0.121), (0.0268, -0.09)]
    line = profile + [(0.0272, 0.0)] + [(r, -z) for r, z in reversed(profile)]
    lift = 0.0
    if dough:
        lift = 0.008
        paste = stuff.soft(rgb("#eadab4"), rgb("#e2cfa4"), scale=60, rough=0.7, depth=0.004, bumpy=0.2)
        disc = [(0.155 * (1 + 0.05 * math.sin(3 * a + 1) + 0.02 * math.sin(7 * a)) * math.cos(a), 0.115 * (1 + 0.04 * math.sin(2 * a) + 0.02 * math.sin(5 * a)) * math.sin(a)) for a in (math.tau * k / 90 for k in range(90))]
        slab("dough", disc, 0.008, paste, edge=0.003)
    return [move(turned("pin", line, wood.wood("birch", "Z", rings=120)), by=(0, 0, 0.0272 + lift), turn=(math.pi / 2, 0, math.radians(62)))]


@picture("kuksa-cup", View("front", elevation=30))
@picture("kuksa-cup-detail", close((-0.052, -0.02, 0.05), 0.10, elevation=34))
@model("kuksa-cup")
def kuksa():
    curly = wood.wood("curly", "X", rings=90, gloss=0.4)
    outside = [(0.022, 0.0), (0.026, 0.0008), (0.038, 0.008), (0.0465, 0.024), (0.0475, 0.042), (0.0455, 0.054)]
    body = vessel("cup", outside, 0.0055, curly, floor=0.007)
    for vertex in body.data.vertices:
        vertex.co.x *= 1.12
    line = outline([(0.040, -0.024), (0.072, -0.0165), (0.104, -0.022), (0.118, -0.010), (0.118, 0.010), (0.104, 0.022), (0.072, 0.0165), (0.040, 0.024)],
                   [0.002, 0.05, 0.022, 0.014, 0.014, 0.022, 0.05, 0.002], 10)
    grip = slab("grip", line, 0.0125, curly, edge=0)
    cut(grip, [move(rod("finger", 0.0105, 0.06, curly, base=-0.03), by=(0.088, 0, 0))])
    bevel(grip, 0.0042, 5, angle=0.8)
    move(grip, by=(0.003, 0, 0.0405), turn=(0, math.radians(-5), 0))
    strap = [(0.091 + 0.012 * math.cos(a), 0.0015 * math.sin(a * 2), 0.046 + 0.018 * math.sin(a)) for a in (math.tau * k / 20 for k in range(20))]
    loop = tube("strap", strap, 0.0014, cloth.leather(), closed=True, sides=10)
    return move([body, grip, loop], turn=(0, 0, math.radians(-150)))


@picture("tarjo-tray", View("front", elevation=36))
@picture("tarjo-tray-detail", close((-0.14, -0.07, 0.02), 0.20, elevation=30))
@model("tarjo-tray")
def tray():
    radius = 0.19
    base = turned("base", [(0, 0.004), (radius - 0.004, 0.004), (radius - 0.004, 0.010), (0, 0.010)], wood.wood("ash", "X", rings=60, gloss=0.45), smooth=False)
    wall = turned("rim", [(radius - 0.006, 0.0005), (radius, 0.0), (radius + 0.0005, 0.001), (radius + 0.0005, 0.034), (radius - 0.001, 0.036), (radius - 0.0045, 0.0355), (radius - 0.005, 0.034), (radius - 0.005, 0.001)],
                  wood.splint(rgb("#d3ad78"), "Z"), closed=True, per_span=2, segments=160)
    cuts = [move(slab("grip", outline([(-0.045, -0.008), (0.045, -0.008), (0.045, 0.008), (-0.045, 0.008)], 0.0078), 0.08, wood.wood("ash"), edge=0, base=-0.04),
                 by=(side * radius, 0, 0.0225), turn=(math.pi / 2, 0, math.pi / 2)) for side in (-1, 1)]
    cut(wall, cuts)
    return move([base, wall], turn=(0, 0, math.radians(-30)))


@picture("jakkara-stool-birch", View("front", elevation=14), kind="birch")
@picture("jakkara-stool-smoked", View("front", elevation=14), kind="smoked")
@picture("jakkara-stool-birch-detail", close((0.03, -0.10, 0.43), 0.32, elevation=24), kind="birch")
@model("jakkara-stool", kind="birch")
def stool(kind):
    seat = turned("seat", [(0, 0.412), (0.150, 0.412), (0.165, 0.414), (0.1725, 0.421), (0.1735, 0.430), (0.170, 0.4385), (0.160, 0.4405), (0.10, 0.4375), (0, 0.4355)], wood.wood(kind, "X", rings=45))
    made = [seat]
    for i in range(3):
        a = math.tau * (i + 0.15) / 3
        top, foot = (0.105, 0.418), (0.168, 0.0)
        line = [(foot[0] + (top[0] - foot[0]) * t, foot[1] + (top[1] - foot[1]) * t) for t in (0, 0.03, 0.35, 0.7, 1)]
        path = [(r * math.cos(a), r * math.sin(a), z) for r, z in line]
        made.append(tube("leg", path, [0.0116, 0.0130, 0.0154, 0.0170, 0.0180], wood.wood(kind, "Z", rings=90), sides=40, smooth=False))
        peg = [(0.105 * math.cos(a), 0.105 * math.sin(a), z) for z in (0.415, 0.4372, 0.4382)]
        made.append(tube("tenon", peg, [0.0125, 0.0125, 0.0118], wood.wood(kind, "X", rings=200), sides=32, smooth=False))
        b = math.tau * (i + 1.15) / 3
        r, z = 0.1395, 0.19
        made.append(tube("rail", [(r * math.cos(a), r * math.sin(a), z), (r * math.cos(b), r * math.sin(b), z)], 0.0085, wood.wood(kind, "X"), sides=24))
    return move(made, turn=(0, 0, 0.35))


@picture("naula-peg-rail", View("front", elevation=10, fill=0.8))
@picture("naula-peg-rail-detail", close((0.09, -0.03, 0.05), 0.24, elevation=14))
@model("naula-peg-rail")
def peg_rail():
    """Five pegs on a board, leaning on the wall as it came."""
    oak = wood.wood("oak", "X", rings=70)
    rail = move(block("rail", (0.60, 0.020, 0.085), oak, 0.006), by=(0, 0.0, 0.0))
    made = [rail]
    for i in range(5):
        peg = turned("peg", [(0, 0), (0.0085, 0), (0.0085, 0.008), (0.0078, 0.036), (0.0105, 0.046), (0.0168, 0.0525), (0.0182, 0.0585), (0.0155, 0.0645), (0, 0.0672)], wood.wood("oak", "Z", rings=120))
        made.append(move(peg, by=(-0.232 + 0.116 * i, -0.009, 0.040), turn=(math.radians(78), 0, 0)))
    return move(made, turn=(math.radians(-3), 0, math.radians(16)))
