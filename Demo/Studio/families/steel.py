"""Steel and blades: cutlery, servers, spoons to measure with, the kettle, the knife, the mortar."""
import math
import random

from catalogue import model, picture
from camera import View, close
from families.beside import heap, leaf
from families.bowls import serving_bowl
from forms.lathe import smooth_line, turned, vessel
from forms.lines import tube
from forms.mesh import bevel, cut, move, thing
from forms.solids import outline, rod, slab
from materials import metal, stuff, wood
from materials.nodes import rgb

ABOVE = View("front", elevation=60, fill=0.82)


def lofted(name, stations, skin, around=20):
    """A bar with changing half width, thickness and height: (along, half width, half thickness, height) each."""
    line = smooth_line(stations, 8)
    points, faces = [], []
    for y, half, thick, z in line:
        for k in range(around):
            a = math.tau * k / around
            points.append((half * math.copysign(abs(math.cos(a)) ** 0.7, math.cos(a)), y, z + thick * math.sin(a)))
    for i in range(len(line) - 1):
        for k in range(around):
            j = (k + 1) % around
            faces.append((i * around + k, i * around + j, (i + 1) * around + j, (i + 1) * around + k))
    faces += [tuple(reversed(range(around))), tuple(range(len(points) - around, len(points)))]
    return thing(name, points, faces, skin)


STEM = [(-0.105, 0.0030, 0.0010, 0.0030), (-0.103, 0.0080, 0.0014, 0.0026), (-0.085, 0.0092, 0.0016, 0.0024), (-0.040, 0.0062, 0.0018, 0.0045), (0.010, 0.0036, 0.0022, 0.0100)]


def spoon(skin, length=1.0, bowl=1.0):
    stem = lofted("stem", STEM + [(0.034, 0.0034, 0.0022, 0.0112), (0.046, 0.0046, 0.0012, 0.0090)], skin)
    points, faces, n, rows = [], [], 28, 14
    for side in (0, 1):
        for r in range(rows + 1):
            t = r / rows
            for k in range(n):
                a = math.tau * k / n
                x = 0.0205 * t * math.cos(a) * (1 - 0.14 * math.sin(a)) * bowl
                y = 0.071 + 0.0335 * t * math.sin(a) * bowl
                rim = 0.0072 + (0.071 - y) * 0.05
                points.append((x, y, rim - 0.0066 * (1 - t ** 2.2) + (0 if side == 0 else -0.0012)))
    m = (rows + 1) * n
    for side in (0, 1):
        for r in range(rows):
            for k in range(n):
                j = (k + 1) % n
                f = [side * m + r * n + k, side * m + (r + 1) * n + k, side * m + (r + 1) * n + j, side * m + r * n + j]
                faces.append(f if side == 0 else f[::-1])
    faces += [(rows * n + k, m + rows * n + k, m + rows * n + (k + 1) % n, rows * n + (k + 1) % n) for k in range(n)]
    return [stem, thing("bowl", points, faces, skin)]


def fork(skin):
    stem = lofted("stem", STEM + [(0.030, 0.0036, 0.0020, 0.0112), (0.044, 0.0080, 0.0014, 0.0090), (0.058, 0.0118, 0.0012, 0.0062), (0.063, 0.0120, 0.0012, 0.0056)], skin)
    tines = []
    for x in (-0.0099, -0.0033, 0.0033, 0.0099):
        tines.append(tube("tine", [(x, 0.058, 0.0062), (x * 0.99, 0.075, 0.0046), (x * 0.97, 0.092, 0.0050), (x * 0.95, 0.106, 0.0078)], [0.0021, 0.0019, 0.0016, 0.0007], skin, flat=0.62, sides=14))
    return [stem, *tines]


def table_knife(skin):
    grip = lofted("grip", [(-0.115, 0.0030, 0.0012, 0.0034), (-0.113, 0.0078, 0.0030, 0.0034), (-0.09, 0.0090, 0.0036, 0.0036), (-0.03, 0.0074, 0.0034, 0.0036), (-0.005, 0.0062, 0.0028, 0.0036), (0.004, 0.0060, 0.0014, 0.0036)], skin)
    line = outline([(-0.0058, -0.002), (0.0062, -0.002), (0.0098, 0.055), (0.0085, 0.098), (-0.0005, 0.110), (-0.0058, 0.100)], [0.001, 0.001, 0.04, 0.02, 0.012, 0.02], 10)
    blade = slab("blade", line, 0.0019, skin, edge=0.0007, segments=2, base=0.0027)
    return [grip, blade]


