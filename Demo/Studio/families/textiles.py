"""Linen, cotton and wool from Pilvi Mill."""
import math

from catalogue import model, picture
from camera import View, close
from forms.folds import cushion, folded, fringe, rolled, strip
from forms.lathe import turned
from forms.lines import tube
from forms.mesh import move, subdivide, thicken, thing
from forms.solids import block
from materials import cloth, wood
from materials.nodes import rgb

HIGH = View("front", elevation=30)


def pile(wide, deep, layers, gap, wall, skin, seed=0.0, rough=0.0014, sag=0.10):
    return strip("cloth", folded(wide, layers, gap), deep, skin, wall, seed=seed, rough=rough, sag=sag)


@picture("pilvi-towel-natural", HIGH, colour="natural", stripe="rust")
@picture("pilvi-towel-blueberry", HIGH, colour="blueberry", stripe="white")
@picture("pilvi-towel-rust", HIGH, colour="rust", stripe="white")
@picture("pilvi-towel-detail", close((-0.02, -0.07, 0.035), 0.11, elevation=34), colour="natural", stripe="rust")
@model("pilvi-towel", colour="natural", stripe="rust")
def towel(colour, stripe):
    """Two, folded, one on the other."""
    made = []
    for i in range(2):
        skin = cloth.linen(colour, stripe=(stripe, 0.117, 0.0032))
        made.append(move(pile(0.235, 0.165, 4, 0.0052, 0.0017, skin, seed=3.1 * i), by=(0.004 * i, 0.003 * i, 0.0222 * i), turn=(0, 0, 0.05 * i)))
    return move(made, turn=(0, 0, math.radians(-24)))


@picture("pilvi-napkin-white", HIGH, colour="white")
@picture("pilvi-napkin-moss", HIGH, colour="moss")
@picture("pilvi-napkin-raspberry", HIGH, colour="raspberry")
@model("pilvi-napkin", colour="white")
def napkins(colour):
    made = []
    for i in range(4):
        made.append(move(pile(0.145, 0.148, 4, 0.0036, 0.0013, cloth.linen(colour, thread=0.0010), seed=2.3 * i, rough=0.0011), by=(0.0025 * (-1) ** i, 0.002 * i, 0.0146 * i), turn=(0, 0, 0.045 * (-1) ** i)))
    return move(made, turn=(0, 0, math.radians(-30)))


@picture("pilvi-tablecloth-natural", HIGH, colour="natural")
@picture("pilvi-tablecloth-fog", HIGH, colour="fog")
@picture("pilvi-tablecloth-natural-detail", close((-0.05, -0.12, 0.04), 0.16, elevation=36), colour="natural")
@model("pilvi-tablecloth", colour="natural")
def tablecloth(colour):
    skin = cloth.linen(colour, thread=0.0012)
    made = [pile(0.34, 0.26, 8, 0.0068, 0.0017, skin, rough=0.0024, sag=0.12)]
    tie = [(0.012 + 0.0015 * math.sin(k), 0.140 * math.cos(a), 0.0300 + 0.0305 * math.sin(a)) for k, a in enumerate(math.tau * k / 48 for k in range(48))]
    flat = [(x, max(-0.1312, min(0.1312, y * 1.25)), max(0.0010, min(0.0556, 0.0300 + (z - 0.03) * 1.35))) for x, y, z in tie]
    made.append(tube("tie", flat, 0.0022, cloth.linen("rust", coordinates="Object"), closed=True, sides=10, per_span=2))
    return move(made, turn=(0, 0, math.radians(-26)))


@picture("loyly-sauna-towel-white", HIGH, colour="white")
@picture("loyly-sauna-towel-charcoal", HIGH, colour="charcoal")
@picture("loyly-sauna-towel-white-detail", close((-0.03, -0.10, 0.05), 0.13, elevation=34), colour="white")
@model("loyly-sauna-towel", colour="white")
def sauna_towel(colour):
    skin = cloth.waffle(colour)
    made = [pile(0.30, 0.21, 5, 0.0125, 0.0060, skin, rough=0.0026, sag=0.08)]
    roll = strip("roll", rolled(0.012, 0.0072, 4.4), 0.21, skin, 0.0058, rough=0.0012, seed=5)
    made.append(move(roll, by=(0.02, 0, 0.0645), turn=(0, 0, math.radians(4))))
    return move(made, turn=(0, 0, math.radians(-28)))


