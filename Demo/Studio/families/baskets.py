"""Woven, bent and wired: baskets, boxes, and brushes that hang beside them."""
import math
import random

import bpy

from catalogue import model, picture
from camera import View, close
from families.beside import onion, potato
from families.jars import fresh_raspberry
from forms.lathe import turned
from forms.lines import tube
from forms.mesh import bevel, move, thicken, thing
from materials import cloth, metal, stuff, wood
from materials.nodes import rgb

HIGH = View("front", elevation=26)


def band(place, start, end, wide, skin, wall=0.0012, over=0.0, cells=10, steps=160, row=0, flat=True):
    """One strip of a weave along a closed curve: `place(u, v)` gives a point, u along and v across in parts."""
    points, faces = [], []
    for i in range(steps + 1):
        u = start + (end - start) * i / steps
        wave = over * math.sin(math.pi * (cells * u + row))
        for k in range(4):
            v = (k / 3 - 0.5) * wide
            points.append(place(u, v, wave * (1 - 0.15 * abs(k - 1.5))))
    for i in range(steps):
        for k in range(3):
            a = i * 4 + k
            faces.append((a, a + 4, a + 5, a + 1))
    return thicken(thing("strip", points, faces, skin), wall)


def rounded(u, half_x, half_y, corner):
    """A point on a rectangle with round corners, u from 0 to 1, and the outward direction there."""
    straight_x, straight_y, quarter = 2 * (half_x - corner), 2 * (half_y - corner), math.pi / 2 * corner
    total = 2 * straight_x + 2 * straight_y + 4 * quarter
    s = (u % 1) * total
    legs = [(straight_x, (-half_x + corner, -half_y), (1, 0), None), (quarter, (half_x - corner, -half_y + corner), None, -90), (straight_y, (half_x, -half_y + corner), (0, 1), None),
            (quarter, (half_x - corner, half_y - corner), None, 0), (straight_x, (half_x - corner, half_y), (-1, 0), None), (quarter, (-half_x + corner, half_y - corner), None, 90),
            (straight_y, (-half_x, half_y - corner), (0, -1), None), (quarter, (-half_x + corner, -half_y + corner), None, 180)]
    for length, origin, along, start in legs:
        if s <= length or (length, origin, along, start) == legs[-1]:
            if along:
                return (origin[0] + along[0] * s, origin[1] + along[1] * s), (along[1], -along[0])
            a = math.radians(start) + s / corner
            return (origin[0] + corner * math.cos(a), origin[1] + corner * math.sin(a)), (math.cos(a), math.sin(a))
        s -= length
    raise ValueError(u)


def woven(half_x, half_y, corner, tall, rows, columns, skin, flare=0.10, over=0.0017, second=None):
    """Walls of a basket: rows that go round, uprights that go over and under them, and a floor."""
    made = []

    def spot(u, z, out):
        (x, y), (nx, ny) = rounded(u, half_x, half_y, corner)
        grow = 1 + flare * z / tall
        return (x * grow + nx * out, y * grow + ny * out, z)
    high = tall / rows
    for r in range(rows):
        z = high * (r + 0.5)
        made.append(band(lambda u, v, w, z=z: spot(u, z + v, w), 0, 1, high * 0.90, second or skin, over=over, cells=columns, steps=columns * 6, row=r))
    for c in range(columns):
        u = (c + 0.5) / columns
        wide = 0.86 / columns

        def up(t, v, w, u=u, wide=wide):
            return spot(u + v, 0.001 + t * (tall - 0.002), w)
        made.append(band(up, 0, 1, wide, skin, over=over, cells=rows, steps=rows * 6, row=c + 1))
    floor = [(*rounded(k / 96, half_x * 0.985, half_y * 0.985, corner)[0], 0.0015) for k in range(96)]
    made.append(thicken(thing("floor", floor, [tuple(range(96))], skin), 0.002))
    return made, spot


@picture("tuohi-basket", HIGH)
@picture("tuohi-basket-detail", close((0.05, -0.10, 0.10), 0.16, elevation=16))
@model("tuohi-basket")
def birch_bark():
    skin = wood.bark()
    made, spot = woven(0.138, 0.100, 0.045, 0.165, 7, 30, skin, flare=0.09)
    for z, out in ((0.166, 0.0040), (0.154, 0.0042)):
        made.append(tube("rim", [spot(k / 120, z, 0.0006) for k in range(120)], out, wood.bark(rgb("#a8743e")), closed=True, sides=12, per_span=1, flat=1.4))
    bow = [(0, 0.108 * math.cos(a), 0.150 + 0.150 * math.sin(a)) for a in (math.pi * k / 24 for k in range(25))]
    made.append(tube("handle", bow, 0.0078, wood.wood("birch", "Y", rings=140), flat=0.55, tilt=(1, 0, 0), per_span=3))
    return move(made, turn=(0, 0, math.radians(-32)))


