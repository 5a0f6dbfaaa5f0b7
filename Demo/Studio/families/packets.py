"""What comes in paper: coffee, flour, oats, chocolate, crispbread, soap."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned
from forms.mesh import move, subdivide, thing
from forms.solids import block, outline, slab, sphere
from forms.wraps import card
from labels.label import CREAM, label, sheet
from labels.marks import draw_mark
from labels.type import fitting, line
from materials import metal, stuff
from materials.nodes import rgb

LOW = View("front", elevation=14)


def bag(wide, deep, tall, skin, full=0.80):
    """A block-bottom bag, filled so far, its top folded over and held down."""
    points, faces = [], []
    around = [(-1, -1), (-0.5, -1.06), (0, -1.10), (0.5, -1.06), (1, -1), (1.03, -0.5), (0.98, 0), (1.03, 0.5), (1, 1), (0.5, 1.06), (0, 1.10), (-0.5, 1.06), (-1, 1), (-1.03, 0.5), (-0.98, 0), (-1.03, -0.5)]
    chance = random.Random(round(tall * 1000))
    levels = [(0.0, 0.93, 0.95), (0.012, 1.0, 1.0), (0.25, 1.02, 1.05), (0.5, 1.01, 1.04), (0.72, 1.0, 0.98), (full, 0.99, 0.82), (full + 0.10, 0.99, 0.34), (full + 0.135, 0.99, 0.10), (full + 0.16, 0.99, 0.09)]
    for t, w, d in levels:
        for x, y in around:
            shake = chance.uniform(-0.010, 0.010) if 0 < t < full + 0.05 else 0
            points.append((x * wide / 2 * (w + shake), y * deep / 2 * (d + shake), t * tall))
    n = len(around)
    for row in range(len(levels) - 1):
        for i in range(n):
            j = (i + 1) % n
            faces.append((row * n + i, row * n + j, (row + 1) * n + j, (row + 1) * n + i))
    faces += [tuple(reversed(range(n))), tuple(range(len(points) - n, len(points)))]
    body = subdivide(thing("bag", points, faces, skin), 3)
    top = (full + 0.16) * tall
    fold = block("fold", (wide * 1.0, deep * 0.16, tall * 0.10), skin, 0.003, centre=(0, -deep * 0.03, top - tall * 0.088))
    return [body, fold]


def beans(skin, count, seed, x, y, spread, size=0.0055):
    chance = random.Random(seed)
    for _ in range(count):
        bean = sphere("bean", size, skin, (0, 0, 0), (1.25, 0.9, 0.62), 12)
        for vertex in bean.data.vertices:
            if vertex.co.z > 0:
                vertex.co.z -= size * 0.30 * math.exp(-(vertex.co.y / (size * 0.14)) ** 2)
        move(bean, by=(x + chance.gauss(0, spread), y + chance.gauss(0, spread * 0.6), size * 0.60), turn=(chance.uniform(-0.3, 0.3), 0, chance.uniform(0, 6.28)))


@picture("paahto-coffee", LOW, roast="Dark")
@picture("paahto-coffee-light", LOW, roast="Light")
@picture("paahto-coffee-detail", close((0.0, -0.04, 0.085), 0.12, elevation=10), roast="Dark")
@model("paahto-coffee", roast="Dark", spilled=False)
def coffee(roast, spilled=True):
    dark = roast == "Dark"
    made = bag(0.082, 0.056, 0.205, stuff.paper(rgb("#2b2420"), 0.7) if dark else stuff.kraft())
    print_ = stuff.printed(label("Paahto", f"{roast} roast", "250 g", "bean", (60, 82), accent="#8a4b22" if dark else "#b07a1c", note="roasted on Mondays"), 0.6)
    made.append(card("label", (0.060, 0.082), print_, (0, -0.0333, 0.040), curve=0.0016))
    if spilled:
        roasted = stuff.soft(rgb("#3a2114") if dark else rgb("#6e4526"), rgb("#22120a") if dark else rgb("#553218"), scale=150, rough=0.35, depth=0)
        beans(roasted, 15, 3, 0.058, -0.046, 0.016)
    return made


@picture("kaura-oats", LOW)
@model("kaura-oats", spilled=False)
def oats(spilled=True):
    made = bag(0.105, 0.068, 0.235, stuff.paper(rgb("#e9e2d2"), 0.8))
    made.append(card("label", (0.076, 0.100), stuff.printed(label("Kaura", "Rolled oats", "750 g", "rye", (76, 100), accent="#a97d0c", note="thick, for slow porridge"), 0.6), (0, -0.0402, 0.046), curve=0.0016))
    if spilled:
        flake = stuff.soft(rgb("#e3cfa2"), rgb("#c9ab74"), scale=500, rough=0.8, depth=0)
        chance = random.Random(6)
        for _ in range(60):
            one = sphere("flake", 0.0042, flake, (0, 0, 0), (1.2, 0.85, 0.2), 8)
            move(one, by=(0.072 + chance.gauss(0, 0.016), -0.050 + chance.gauss(0, 0.010), 0.0012), turn=(chance.uniform(-0.25, 0.25), chance.uniform(-0.25, 0.25), chance.uniform(0, 6)))
    return made


@picture("ruis-flour", LOW)
@model("ruis-flour", spilled=False)
def flour(spilled=True):
    made = bag(0.100, 0.066, 0.215, stuff.kraft())
    made.append(card("label", (0.072, 0.092), stuff.printed(label("Ruis", "Wholegrain rye flour", "1 kg", "rye", (72, 92), accent="#6b4526", note="stone-ground"), 0.6), (0, -0.0390, 0.044), curve=0.0016))
    if spilled:
        dust = stuff.soft(rgb("#e6dac2"), rgb("#d3c2a0"), scale=300, rough=1.0, depth=0, bumpy=1.0)
        heap = turned("heap", [(0.034, 0), (0.026, 0.003), (0.014, 0.0095), (0.005, 0.0135), (0, 0.0140)], dust)
        move(heap, by=(0.076, -0.046, 0))
    return made


@picture("yo-chocolate", View("front", elevation=44, fill=0.82))
@picture("yo-chocolate-detail", close((0.035, -0.02, 0.01), 0.085, elevation=44))
@picture("puolukka-chocolate", View("front", elevation=44, fill=0.82), kind="white")
@picture("puolukka-chocolate-detail", close((0.053, -0.010, 0.008), 0.106, elevation=42), kind="white")
@model("yo-chocolate")
@model("puolukka-chocolate", kind="white")
def chocolate(kind="dark"):
    """A bar half out of its paper, two squares broken off."""
    dark = kind == "dark"
    name, what, mark, ground, ink = ("Yö", "Dark chocolate 72 %", "moon", "#1f2a4a", "#e8dcc0") if dark else ("Puolukka", "White chocolate, lingonberry", "berries", "#8e2442", "#f4eee1")

    def wrapper(draw, wide, tall):
        unit = tall / 100
        line(draw, "VAKKA & VADELMA", wide / 2, 16 * unit, "sans", round(5 * unit), ink, 0.16)
        draw_mark(draw, mark, wide / 2, 44 * unit, 34 * unit, ink, ground)
        line(draw, name, wide / 2, 78 * unit, "serif", fitting(name, "serif", round(22 * unit), wide * 0.8), ink)
        line(draw, what.upper() + "  ·  100 g", wide / 2, 89 * unit, "sans", round(3.9 * unit), ink, 0.1)
    length, width, thick = 0.155, 0.074, 0.0085
    cocoa = stuff.soft(rgb("#3a2015"), rgb("#2e180f"), scale=40, rough=0.32, depth=0, bumpy=0.05) if dark else stuff.soft(rgb("#efe0bd"), rgb("#e6d3a8"), scale=50, rough=0.35, depth=0.004, bumpy=0.05)
    made = []

    def square(i, j):
        x, y = -length / 2 + (i + 0.5) * length / 6, -width / 2 + (j + 0.5) * width / 3
        base = block("square", (length / 6, width / 3, thick * 0.55), cocoa, 0.0004, 2, (x, y, 0))
        crown = slab("crown", outline([(x - length / 12 + 0.0016, y - width / 6 + 0.0016), (x + length / 12 - 0.0016, y - width / 6 + 0.0016), (x + length / 12 - 0.0016, y + width / 6 - 0.0016), (x - length / 12 + 0.0016, y + width / 6 - 0.0016)], 0.0015, 3),
                     thick * 0.45, cocoa, edge=0.0014, base=thick * 0.5)
        return [base, crown]
    for i in range(6):
        for j in range(3):
            if (i, j) in ((5, 0), (5, 1)):
                continue
            made += square(i, j)
    foil = metal.steel(0.3, colour=rgb("#d9d4c8"))
    made.append(block("foil", (length * 0.60, width + 0.0022, thick + 0.0016), foil, 0.001, 2, (-length * 0.16, 0, -0.0004)))
    made.append(block("paper", (length * 0.56, width + 0.0036, thick + 0.0026), stuff.paper(rgb(ground), 0.5), 0.0012, 3, (-length * 0.22, 0, -0.0008)))
    art = stuff.printed(sheet((length * 560 - 2, width * 1000), ground, wrapper), 0.5)
    print_ = card("print", (length * 0.56 - 0.002, width), art)
    made.append(move(print_, by=(-length * 0.22, -width / 2, thick + 0.0019), turn=(-math.pi / 2, 0, 0)))
    pieces = square(5, 0)
    made += move(pieces, by=(0.020, -0.016, 0.0), turn=(0, 0, 0.35))
    move(made, by=(0, 0, 0.0009), turn=(0, 0, math.radians(20)))
    if dark:
        salt = stuff.plain(rgb("#f6f4f0"), 0.25)
        chance = random.Random(4)
        for _ in range(26):
            s = chance.uniform(0.0005, 0.0011)
            move(block("salt", (s, s, s * 0.8), salt, 0.0001, 1), by=(0.062 + chance.gauss(0, 0.010), -0.030 + chance.gauss(0, 0.012), 0), turn=(0, 0, chance.uniform(0, 3)))
    else:
        lingonberries(length, width, thick)
    return made


def lingonberries(length, width, thick):
    """Freeze-dried and whole: some in the bar where it is bare, some beside it."""
    skin = stuff.soft(rgb("#b3202e"), rgb("#7d0f1e"), scale=420, rough=0.7, depth=0, bumpy=0.6)
    chance = random.Random(15)

    def within(column, row):
        """Three whole ones and some crumbs, on the square's raised face."""
        x, y = -length / 2 + (column + 0.5) * length / 6, -width / 2 + (row + 0.5) * width / 3
        found = []
        for i, j in chance.sample(((-1, -1), (-1, 1), (1, -1), (1, 1)), 3):
            place = (x + 0.0050 * i + chance.uniform(-0.002, 0.002), y + 0.0050 * j + chance.uniform(-0.002, 0.002), thick * 0.94)
            found.append(sphere("berry", chance.uniform(0.0019, 0.0027), skin, place, (1, 1, 0.42), 16))
        for _ in range(4):
            found.append(sphere("crumb", chance.uniform(0.0004, 0.0008), skin, (x + chance.uniform(-0.008, 0.008), y + chance.uniform(-0.008, 0.008), thick * 0.945), (1, 1, 0.5), 8))
        return found
    bare = [berry for square in ((4, 0), (4, 1), (4, 2), (5, 2)) for berry in within(*square)]
    broken_off = move(within(5, 0), by=(0.020, -0.016, 0), turn=(0, 0, 0.35))
    move([*bare, *broken_off], by=(0, 0, 0.0009), turn=(0, 0, math.radians(20)))
    for x, y in ((0.060, -0.036), (0.066, -0.041), (0.040, -0.049), (0.083, 0.006)):
        sphere("berry", chance.uniform(0.0028, 0.0034), skin, (x, y, 0.0028), (1, 1, 0.92), 16)