@picture("arki-cutlery", ABOVE)
@picture("arki-cutlery-detail", close((-0.01, 0.06, 0.0), 0.12, elevation=46))
@model("arki-cutlery")
def cutlery():
    skin = metal.steel(0.2, along="Y")
    sets = [(fork(skin), -0.066), (table_knife(skin), -0.022), (spoon(skin), 0.024), (move(spoon(skin), scale=0.72), 0.068)]
    made = []
    for parts, x in sets:
        low = 0.022 if x > 0.05 else 0
        made += move(parts, by=(x, -low, 0))
    return move(made, turn=(0, 0, math.radians(-24)))


@picture("arki-servers", ABOVE)
@model("arki-servers")
def servers():
    """A large spoon and a large fork for the bowl, in oak and steel."""
    made = []
    for parts, x, turn in zip(pair(), (-0.040, 0.040), (0.10, -0.10)):
        made += move(parts, by=(x, 0, 0.0006), turn=(0, 0, turn))
    return move(made, turn=(0, 0, math.radians(-20)))


def pair():
    skin, oak = metal.steel(0.22, along="Y"), wood.wood("oak", "Y", rings=160)
    for parts in (spoon(skin, bowl=1.25), fork(skin)):
        grip = lofted("grip", [(-0.150, 0.0040, 0.0020, 0.0046), (-0.147, 0.0092, 0.0042, 0.0048), (-0.12, 0.0104, 0.0052, 0.0050), (-0.06, 0.0082, 0.0048, 0.0056), (-0.022, 0.0062, 0.0042, 0.0072), (-0.018, 0.0050, 0.0034, 0.0074)], oak)
        yield move(parts, scale=1.32, by=(0, 0.02, 0)) + [grip]


@picture("arki-servers-use", View("use", elevation=42, fill=0.86))
def tossing():
    """In the bowl that they are long enough for."""
    serving_bowl()
    greens = [stuff.leaf(rgb(colour)) for colour in ("#6d9a38", "#557f2c", "#8bae4a", "#6b2f3c")]
    leaves = [leaf(0.084 + 0.006 * k, 0.058, greens[(0, 1, 2, 0, 1, 3)[k]], k, 0.20 + 0.06 * k) for k in range(6)]
    heap(leaves, 46, 0.080, 0.028, 8, (0, 0, 0.050), 0.40)
    rind, flesh = stuff.soft(rgb("#c22a48"), rgb("#a81c3a"), scale=60, rough=0.35, depth=0), stuff.soft(rgb("#f6f1ec"), rgb("#efe4e2"), scale=90, rough=0.3, depth=0.002)
    chance = random.Random(4)
    for k in range(9):
        r, a = 0.085 * chance.random() ** 0.5, chance.uniform(0, math.tau)
        disc = [turned("rind", [(0, 0), (0.0128, 0), (0.0134, 0.0011), (0.0128, 0.0022), (0, 0.0022)], rind, segments=48), turned("flesh", [(0.0119, 0.0023), (0, 0.0024)], flesh, segments=48), turned("flesh", [(0, -0.0002), (0.0119, -0.0001)], flesh, segments=48)]
        move(disc, by=(r * math.cos(a), r * math.sin(a), 0.087 - 1.6 * r * r), turn=(chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5), 0))
    made = []
    for parts, aside, towards in zip(pair(), (-0.026, 0.026), (30, 76)):
        move(parts, by=(aside, -0.098, 0.102), turn=(math.radians(-1), 0, 0))
        made += move(parts, turn=(0, 0, math.radians(towards)))
    return made