@picture("pare-basket", HIGH)
@picture("pare-basket-detail", close((0.06, -0.14, 0.12), 0.20, elevation=16))
@model("pare-basket")
def splint_basket():
    """Pine splints, square below and round above, two handles of leather."""
    skin = wood.splint(rgb("#dcb677"))
    made, spot = woven(0.165, 0.165, 0.05, 0.24, 6, 24, skin, flare=0.06, over=0.0022, second=wood.splint(rgb("#e4c48c")))
    for z in (0.236,):
        made.append(band(lambda u, v, w: spot(u, z + v, 0.0042), 0, 1, 0.026, wood.splint(rgb("#cfa460")), wall=0.0022, steps=160))
        made.append(band(lambda u, v, w: spot(u, z + v, -0.0042), 0, 1, 0.026, wood.splint(rgb("#cfa460")), wall=0.0022, steps=160))
    for side in (-1, 1):
        path = [(side * 0.180, -0.050, 0.222), (side * 0.183, -0.048, 0.246), (side * 0.188, -0.034, 0.285), (side * 0.190, 0, 0.302), (side * 0.188, 0.034, 0.285), (side * 0.183, 0.048, 0.246), (side * 0.180, 0.050, 0.222)]
        made.append(tube("handle", path, 0.0095, cloth.leather(), flat=0.36, tilt=(1, 0, 0), sides=20))
    return move(made, turn=(0, 0, math.radians(-30)))


@picture("lanka-wire-basket", HIGH)
@model("lanka-wire-basket", filled=False)
def wire_basket(filled=True):
    """Bent and welded wire, for eggs, apples or keys."""
    steel = metal.painted(rgb("#262524"), 0.4)
    made = []
    levels = [(0.070, 0.004), (0.098, 0.022), (0.116, 0.052), (0.124, 0.086), (0.128, 0.112)]
    for r, z in levels:
        made.append(tube("hoop", [(r * math.cos(math.tau * k / 72), r * math.sin(math.tau * k / 72), z) for k in range(72)], 0.0030 if z in (0.004, 0.112) else 0.0017, steel, closed=True, per_span=1, sides=12))
    for i in range(24):
        a = math.tau * i / 24
        made.append(tube("rib", [(0.020 * math.cos(a), 0.020 * math.sin(a), 0.0045)] + [(r * math.cos(a), r * math.sin(a), z) for r, z in levels], 0.0016, steel, sides=8, per_span=5))
    made.append(tube("eye", [(0.021 * math.cos(math.tau * k / 32), 0.021 * math.sin(math.tau * k / 32), 0.0045) for k in range(32)], 0.0018, steel, closed=True, per_span=1, sides=10))
    bow = [(0.127 * math.cos(a), 0, 0.112 + 0.118 * math.sin(a)) for a in (math.pi * k / 24 for k in range(25))]
    made.append(tube("handle", bow, 0.0026, steel, per_span=3))
    made.append(tube("grip", bow[9:16], 0.0085, wood.wood("beech", "X", rings=160)))
    move(made, turn=(0, 0, math.radians(-26)))
    if filled:
        chance = random.Random(11)
        tones = [rgb(c) for c in ("#c99a76", "#e8ddcb", "#b98762", "#d8c3a4")]
        for i, (r, z, n) in enumerate(((0.068, 0.034, 8), (0.025, 0.034, 3), (0.062, 0.072, 7), (0.0, 0.074, 1))):
            for k in range(n):
                a = math.tau * (k + 0.4 * i) / n
                shell = stuff.soft(tones[chance.randrange(4)], None, scale=800, rough=0.5, bumpy=0.06, contrast=0.93)
                egg = turned("egg", [(0, -0.029), (0.009, -0.0278), (0.0185, -0.019), (0.0222, -0.006), (0.0205, 0.009), (0.0125, 0.0235), (0.0055, 0.0282), (0, 0.029)], shell, segments=48)
                move(egg, by=(r * math.cos(a), r * math.sin(a), z), turn=(chance.uniform(0.9, 1.7), chance.uniform(-0.4, 0.4), chance.uniform(0, 6)))
    return made


@picture("lanka-wire-basket-use", View("use", elevation=42))
def basket_of_onions():
    """What wants air."""
    made = wire_basket(filled=False)
    skins = [stuff.onion_skin(rgb(colour)) for colour in ("#c98230", "#bb6f26", "#d39440")]
    chance = random.Random(2)
    for k, (ring, count, z) in enumerate(((0.064, 6, 0.040), (0.0, 1, 0.036), (0.066, 6, 0.088), (0.0, 1, 0.092), (0.036, 3, 0.124))):
        for i in range(count):
            a = math.tau * (i + 0.5 * k) / count
            onion(chance.uniform(0.029, 0.0335), skins[(i + k) % 3], (ring * math.cos(a), ring * math.sin(a), z), (chance.uniform(-0.5, 0.6), chance.uniform(-0.5, 0.5), chance.uniform(0, 6.3)))
    return made