@picture("ruis-crispbread", View("front", elevation=22))
@picture("ruis-crispbread-detail", close((0.03, -0.06, 0.05), 0.12, elevation=20))
@model("ruis-crispbread")
def crispbread():
    """Three rounds in a pile and one that leans on them."""
    rye = stuff.crispbread()

    def round_(seed):
        radius, hole, thick = 0.098, 0.019, 0.0072
        points, faces = [], []
        around, rings = 150, 16
        for side in (1, -1):
            for r in range(rings + 1):
                t = r / rings
                for i in range(around):
                    a = math.tau * i / around
                    edge = radius * (1 + 0.012 * math.sin(3 * a + seed) + 0.008 * math.sin(8 * a + 2 * seed))
                    rr = hole + (edge - hole) * t
                    z = side * (thick / 2 * (1 - abs(2 * t - 1) ** 9)) + 0.0018 * math.sin(2 * a + seed) * t
                    points.append((rr * math.cos(a), rr * math.sin(a), z))
        n = (rings + 1) * around
        for side in (0, 1):
            for r in range(rings):
                for i in range(around):
                    j = (i + 1) % around
                    f = [side * n + r * around + i, side * n + (r + 1) * around + i, side * n + (r + 1) * around + j, side * n + r * around + j]
                    faces.append(f if side == 0 else f[::-1])
        for r in (0, rings):
            for i in range(around):
                j = (i + 1) % around
                f = [r * around + i, r * around + j, n + r * around + j, n + r * around + i]
                faces.append(f if r == 0 else f[::-1])
        return thing("round", points, faces, rye)
    made = [move(round_(k), by=(0.004 * (-1) ** k, 0.003 * k, 0.0052 + 0.0094 * k), turn=(0, 0, k)) for k in range(4)]
    made.append(move(round_(7), by=(0.088, -0.070, 0.0868), turn=(math.radians(60), 0, 0.75)))
    return move(made, turn=(0, 0, math.radians(-24)))