@picture("mitta-spoons", View("front", elevation=56, fill=0.82))
@picture("mitta-spoons-use", close((0.029, -0.042, 0.012), 0.195, elevation=46, stop=16), filled=True)
@model("mitta-spoons")
def measuring_spoons(filled=False):
    """One decilitre, a tablespoon, a teaspoon, a pinch, on one ring; or level with flour, sugar, cinnamon and salt."""
    skin = metal.steel(0.24, along="Y")
    made = []
    for radius, length, angle in ((0.0365, 0.105, 34), (0.0200, 0.100, 10), (0.0140, 0.095, -11), (0.0090, 0.090, -29)):
        bowl = vessel("bowl", [(radius * 0.30, -radius * 0.62), (radius * 0.60, -radius * 0.58), (radius * 0.88, -radius * 0.34), (radius, 0.0)], 0.0012, skin, floor=0.0014, segments=72)
        line = outline([(-0.0055, radius * 0.94), (0.0055, radius * 0.94), (0.0050, radius + length - 0.010), (0.0062, radius + length), (-0.0062, radius + length), (-0.0050, radius + length - 0.010)], [0.001, 0.001, 0.01, 0.006, 0.006, 0.01])
        arm = slab("arm", line, 0.0018, skin, edge=0, base=-0.0014)
        cut(arm, [move(rod("hole", 0.0024, 0.02, skin, base=-0.01), by=(0, radius + length - 0.0065, 0))])
        bevel(arm, 0.0005, 2)
        reach = radius + length - 0.0065
        parts = move([bowl, arm], by=(0, -reach, 0.0))
        if filled:
            light, dark, grain = {34: ("#efe4cf", "#e2d4b8", 300), 10: ("#fbfaf6", "#dddad2", 1500), -11: ("#94592c", "#6f3e1c", 700), -29: ("#f7f6f2", "#d8d6d0", 1300)}[angle]
            level = turned("level", [(radius - 0.0016, -0.0007), (radius * 0.8, -0.0001), (0, 0.0002)], stuff.soft(rgb(light), rgb(dark), scale=grain, rough=0.8, depth=0, bumpy=0.5))
            move(move(level, by=(0, -reach, 0)), by=(0, 0.05, radius * 0.62), turn=(0, 0, math.radians(angle)))
        made += move(parts, by=(0, 0, radius * 0.62), turn=(0, 0, math.radians(angle)))
    ring = [(0.010 * math.cos(a), 0.006 + 0.010 * math.sin(a), 0.016 + 0.004 * math.cos(a)) for a in (math.tau * k / 32 for k in range(32))]
    made.append(tube("ring", ring, 0.0009, metal.steel(0.15), closed=True, sides=10, per_span=2))
    return move(made, by=(0, 0.05, 0))


@picture("virta-kettle", View("front", elevation=18))
@picture("virta-kettle-detail", close((-0.06, -0.05, 0.12), 0.20, elevation=22))
@model("virta-kettle")
def kettle():
    skin = metal.steel(0.17)
    body = turned("body", [(0, 0.0), (0.088, 0.0), (0.096, 0.002), (0.100, 0.010), (0.1005, 0.030), (0.092, 0.075), (0.074, 0.112), (0.056, 0.130), (0.0455, 0.1365), (0.0445, 0.139), (0, 0.139)], skin)
    lid = turned("lid", [(0, 0.1385), (0.0435, 0.1385), (0.0462, 0.1395), (0.0450, 0.1425), (0.028, 0.1500), (0.008, 0.1525), (0, 0.1527)], skin)
    knob = turned("knob", [(0, 0.1515), (0.0055, 0.1515), (0.0052, 0.157), (0.0105, 0.163), (0.0125, 0.168), (0.0105, 0.1730), (0, 0.1742)], wood.wood("walnut", "Z"))
    spout = tube("spout", [(-0.070, 0, 0.062), (-0.098, 0, 0.080), (-0.120, 0, 0.112), (-0.140, 0, 0.139), (-0.1475, 0, 0.1455)], [0.026, 0.0205, 0.0145, 0.0118, 0.0112], skin, tilt=(0, 1, 0), sides=32)
    mouth = tube("mouth", [(-0.128, 0, 0.124), (-0.142, 0, 0.141), (-0.158, 0, 0.158)], 0.0092, skin, tilt=(0, 1, 0))
    cut(spout, [mouth])
    bow = [(0.082 * math.cos(a), 0, 0.118 + 0.115 * math.sin(a) ** 0.8) for a in (math.pi * k / 24 for k in range(25))]
    bail = tube("bail", bow, 0.0038, skin, per_span=3)
    top = [p for p in bow if p[2] > 0.212]
    grip = tube("grip", top, [0.0075, *[0.0105] * (len(top) - 2), 0.0075], wood.wood("walnut", "X", rings=200), per_span=4)
    lugs = [turned("lug", [(0, -0.004), (0.009, -0.004), (0.0098, 0), (0.009, 0.004), (0, 0.004)], skin) for _ in range(2)]
    for lug, x in zip(lugs, (-0.078, 0.078)):
        move(lug, by=(x, 0, 0.114), turn=(math.pi / 2, 0, 0))
    return move([body, lid, knob, spout, bail, grip, *lugs], turn=(0, 0, math.radians(-26)))