def bentwood(radius, tall, lid=True):
    """A strip round a bottom, its lap sewn with root; the lid is made the same way."""
    aspen = wood.splint(rgb("#e3cb9c"), "Z")

    def hoop(r, low, high, turn):
        points, faces, steps = [], [], 150
        for i in range(steps + 1):
            t = i / steps
            a = math.tau * 1.16 * t + turn
            out = r + 0.0021 * max(0.0, min(1.0, (t - 0.80) / 0.06))
            pinch = 0.0 if t < 0.9 else (t - 0.9) / 0.1
            mid, half = (low + high) / 2, (high - low) / 2 * (1 - 0.72 * pinch ** 2)
            for z in (mid - half, mid, mid + half):
                points.append((out * math.cos(a), out * math.sin(a), z))
        for i in range(steps):
            for k in range(2):
                b = i * 3 + k
                faces.append((b, b + 3, b + 4, b + 1))
        return bevel(thicken(thing("hoop", points, faces, aspen), 0.0021, offset=1), 0.0004, 2)
    made = [hoop(radius, 0.0, tall * 0.96, -2.35)]
    made.append(turned("bottom", [(0, 0.002), (radius - 0.0004, 0.002), (radius - 0.0004, 0.007), (0, 0.007)], wood.wood("birch", "X", rings=60), smooth=False))
    if lid:
        made.append(hoop(radius + 0.0032, tall * 0.80, tall * 1.02, -2.15))
        made.append(turned("top", [(0, tall * 0.965), (radius + 0.0030, tall * 0.965), (radius + 0.0030, tall * 1.012), (radius + 0.002, tall * 1.018), (0, tall * 1.018)], wood.wood("birch", "X", rings=60), smooth=False))
    root = stuff.plain(rgb("#8a5a30"), 0.6)
    for low, high, r, turn in ((0.0, tall * 0.78, radius + 0.0046, -2.35), (tall * 0.80, tall * 1.02, radius + 0.0078, -2.15)):
        if high > tall and not lid:
            continue
        a0 = math.tau * 1.16 + turn - 0.30
        count = max(3, round((high - low) / 0.008))
        for i in range(count):
            z = low + (high - low) * (i + 0.5) / count
            inset = 0.10 * abs(2 * (i + 0.5) / count - 1)
            stitch = [(r * math.cos(a0 - inset + s * 0.0045 / r), r * math.sin(a0 - inset + s * 0.0045 / r), z + s * 0.0014) for s in (-1, 0, 1)]
            made.append(tube("stitch", stitch, 0.0009, root, sides=8))
    return made


@picture("vakka-box", View("front", elevation=20))
@picture("vakka-box-detail", close((-0.045, -0.10, 0.04), 0.12, elevation=14))
@model("vakka-box", berry=False)
def boxes(berry=True):
    made, z = [], 0.0
    for radius, tall, turn in ((0.120, 0.094, 0.0), (0.090, 0.074, 0.25), (0.060, 0.056, -0.15)):
        made += move(bentwood(radius, tall), by=(0.004 * turn, 0.0, z), turn=(0, 0, turn))
        z += tall * 1.018 + 0.0004
    if berry:
        before = set(bpy.context.collection.objects)
        fresh_raspberry(0, 0, 0.0105, 0.4)
        for drupe in set(bpy.context.collection.objects) - before:
            move(drupe, by=(0.006, -0.008, z - 0.0015))
    return made


def tuft(skin, spots, length, spread, chance, thick=0.00042, count=16, tip=0.0):
    """Bristles that leave each spot a little apart."""
    made = []
    points, faces = [], []
    for (x, y, z), (dx, dy, dz) in spots:
        for _ in range(count):
            jx, jy, jz = (chance.gauss(0, 1) for _ in range(3))
            sx, sy = x + jx * 0.0011, y + jy * 0.0011
            ex, ey, ez = sx + (dx + spread * jx) * length, sy + (dy + spread * jy) * length, z + (dz + spread * jz * 0.4) * length * chance.uniform(0.94, 1.0)
            base = len(points)
            for k in range(3):
                a = math.tau * k / 3
                points.append((sx + thick * math.cos(a), sy + thick * math.sin(a), z))
                points.append((ex + thick * 0.8 * math.cos(a), ey + thick * 0.8 * math.sin(a), ez))
            for k in range(3):
                j = (k + 1) % 3
                faces.append((base + 2 * k, base + 2 * j, base + 2 * j + 1, base + 2 * k + 1))
            faces.append((base + 1, base + 3, base + 5))
    made.append(thing("bristles", points, faces, skin))
    return made


