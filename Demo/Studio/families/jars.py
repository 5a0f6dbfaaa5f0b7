"""What is kept under a twist-off lid: jams, honey, mustard, pickles, ceps."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import move
from forms.solids import sphere
from forms.wraps import band
from labels.label import label
from materials import glass, metal, stuff, wood
from materials.nodes import rgb

LOW = View("front", elevation=14)
RASPBERRY, BLUE, AMBER = "#8e2442", "#35406e", "#b07a1c"


def jar(radius, height, lid, content, fill=0.90, shoulder=0.010):
    """Glass, what is in it, and a lid of lacquered tin."""
    neck = radius * 0.86
    top = height - 0.017
    outside = [(radius * 0.86, 0.0), (radius * 0.93, 0.0006), (radius, 0.006), (radius, 0.006), (radius, top - shoulder - 0.004), (radius, top - shoulder - 0.004),
               (radius * 0.985, top - shoulder * 0.5), (neck * 1.03, top), (neck, top + 0.003), (neck, height - 0.002)]
    body = vessel("glass", outside, 0.0026, glass.glass("clear"), floor=0.0045)
    inner, level = radius - 0.0024, height * fill - 0.012
    made = [body]
    if content:
        made.append(turned("content", [(0, 0.0048), (inner * 0.88, 0.0048), (inner, 0.0105), (inner, 0.0105), (inner, min(level, top - shoulder - 0.004)), (inner * 0.985, level - 0.001), (0, level)],
                           content, per_span=6))
    skin = metal.painted(lid, 0.3) if isinstance(lid, tuple) else lid
    ridge = neck + 0.0028
    made.append(turned("lid", [(neck + 0.0015, top + 0.0022), (ridge + 0.0006, top + 0.0016), (ridge + 0.001, top + 0.0032), (ridge, top + 0.0046), (ridge, top + 0.0135), (ridge - 0.0006, top + 0.0162),
                               (ridge - 0.0022, top + 0.0178), (ridge - 0.0042, top + 0.0180), (ridge - 0.0055, top + 0.0170), (0, top + 0.0170)], skin, per_span=5))
    return made


def named(radius, bottom, size, *words, **more):
    print_ = stuff.printed(label(*words, (size[0] * 1000, size[1] * 1000), **more), 0.55)
    return band("label", radius + 0.00025, bottom, size, print_)


def scattered(thing_of, count, seed, x, y, spread):
    chance = random.Random(seed)
    for _ in range(count):
        thing_of(chance, x + chance.gauss(0, spread), y + chance.gauss(0, spread * 0.6))


def fresh_raspberry(x, y, size=0.0085, turn=0.0):
    skin = stuff.soft(rgb("#a3183c"), rgb("#7d0c29"), scale=200, rough=0.35, depth=0.004, bumpy=0.2)
    for ring in range(5):
        radius, z = size * (0.92, 1.0, 0.86, 0.58, 0.12)[ring], size * (0.32, 0.82, 1.32, 1.72, 1.98)[ring]
        count = (11, 11, 9, 6, 1)[ring]
        for i in range(count):
            a = math.tau * (i + 0.5 * (ring % 2)) / count + turn
            sphere("drupe", size * (0.30 if ring < 4 else 0.3), skin, (x + radius * 0.80 * math.cos(a), y + radius * 0.80 * math.sin(a), z), rings=8)


@picture("vadelma-jam", LOW, kind="vadelma")
@picture("vadelma-jam-detail", close((0.0, -0.03, 0.05), 0.085, elevation=10), kind="vadelma")
@picture("mustikka-jam", LOW, kind="mustikka")
@picture("lakka-jam", LOW, kind="lakka")
@model("vadelma-jam", kind="vadelma", fruit=False)
@model("mustikka-jam", kind="mustikka", fruit=False)
@model("lakka-jam", kind="lakka", fruit=False)
def jam(kind, fruit=True):
    radius = 0.0385
    words, content, lid, accent, mark = {
        "vadelma": (("Vadelma", "Raspberry jam", "340 g"), stuff.preserve(rgb("#7a0f2c")), rgb("#f0ece2"), RASPBERRY, "raspberry"),
        "mustikka": (("Mustikka", "Wild blueberry jam", "340 g"), stuff.preserve(rgb("#2c1232")), rgb("#35406e"), BLUE, "berries"),
        "lakka": (("Lakka", "Cloudberry jam", "220 g"), stuff.preserve(rgb("#d9861c")), rgb("#d9a441"), "#b8691a", "cloudberry"),
    }[kind]
    height = 0.100 if kind == "lakka" else 0.108
    made = jar(radius, height, lid, content)
    made.append(named(radius, 0.017, (0.066, height - 0.056), words[0], words[1], words[2], mark, accent=accent))
    if fruit and kind == "vadelma":
        for x, y, turn in ((0.052, -0.020, 0.3), (0.060, -0.040, 1.0), (0.040, -0.040, 2.0)):
            fresh_raspberry(x, y, 0.0088, turn)
    if fruit and kind == "mustikka":
        skin = stuff.soft(rgb("#39456b"), rgb("#22273f"), scale=90, rough=0.6, depth=0)
        scattered(lambda chance, x, y: sphere("berry", 0.0052, skin, (x, y, 0.0048), (1, 1, 0.88), 14), 9, 4, 0.054, -0.032, 0.012)
    if fruit and kind == "lakka":
        skin = stuff.soft(rgb("#e08a1e"), rgb("#c4650f"), scale=120, rough=0.3, depth=0.005, bumpy=0.1)
        for x, y in ((0.054, -0.024), (0.045, -0.046)):
            for i in range(9):
                a = math.tau * i / 6
                r, z = (0.0058, 0.005) if i < 6 else (0.0028, 0.0092)
                sphere("drupe", 0.0042, skin, (x + r * math.cos(a), y + r * math.sin(a), z), rings=10)
    return made


@picture("metsa-honey", LOW)
@picture("metsa-honey-detail", close((0.0, -0.03, 0.075), 0.10, elevation=16))
@model("metsa-honey", dipper=False)
def honey(dipper=True):
    radius = 0.041
    made = jar(radius, 0.112, rgb("#2f2a24"), glass.syrup(rgb("#d9901c"), 0.5), fill=0.93)
    made.append(named(radius, 0.018, (0.068, 0.056), "Metsä", "Forest honey", "450 g", "bee", accent=AMBER))
    if dipper:
        birch = wood.wood("birch", "Z", rings=160)
        head = [(0, 0.0)]
        for k in range(6):
            z, r = 0.002 + 0.0062 * k, (0.0085, 0.0118, 0.0132, 0.0132, 0.0118, 0.0085)[k]
            head += [(r * 0.55, z - 0.0006), (r, z + 0.0008), (r, z + 0.0032), (r * 0.55, z + 0.0044)]
        stick = turned("dipper", head + [(0.0036, 0.041), (0.0036, 0.041), (0.0034, 0.14), (0.0044, 0.150), (0.003, 0.154), (0, 0.1545)], birch, per_span=3)
        move(stick, by=(0.074, -0.026, 0.0105), turn=(math.radians(8), math.radians(-27), 0))
    return made


@picture("sinappi-mustard", LOW)
@model("sinappi-mustard")
def mustard():
    radius = 0.034
    made = jar(radius, 0.086, rgb("#2f2a24"), stuff.soft(rgb("#b98a24"), rgb("#8f6312"), scale=420, rough=0.35, bumpy=0.4))
    made.append(named(radius, 0.014, (0.058, 0.042), "Väkevä", "Strong mustard", "180 g", "flower", accent="#8a6410"))
    seed = stuff.plain(rgb("#c79a36"), 0.4)
    scattered(lambda chance, x, y: sphere("seed", 0.0011, seed, (x, y, 0.0010), rings=8), 34, 8, 0.050, -0.026, 0.009)
    return made


@picture("kurkku-pickles", LOW)
@picture("kurkku-pickles-detail", close((0.0, -0.04, 0.105), 0.11, elevation=14))
@model("kurkku-pickles")
def pickles():
    radius, height = 0.048, 0.150
    made = jar(radius, height, rgb("#3e5a48"), None)
    brine = turned("brine", [(0, 0.005), (0.040, 0.005), (0.0448, 0.0105), (0.0448, 0.0105), (0.0448, 0.112), (0.044, 0.121), (0, 0.1215)], glass.syrup(rgb("#e6e8b4"), 0.06), per_span=4)
    made.append(brine)
    peel = stuff.soft(rgb("#8a9a3a"), rgb("#64762a"), scale=160, rough=0.35, bumpy=0.5)
    chance = random.Random(12)
    for layer, (count, ring, z) in enumerate(((7, 0.0315, 0.036), (3, 0.0115, 0.038), (7, 0.0315, 0.088), (3, 0.0115, 0.090))):
        for i in range(count):
            a = math.tau * (i + 0.35 * layer) / count
            tilt = chance.uniform(-0.003, 0.003)
            line = [(ring * math.cos(a) + tilt * k, ring * math.sin(a) - tilt * k, z + 0.0265 * k) for k in (-1, -0.9, 0, 0.9, 1)]
            made.append(tube("cucumber", line, [0.004, 0.0085, 0.0118, 0.0085, 0.004], peel, sides=16, per_span=4))
    dill = stuff.plain(rgb("#4e6430"), 0.6)
    for i in range(9):
        a, z = chance.uniform(-2.4, -0.7), chance.uniform(0.02, 0.10)
        line = [(0.0425 * math.cos(a + 0.14 * k), 0.0425 * math.sin(a + 0.14 * k), z + 0.006 * k) for k in range(4)]
        made.append(tube("dill", line, 0.0006, dill, sides=6))
    made.append(named(radius, 0.026, (0.070, 0.060), "Kurkku", "Pickled cucumbers", "370 g", "cucumber", accent="#3e5a48", note="with dill and horseradish"))
    return made


@picture("sieni-ceps", LOW)
@model("sieni-ceps")
def ceps():
    radius, height = 0.043, 0.118
    made = jar(radius, height, rgb("#4a3a2a"), None)
    flesh = stuff.soft(rgb("#d9c4a0"), rgb("#b59a70"), scale=130, rough=0.9, bumpy=0.6, depth=0)
    skin = stuff.soft(rgb("#7a5434"), rgb("#573822"), scale=150, rough=0.8, bumpy=0.6, depth=0)
    chance = random.Random(31)
    for i in range(170):
        a, r, z = chance.uniform(0, math.tau), 0.036 * chance.random() ** 0.45, chance.uniform(0.010, 0.088)
        s = chance.uniform(0.008, 0.012)
        line = [(-s, 0, 0), (-s * 0.4, 0, s * 0.35), (s * 0.4, 0, s * 0.30), (s, 0, -s * 0.2)]
        piece = tube("cep", line, [0.002, s * 0.62, s * 0.5, 0.002], flesh if i % 3 else skin, sides=12, per_span=3, flat=0.22)
        made.append(move(piece, by=(r * math.cos(a), r * math.sin(a), z), turn=(chance.uniform(0, 3), chance.uniform(0, 3), chance.uniform(0, 3)), scale=0.96))
    made.append(named(radius, 0.018, (0.066, 0.056), "Tatti", "Dried ceps", "40 g", "mushroom", accent="#6b4526"))
    return made
