"""What comes in paper, card and tin: coffee, flour, oats, chocolate, tea, liquorice, biscuits, salt, fish, soap."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned
from forms.lines import tube
from forms.mesh import move, subdivide, thing
from forms.solids import block, outline, slab, sphere
from forms.wraps import band, card, disc
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
    return made


def tin(radius, height, colour, print_size, *words, accent, note="", lid=None):
    """A drawn tin with a slip lid and a paper label round it."""
    skin = metal.painted(rgb(colour), 0.32)
    body = turned("tin", [(0, 0.0006), (radius - 0.002, 0.0006), (radius - 0.0006, 0.0010), (radius, 0.0022), (radius, height * 0.3), (radius, height * 0.6), (radius, height - 0.01), (0, height - 0.01)], skin, smooth=False)
    cap = turned("lid", [(radius - 0.001, height - 0.0165), (radius + 0.0006, height - 0.0168), (radius + 0.0013, height - 0.0165), (radius + 0.0015, height - 0.0155), (radius + 0.0015, height), (radius + 0.0011, height + 0.0014), (radius, height + 0.0021),
                         (radius - 0.0016, height + 0.0021), (radius - 0.0026, height + 0.0013), (radius - 0.0030, height + 0.0009), (0, height + 0.0009)], metal.painted(rgb(lid or colour), 0.32), smooth=False)
    print_ = stuff.printed(label(*words, tuple(1000 * part for part in print_size), accent=accent, note=note), 0.5)
    return [body, cap, band("label", radius + 0.0002, (height - 0.016 - print_size[1]) / 2, print_size, print_)]


@picture("niitty-tea", LOW)
@model("niitty-tea", spilled=False)
def tea(spilled=True):
    made = tin(0.040, 0.105, "#5f6f52", (0.072, 0.076), "Niitty", "Meadow tea", "60 g", "flower", accent="#4c5a40", note="meadowsweet, clover, mint")
    if spilled:
        leaf = [stuff.plain(rgb(c), 0.9) for c in ("#6a6a3a", "#8a7a44", "#4e5a30", "#b8a15a", "#8e5a70")]
        chance = random.Random(14)
        for i in range(90):
            s = chance.uniform(0.002, 0.0045)
            one = tube("leaf", [(-s, 0, 0), (0, 0, s * 0.2), (s, 0, 0)], [0.0002, 0.0008, 0.0002], leaf[i % 5], sides=6, per_span=2, flat=0.5)
            r = abs(chance.gauss(0, 0.010))
            a = chance.uniform(0, 6.28)
            move(one, by=(0.062 + r * 1.3 * math.cos(a), -0.036 + r * math.sin(a), max(0.0008, 0.006 - r * 0.4)), turn=(chance.uniform(-0.4, 0.4), chance.uniform(-0.4, 0.4), chance.uniform(0, 6)))
    return made


@picture("lakritsi-tin", View("front", elevation=34))
@model("lakritsi-tin")
def liquorice():
    radius, height = 0.045, 0.026
    made = tin_flat(radius, height, "#1d1d1f", "Lakritsi", "Soft liquorice", "120 g", "heart", "#1d1d1f", "#e8dcc0")
    sweet = stuff.soft(rgb("#1c1614"), rgb("#120e0c"), scale=60, rough=0.28, depth=0, bumpy=0.08)
    for x, y, turn in ((0.055, -0.030, 0.4), (0.068, -0.012, 1.9), (0.040, -0.052, 2.6)):
        move(tube("piece", [(-0.009, 0, 0.006), (0.009, 0, 0.006)], 0.006, sweet, sides=24, smooth=False), by=(x, y, 0), turn=(0, 0, turn))
    return made


def tin_flat(radius, height, colour, name, what, amount, mark, ground, ink):
    """A low round tin whose lid is printed; it leans on nothing and is seen from above."""
    def lid(draw, wide, tall):
        unit = wide / 100
        draw.ellipse((6 * unit, 6 * unit, 94 * unit, 94 * unit), outline=ink, width=round(0.6 * unit))
        line(draw, "VAKKA & VADELMA", wide / 2, 24 * unit, "sans", round(4.6 * unit), ink, 0.14)
        draw_mark(draw, mark, wide / 2, 42 * unit, 24 * unit, ink, ground)
        line(draw, name, wide / 2, 69 * unit, "serif", fitting(name, "serif", round(19 * unit), 74 * unit), ink)
        line(draw, what.upper(), wide / 2, 77.5 * unit, "sans", fitting(what.upper(), "sans", round(4.4 * unit), 46 * unit), ink, 0.12)
        line(draw, amount, wide / 2, 86 * unit, "light", round(4.4 * unit), ink)
    skin = metal.painted(rgb(colour), 0.3)
    body = turned("tin", [(0, 0.0004), (radius - 0.0018, 0.0004), (radius - 0.0005, 0.0008), (radius, 0.002), (radius, height - 0.006), (0, height - 0.006)], skin, smooth=False)
    cap = turned("lid", [(radius - 0.001, height - 0.0142), (radius + 0.0006, height - 0.0145), (radius + 0.0013, height - 0.0142), (radius + 0.0015, height - 0.013), (radius + 0.0015, height - 0.002), (radius + 0.0010, height - 0.0006), (radius, height),
                         (radius - 0.0012, height), (radius - 0.0020, height - 0.0005), (0, height - 0.0005)], skin, smooth=False)
    print_ = disc("print", radius - 0.0022, height - 0.0002, stuff.printed(sheet((2000 * radius, 2000 * radius), ground, lid), 0.3, coat=0.3))
    return [body, cap, print_]


@picture("piparkakku-biscuits", View("front", elevation=34))
@model("piparkakku-biscuits")
def biscuits():
    made = tin_flat(0.078, 0.062, "#8e2442", "Piparit", "Gingerbread", "300 g", "heart", "#8e2442", "#f4eee1")
    crust = stuff.soft(rgb("#9a5a2a"), rgb("#7d4520"), scale=170, rough=0.75, depth=0, bumpy=0.5)
    heart = [(0.00185 * 16 * math.sin(t) ** 3, 0.00185 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t))) for t in (math.tau * k / 80 for k in range(80))][::-1]
    star = [((0.030 if k % 2 == 0 else 0.0165) * math.cos(math.tau * k / 12), (0.030 if k % 2 == 0 else 0.0165) * math.sin(math.tau * k / 12)) for k in range(12)]
    move(slab("heart", heart, 0.006, crust, edge=0.0018), by=(0.088, -0.052, 0), turn=(0, 0, 0.3))
    move(slab("star", outline(star, 0.004, 4), 0.006, crust, edge=0.0018), by=(0.036, -0.092, 0), turn=(0, 0, 0.2))
    move(slab("star", outline(star, 0.004, 4), 0.006, crust, edge=0.0018), by=(0.108, -0.018, 0.0035), turn=(0.14, 0.12, 0.9))
    return made


@picture("meri-salt", View("front", elevation=34))
@picture("meri-salt-detail", close((0.058, -0.04, 0.0), 0.075, elevation=34))
@model("meri-salt")
def salt():
    made = tin_flat(0.052, 0.036, "#2c4a5e", "Meri", "Sea salt flakes", "150 g", "wave", "#2c4a5e", "#f4eee1")
    flake = stuff.soft(rgb("#fbfaf7"), rgb("#e9e7e2"), scale=600, rough=0.25, depth=0.001)
    chance = random.Random(17)
    for _ in range(120):
        s = chance.uniform(0.0012, 0.0034)
        r, a = abs(chance.gauss(0, 0.011)), chance.uniform(0, 6.28)
        one = block("flake", (s * 1.6, s * 1.4, s * 0.35), flake, 0.0001, 1)
        move(one, by=(0.060 + 1.2 * r * math.cos(a), -0.044 + r * math.sin(a), max(0.0003, 0.006 - 0.45 * r)), turn=(chance.uniform(-0.6, 0.6), chance.uniform(-0.6, 0.6), chance.uniform(0, 6)))
    return made


@picture("muikku-vendace", View("front", elevation=36))
@model("muikku-vendace")
def fish():
    """A flat tin with round corners and a printed lid, and a slice of bread nobody has eaten yet."""
    wide, deep, high = 0.106, 0.060, 0.022
    line_ = outline([(-wide / 2, -deep / 2), (wide / 2, -deep / 2), (wide / 2, deep / 2), (-wide / 2, deep / 2)], 0.018, 12)
    made = [slab("tin", line_, high, metal.steel(0.24), edge=0.0016), slab("seam", [(x * 1.018, y * 1.03) for x, y in line_], 0.0028, metal.steel(0.2), edge=0.0012, base=high - 0.002)]

    def lid(draw, w, h):
        unit = h / 60
        ink, ground = "#f4eee1", "#35506e"
        draw.rounded_rectangle((3 * unit, 3 * unit, w - 3 * unit, h - 3 * unit), radius=13 * unit, outline=ink, width=round(0.5 * unit))
        line(draw, "VAKKA & VADELMA", w / 2, 12.5 * unit, "sans", round(3.2 * unit), ink, 0.14)
        draw_mark(draw, "fish", w / 2, 22 * unit, 26 * unit, ink, ground)
        line(draw, "Muikku", w / 2, 43 * unit, "serif", round(16 * unit), ink)
        line(draw, "SMOKED VENDACE IN RAPESEED OIL  ·  110 g", w / 2, 50.5 * unit, "sans", round(2.7 * unit), ink, 0.08)
    art = stuff.printed(sheet((wide * 1000 - 6, deep * 1000 - 6), "#35506e", lid), 0.3, coat=0.4)
    plate = slab("lid", [(x * 0.955, y * 0.935) for x, y in line_], 0.0008, art, edge=0, base=high + 0.0002)
    layer = plate.data.uv_layers.new(name="UVMap")
    for loop in plate.data.loops:
        spot = plate.data.vertices[loop.vertex_index].co
        layer.data[loop.index].uv = (spot.x / (wide * 0.955) + 0.5, spot.y / (deep * 0.935) + 0.5)
    made.append(plate)
    ring = [(0.0105 * math.cos(a), 0.0075 * math.sin(a), 0) for a in (math.tau * k / 24 for k in range(24))]
    made.append(move(tube("pull", ring, 0.0011, metal.steel(0.15), closed=True, sides=10), by=(wide * 0.36, 0, high + 0.0026), turn=(0.05, 0.06, 0)))
    return move(made, turn=(0, 0, math.radians(16)))


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
    made.append(move(round_(7), by=(0.088, -0.070, 0.0835), turn=(math.radians(60), 0, 0.75)))
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