@picture("kataja-soap", View("front", elevation=34))
@picture("kataja-soap-detail", close((0.0, -0.01, 0.03), 0.085, elevation=36))
@model("kataja-soap")
def soap():
    bar = [stuff.wax(rgb("#c9c3a0"), 0.5), stuff.wax(rgb("#e2d7bd"), 0.5)]
    made = [block("soap", (0.078, 0.052, 0.027), bar[0], 0.0045, 5, (-0.004, 0.010, 0)), move(block("soap", (0.078, 0.052, 0.027), bar[1], 0.0045, 5), by=(0.006, 0.004, 0.0275), turn=(0, 0, 0.32))]
    made.append(move(block("sleeve", (0.034, 0.0532, 0.0282), stuff.paper(rgb(CREAM), 0.7), 0.0046, 5), by=(0.006, 0.004, 0.0269), turn=(0, 0, 0.32)))
    print_ = card("print", (0.033, 0.044), stuff.printed(label("Kataja", "Juniper soap", "120 g", "spruce", (33, 44), accent="#3e5a48"), 0.6))
    made.append(move(print_, by=(0.006 + 0.022 * math.sin(0.32), 0.004 - 0.022 * math.cos(0.32), 0.05535), turn=(-math.pi / 2, 0, 0.32)))
    berry = stuff.soft(rgb("#3a4058"), rgb("#23263a"), scale=120, rough=0.6, depth=0)
    chance = random.Random(2)
    for _ in range(7):
        sphere("berry", 0.0036, berry, (0.058 + chance.gauss(0, 0.010), -0.030 + chance.gauss(0, 0.008), 0.0034), rings=12)
    return made
