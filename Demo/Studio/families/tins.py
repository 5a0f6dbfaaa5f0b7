"""What comes in tins: tea, liquorice, gingerbread, salt, vendace."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned
from forms.lines import tube
from forms.mesh import move
from forms.solids import block, outline, slab
from forms.wraps import band, disc
from labels.label import label, sheet
from labels.marks import draw_mark
from labels.type import fitting, line
from materials import metal, stuff
from materials.nodes import rgb

LOW = View("front", elevation=14)


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