@picture("talvi-throw-lichen", HIGH, colour="lichen")
@picture("talvi-throw-snow", HIGH, colour="snow")
@picture("talvi-throw-lichen-detail", close((-0.12, -0.16, 0.06), 0.24, elevation=30), colour="lichen")
@model("talvi-throw", colour="lichen")
def throw(colour):
    other = "snow" if colour == "lichen" else rgb("#c9c0ae")
    skin = cloth.wool(colour, check=(other, 0.068, 0.020))
    made = [pile(0.44, 0.34, 5, 0.0210, 0.0085, skin, rough=0.0060, sag=0.14)]
    yarn = cloth.wool(colour)
    spots = [(0.222, -0.158 + 0.0132 * i, 0.094 - 0.012 * abs(i / 12 - 1) ** 3) for i in range(25)]
    made += fringe(spots, 0.075, yarn, thick=0.0030, out=(1, 0))
    return move(made, turn=(0, 0, math.radians(-52)))


@picture("sammal-cushion-moss", View("front", elevation=16), colour="moss")
@picture("sammal-cushion-rust", View("front", elevation=16), colour="rust")
@picture("sammal-cushion-sand", View("front", elevation=16), colour="sand")
@picture("sammal-cushion-moss-detail", close((0.10, -0.06, 0.35), 0.30, elevation=16), colour="moss")
@model("sammal-cushion", colour="moss")
def pillow(colour):
    body = cushion("cushion", (0.46, 0.46), 0.235, cloth.linen(colour, thread=0.0019, fuzz=0.5))
    return [move(body, by=(0, 0.0, 0.219), turn=(math.radians(72), 0, math.radians(-38)))]


@picture("rasy-rug-fog", HIGH, colour="fog", second="white")
@picture("rasy-rug-raspberry", HIGH, colour="raspberry", second="sand")
@picture("rasy-rug-fog-detail", close((0.16, -0.18, 0.08), 0.26, elevation=28), colour="fog", second="white")
@model("rasy-rug", colour="fog", second="white")
def rug(colour, second):
    """A woven rag rug, rolled up, its last half metre on the floor."""
    skin = cloth.linen(colour, thread=0.0058, stripe=(second, 0.083, 0.030), fuzz=0.2)
    roll = rolled(0.020, 0.0115, 5.25)
    lowest = max(i for i, (_, z) in enumerate(roll) if z < 0.012)
    line = roll[:lowest + 1]
    x0, z0 = line[-1]
    tail = [(x0 + 0.30 * k / 16, max(0.0045, z0 - z0 * k / 3)) for k in range(1, 17)]
    made = [strip("rug", line + tail, 0.70, skin, 0.0070, rough=0.0028, steps=40)]
    end = x0 + 0.30
    made += fringe([(end, -0.335 + 0.0145 * i, 0.006) for i in range(47)], 0.05, cloth.linen(second, coordinates="Object"), thick=0.0022, out=(1, 0))
    return move(made, turn=(0, 0, math.radians(-38)))