@picture("harja-brush", View("front", elevation=40, fill=0.82))
@picture("harja-brush-detail", close((0.075, -0.035, 0.02), 0.10, elevation=28))
@model("harja-brush")
def dish_brush():
    """A round head that can be changed, a long handle, a loop of leather. It lies on its side."""
    birch, chance = wood.wood("birch", "X", rings=170), random.Random(3)
    head = turned("head", [(0, 0), (0.019, 0), (0.0215, 0.002), (0.022, 0.006), (0.0205, 0.012), (0.013, 0.0165), (0, 0.0175)], wood.wood("birch", "Z"))
    spots = []
    for ring, n in ((0.003, 3), (0.009, 8), (0.0155, 13)):
        for k in range(n):
            a = math.tau * k / n + ring * 40
            lean = ring * 14
            spots.append(((ring * math.cos(a), ring * math.sin(a), 0.001), (lean * math.cos(a), lean * math.sin(a), -1.0)))
    bristles = tuft(stuff.bristle(), spots, 0.027, 0.045, chance)
    stem = tube("stem", [(-0.006, 0, 0.0125), (0.010, 0, 0.0175), (0.035, 0, 0.0245), (0.09, 0, 0.030), (0.15, 0, 0.031), (0.195, 0, 0.029), (0.2015, 0, 0.0286)], [0.0045, 0.0058, 0.0064, 0.0078, 0.0092, 0.0082, 0.0030], birch, flat=0.85, tilt=(0, 1, 0), sides=28)
    wire = tube("wire", [(0.016, 0.0, 0.006), (0.0235, 0.004, 0.012), (0.0225, 0.007, 0.022), (0.0225, -0.007, 0.022), (0.0235, -0.004, 0.012), (0.016, 0, 0.006)], 0.0010, metal.steel(0.2), sides=10)
    loop = [(0.188 + 0.024 * (1 - math.cos(a)) / 2 * 2, 0.012 * math.sin(a), 0.030 - 0.008 * (1 - math.cos(a)) / 2) for a in (math.tau * k / 24 for k in range(24))]
    strap = tube("loop", loop, 0.0014, cloth.leather(), closed=True, sides=10)
    made = [head, stem, wire, strap, *bristles]
    move(made, by=(-0.10, 0, 0), turn=(math.radians(97), 0, 0))
    return move(made, by=(0, 0.02, 0.0235), turn=(0, math.radians(2.5), math.radians(150)))


@picture("juures-brush", View("front", elevation=28))
@model("juures-brush")
def vegetable_brush():
    """A round of oiled beech that fits the palm: stiff fibres on one half, soft ones on the other."""
    chance = random.Random(8)
    body = turned("body", [(0, 0.030), (0.026, 0.030), (0.0300, 0.032), (0.0310, 0.038), (0.0285, 0.047), (0.018, 0.054), (0.0135, 0.060), (0.0165, 0.068), (0.0175, 0.074), (0.013, 0.080), (0, 0.0815)], wood.wood("beech", "Z", rings=90))
    stiff, soft = [], []
    for ring, n in ((0.0, 1), (0.008, 7), (0.016, 13), (0.0235, 19)):
        for k in range(n):
            a = math.tau * k / n + ring * 30
            lean = ring * 7
            (stiff if math.cos(a) >= 0 else soft).append(((ring * math.cos(a), ring * math.sin(a), 0.031), (lean * math.cos(a), lean * math.sin(a), -1.0)))
    made = [body, *tuft(stuff.bristle(rgb("#7d5a34")), stiff, 0.0305, 0.05, chance, 0.00050, 16), *tuft(stuff.bristle(rgb("#e6d7b0")), soft, 0.0305, 0.05, chance, 0.00040, 20)]
    return move(made, turn=(0, 0, math.radians(-20)))


@picture("juures-brush-use", View("use", elevation=27, fill=0.84))
def scrubbing_brush():
    """It lies so that both kinds of fibre are seen, beside what they are for."""
    made = move(vegetable_brush(), by=(-0.022, -0.034, 0.0315), turn=(math.radians(-78), 0, 0))
    move(made, turn=(0, 0, math.radians(-24)))
    washed = stuff.soft(rgb("#cfa566"), rgb("#b98a4a"), scale=2.4, rough=0.5, bumpy=0.1, depth=0)
    earthy = stuff.soft(rgb("#b58a52"), rgb("#5a3f28"), scale=2.6, rough=0.9, bumpy=0.5, depth=0)
    potato(0.026, washed, (0.058, -0.030, 0), 0.7)
    potato(0.029, earthy, (0.030, 0.046, 0), 2.6)
    potato(0.024, earthy, (0.094, 0.022, 0), 4.4)
    return made