@picture("terho-knife", View("front", elevation=44, fill=0.84))
@picture("terho-knife-detail", close((0.004, -0.014, 0.008), 0.115, elevation=40))
@model("terho-knife", apple=False)
def paring_knife(apple=True):
    steel, curly = metal.carbon(), wood.wood("curly", "Y", rings=120, gloss=0.35)
    points, faces = [], []
    steps = 40
    for i in range(steps + 1):
        t = 0.965 * i / steps
        y = 0.092 * t
        spine, edge = 0.0042 - 0.009 * max(0, t - 0.72) ** 1.2 * 3, -0.0125 + 0.0165 * max(0, (t - 0.45) / 0.55) ** 2.2
        edge = min(edge, spine - 0.0002)
        thick = 0.0011 * (1 - 0.75 * t)
        shoulder = edge + (spine - edge) * 0.36
        points += [(spine, y, thick), (shoulder, y, thick * 0.92), (edge, y, 0.00005), (shoulder, y, -thick * 0.92), (spine, y, -thick)]
    for i in range(steps):
        for k in range(5):
            j = (k + 1) % 5
            faces.append((i * 5 + k, i * 5 + j, (i + 1) * 5 + j, (i + 1) * 5 + k))
    faces += [(4, 3, 2, 1, 0), tuple(range(steps * 5, steps * 5 + 5))]
    blade = bevel(thing("blade", points, faces, steel, smooth=False), 0.00012, 2)
    grip = lofted("grip", [(-0.100, 0.0040, 0.0030, 0), (-0.097, 0.0092, 0.0070, 0), (-0.080, 0.0112, 0.0088, 0), (-0.045, 0.0094, 0.0080, 0), (-0.016, 0.0100, 0.0078, 0), (-0.001, 0.0088, 0.0066, 0)], curly, around=32)
    move(grip, by=(-0.004, 0, 0))
    collar = lofted("collar", [(-0.004, 0.0092, 0.0070, 0), (0.0025, 0.0090, 0.0068, 0), (0.0030, 0.0080, 0.0058, 0)], metal.brass(), around=32)
    move(collar, by=(-0.004, 0, 0))
    made = move([blade, grip, collar], by=(-0.012, -0.022, 0.0088), turn=(0, math.radians(0), math.radians(-62)))
    if apple:
        skin = stuff.soft(rgb("#a3261f"), rgb("#c98b2e"), scale=22, rough=0.22, depth=0.003, bumpy=0.04)
        fruit = turned("apple", [(0, 0.008), (0.008, 0.003), (0.018, 0.0005), (0.030, 0.012), (0.0365, 0.034), (0.034, 0.054), (0.022, 0.0665), (0.010, 0.0655), (0.003, 0.060), (0, 0.059)], skin)
        stalk = tube("stalk", [(0, 0, 0.058), (0.001, 0, 0.068), (0.005, 0, 0.078)], [0.0012, 0.0009, 0.0015], stuff.plain(rgb("#4b3522"), 0.8), sides=10)
        move([fruit, stalk], by=(0.004, 0.052, 0), turn=(0.12, 0.08, 0.4))
    return made


@picture("huhmar-mortar", View("front", elevation=28))
@picture("huhmar-mortar-detail", close((0.02, -0.03, 0.085), 0.14, elevation=40))
@model("huhmar-mortar")
def mortar():
    granite = stuff.stone()
    outside = [(0.052, 0.0), (0.055, 0.001), (0.057, 0.008), (0.063, 0.035), (0.067, 0.062), (0.068, 0.086)]
    body = vessel("mortar", outside, 0.0135, granite, floor=0.022, lip=0.004)
    pestle = turned("pestle", [(0, 0), (0.010, 0.001), (0.0185, 0.008), (0.0205, 0.020), (0.0165, 0.038), (0.0118, 0.062), (0.0112, 0.095), (0.0138, 0.122), (0.0128, 0.133), (0.006, 0.1375), (0, 0.138)], granite)
    move(pestle, by=(-0.014, -0.004, 0.0235), turn=(math.radians(-8), math.radians(35), 0))
    return [body, pestle]