@picture("sarka-apron", View("front", elevation=8, fill=0.84))
@picture("sarka-apron-detail", close((0.0, -0.06, 0.40), 0.26, elevation=8))
@model("sarka-apron")
def apron():
    """It hangs from a peg by its neck band."""
    skin = cloth.linen("indigo", thread=0.0016, stripe=("white", 0.0125, 0.0020))
    points, uvs, faces = [], [], []
    rows, columns, tall = 70, 56, 0.86
    for j in range(rows + 1):
        z = tall * j / rows
        if z < 0.56:
            half = 0.315
        else:
            t = (z - 0.56) / (tall - 0.56)
            half = 0.315 - 0.185 * math.sin(min(1.0, t * 1.35) * math.pi / 2) ** 0.75
        gather = 0.62 + 0.38 * max(0.0, 1 - z / tall) ** 0.8 if z < 0.56 else 0.62 + 0.30 * ((z - 0.56) / 0.30) ** 1.2
        for i in range(columns + 1):
            u = 2 * i / columns - 1
            wave = (0.024 * math.sin(u * 5.2 + 0.7) + 0.010 * math.sin(u * 11 + 2)) * (1.15 - 0.85 * z / tall)
            x = u * half * gather * 0.98
            points.append((x, -0.045 + wave - 0.02 * (1 - u * u), z + 0.035 + 0.004 * math.sin(u * 7)))
            uvs.append((u * half, z))
    for j in range(rows):
        for i in range(columns):
            a = j * (columns + 1) + i
            faces.append((a, a + 1, a + columns + 2, a + columns + 1))
    body = subdivide(thicken(thing("apron", points, faces, skin, uvs=uvs), 0.0016), 1)

    def on(u, z):
        j, i = round(z / tall * rows), round((u + 1) / 2 * columns)
        return points[j * (columns + 1) + i]
    pocket, pocket_uv, cells, n = [], [], [], 20
    for j in range(n + 1):
        for i in range(n + 1):
            u, z = -0.38 + 0.76 * i / n, 0.33 + 0.19 * j / n
            x, y, h = on(u, z)
            x = u * 0.315 * 0.74
            pocket.append((x, y - 0.0045 - (0.006 if j == n else 0), h))
            pocket_uv.append((z, u * 0.315))
    for j in range(n):
        for i in range(n):
            a = j * (n + 1) + i
            cells.append((a, a + 1, a + n + 2, a + n + 1))
    patch = subdivide(thicken(thing("pocket", pocket, cells, skin, uvs=pocket_uv), 0.0016), 1)
    left, right = on(-0.94, tall - 0.004), on(0.94, tall - 0.004)
    peg = (0, -0.022, tall + 0.205)
    tape = cloth.linen("indigo", coordinates="Object")
    made = [body, patch]
    for side, end in ((-1, left), (1, right)):
        path = [(end[0], end[1], end[2] - 0.03), end, (end[0] * 0.55, end[1] * 0.75, end[2] + 0.11), (side * 0.010, peg[1] - 0.012, peg[2] - 0.012), (side * 0.004, peg[1] - 0.012, peg[2] + 0.008), (0, peg[1] - 0.012, peg[2] + 0.0095)]
        made.append(tube("band", path, 0.0088, tape, sides=14, flat=0.2, tilt=(0, 1, 0)))
    for side in (-1, 1):
        x, y, z = on(side * 0.99, 0.55)
        path = [(x, y, z), (x + side * 0.015, y, z - 0.04), (x + side * 0.012, y - 0.01, z - 0.20), (x - side * 0.008, y, z - 0.37)]
        made.append(tube("tie", path, 0.0075, tape, sides=12, flat=0.2, tilt=(0, 1, 0)))
    _wall_peg(peg)
    return made


def _wall_peg(at):
    oak = wood.wood("oak", "Z", rings=120)
    block("rail", (0.52, 0.02, 0.085), wood.wood("oak", "X", rings=70), 0.005, centre=(0, 0.016, at[2] - 0.045))
    pin = turned("peg", [(0, 0), (0.0085, 0), (0.0078, 0.036), (0.0105, 0.046), (0.0168, 0.0525), (0.0182, 0.0585), (0.0155, 0.0645), (0, 0.0672)], oak)
    move(pin, by=(0, 0.006, at[2] - 0.008), turn=(math.radians(80), 0, 0))


@picture("patalappu-pot-holder-indigo", View("front", elevation=34), colour="indigo", stripe="white")
@picture("patalappu-pot-holder-rust", View("front", elevation=34), colour="rust", stripe="sand")
@model("patalappu-pot-holder", colour="indigo", stripe="white")
def pot_holders(colour, stripe):
    made = []
    for i, (x, y, z, turn) in enumerate(((-0.020, 0.015, 0.0135, 0.12), (0.034, -0.012, 0.0325, -0.30))):
        skin = cloth.linen(colour, thread=0.0022, stripe=(stripe, 0.020, 0.0036))
        pad = cushion("pad", (0.205, 0.205), 0.019, skin, steps=52, seed=i * 4.0)
        for vertex in pad.data.vertices:  # quilted
            u, v = vertex.co.x, vertex.co.y
            lines = min(abs(math.sin((u + v) * 3.1416 / 0.048)), abs(math.sin((u - v) * 3.1416 / 0.048)))
            vertex.co.z *= 0.62 + 0.38 * min(1.0, lines * 2.4)
        loop = tube("loop", [(0.100, 0.100, 0), (0.118, 0.106, 0.002), (0.130, 0.128, 0.0), (0.118, 0.134, 0.001), (0.106, 0.118, 0.002), (0.100, 0.100, 0)], 0.0034, cloth.leather(), sides=12, flat=0.45)
        made += move([pad, loop], by=(x, y, z), turn=(0.01 * i, 0.02 * i, turn))
    return move(made, turn=(0, 0, math.radians(45)))
