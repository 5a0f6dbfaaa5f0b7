"""Jars and tins once their lids are off: what is in them, and what one does with it."""
import math
import random

import bpy
from mathutils import Matrix

from catalogue import picture
from camera import View
from families.beside import cep, cloudberry, dollop, heap, mound, slice_of_bread
from families.bowls import bowl_body, plate_body
from families.glassware import tumbler_body
from families.jars import ceps, jam, mustard
from families.steel import lofted, spoon
from families.tins import biscuits, fish, liquorice, tea
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import copies, cut, move
from forms.solids import outline, slab, sphere
from materials import glass, liquid, metal, stuff
from materials.nodes import rgb


def leaning(lid, radius, depth, wall, rim, towards, steep):
    """Stands a lid, made with its top at the origin, on its edge against a round tin; its face looks away from it.

    `wall` and `rim` are the tin's radius and height, `towards` where from the tin it stands, both angles in degrees.
    """
    lean = math.radians(steep)
    middle = radius * math.sin(lean) + depth * math.cos(lean)
    touch = (middle - rim) / math.sin(lean)
    move(lid, by=(wall - touch * math.cos(lean) + 0.0015, 0, middle), turn=(0, lean, 0))
    return move(lid, turn=(0, 0, math.radians(towards)))


def hollow(body, radius, height):
    """The same tin without its filling: bare inside, a rim rolled at the top."""
    skin = body.data.materials[0]
    bpy.data.objects.remove(body)
    outside = [(radius - 0.0018, 0.0004), (radius - 0.0005, 0.0008), (radius, 0.002), (radius, 0.002), (radius, height - 0.001), (radius, height - 0.001), (radius, height)]
    inside = turned("inside", [(radius - 0.0010, height - 0.0008), (radius - 0.0011, 0.0024), (0, 0.0024)], metal.steel(0.3), smooth=False)
    return [vessel("tin", outside, 0.0008, skin, floor=0.0012), inside]


@picture("mustikka-jam-use", View("use", elevation=33, fill=0.84), kind="mustikka")
@picture("lakka-jam-use", View("use", elevation=33, fill=0.84), kind="lakka")
def opened_jam(kind):
    """Blueberry on bread, cloudberry on warm cheese."""
    jar = jam(kind, fruit=False)
    lid, berries = jar[2], jar[1].data.materials[0]
    height = 0.100 if kind == "lakka" else 0.108
    level = height * 0.90 - 0.012
    surface = dollop(0.0335, 0.007, berries, (0, 0, level - 0.002), seed=1.2, lumps=0.0025)
    standing = move(spoon(metal.steel(0.2, along="Y")), by=(-0.004, 0.006, 0.118), turn=(math.radians(-98), math.radians(-10), 0), scale=0.80)
    move([*jar, surface, *standing], by=(-0.055, 0.045, 0))
    move(lid, by=(-0.008, -0.100, 0.0154 - height))
    move(plate_body(0.082, "snow"), by=(0.052, -0.018, 0))
    if kind == "mustikka":
        move(slice_of_bread(rye=False), by=(0.052, -0.016, 0.006), turn=(0, 0, math.radians(-24)))
        dollop(0.031, 0.0065, berries, (0.052, -0.015, 0.0180), seed=2.1, lumps=0.003, stretch=1.12)
        skin = stuff.soft(rgb("#39456b"), rgb("#22273f"), scale=90, rough=0.6, depth=0)
        for x, y in ((0.046, -0.008), (0.060, -0.016), (0.050, -0.026), (0.112, -0.016), (0.104, -0.034), (0.100, 0.012)):
            sphere("berry", 0.0052, skin, (x, y, 0.0262 if x < 0.09 else 0.0115), (1, 1, 0.88), 14)
    else:
        baked = stuff.soft(rgb("#f0dca8"), rgb("#a9682f"), scale=85, rough=0.5, bumpy=0.5)
        wedge = outline([(-0.052, -0.030), (0.052, -0.030), (0.052, 0.030), (-0.052, 0.030)], 0.006)
        move(slab("cheese", wedge, 0.013, baked, edge=0.003), by=(0.052, -0.016, 0.006), turn=(0, 0, math.radians(-24)))
        dollop(0.026, 0.0075, berries, (0.052, -0.015, 0.0185), seed=0.7, lumps=0.003, stretch=1.3)
        skin = stuff.soft(rgb("#e08a1e"), rgb("#c4650f"), scale=120, rough=0.3, depth=0.005, bumpy=0.1)
        for x, y, z in ((0.050, -0.012, 0.0245), (0.108, -0.030, 0.0066), (0.100, 0.020, 0.0066)):
            cloudberry(skin, (x, y, z))
    return jar


@picture("sinappi-mustard-use", View("use", elevation=33, fill=0.84))
def opened_mustard():
    """With a sausage after the sauna."""
    jar = mustard()
    grain, lid = jar[1].data.materials[0], jar[2]
    for part in list(bpy.context.scene.objects):
        if part.name.startswith("seed"):
            bpy.data.objects.remove(part)
    dollop(0.028, 0.006, grain, (0, 0, 0.0645), seed=2.4, lumps=0.0022)
    move(spoon(metal.steel(0.2, along="Y")), by=(-0.004, 0.006, 0.096), turn=(math.radians(-98), math.radians(-10), 0), scale=0.66)
    for part in bpy.context.scene.objects:
        move(part, by=(-0.056, 0.045, 0))
    move(lid, by=(-0.006, -0.110, -0.0706))
    move(plate_body(0.084, "snow"), by=(0.046, -0.014, 0))
    skin = stuff.soft(rgb("#a1552b"), rgb("#6e2f16"), scale=60, rough=0.3, depth=0.002, bumpy=0.12)
    path = [(-0.058, -0.006), (-0.054, -0.003), (-0.040, 0.004), (0.0, 0.010), (0.040, 0.004), (0.054, -0.003), (0.058, -0.006)]
    sausage = tube("sausage", [(x, y, 0.0135) for x, y in path], [0.003, 0.0095, 0.0128, 0.0135, 0.0128, 0.0095, 0.003], skin, sides=32)
    char = stuff.soft(rgb("#3f1d10"), rgb("#6e2f16"), scale=200, rough=0.5, depth=0)
    marks = []
    for k in range(5):
        x = -0.036 + 0.018 * k
        y = 0.010 - 3.8 * x * x
        marks.append(tube("mark", [(x + 0.003 * math.sin(a), y + 0.0132 * math.cos(a), 0.0135 + 0.0132 * math.sin(a)) for a in (math.radians(v) for v in range(20, 165, 12))], 0.0011, char, sides=8))
    move([sausage, *marks], by=(0.044, 0.006, 0.006), turn=(0, 0, math.radians(-20)))
    dollop(0.019, 0.009, grain, (0.040, -0.042, 0.006), seed=0.4, lumps=0.003, stretch=1.25)
    return jar


@picture("sieni-ceps-use", View("use", elevation=36, fill=0.84))
def soaking_ceps():
    """Twenty minutes in water, which one keeps."""
    jar = ceps()
    move(jar, by=(-0.060, 0.050, 0))
    move(jar[1], by=(-0.016, -0.112, -0.1026), turn=(0, 0, 0))
    flesh = stuff.soft(rgb("#dcc7a0"), rgb("#b3976a"), scale=150, rough=0.8, bumpy=0.6, depth=0)
    skin = stuff.soft(rgb("#6e4a2c"), rgb("#4a2f1c"), scale=150, rough=0.7, bumpy=0.6, depth=0)
    x, y = 0.050, -0.010
    move(bowl_body(0.078, 0.056, "sand"), by=(x, y, 0))
    move(turned("broth", [(0.0705, 0.0400), (0, 0.0400)], liquid.opaque(rgb("#54341a"), 0.06), smooth=False), by=(x, y, 0))
    chance = random.Random(5)
    for k in range(15):
        r, a = (0.050, math.tau * k / 9) if k < 9 else (0.024, math.tau * k / 5) if k < 14 else (0, 0)
        move(cep(flesh, skin, 5.0), by=(x + r * math.cos(a), y + r * math.sin(a), 0.0402 + 0.0006 * (k % 3)), turn=(chance.uniform(-0.12, 0.12), chance.uniform(-0.12, 0.12), chance.uniform(0, 6.3)), scale=chance.uniform(0.95, 1.25))
    for dx, dy, turn in ((-0.060, -0.068, 0.6), (-0.030, -0.092, 2.2), (0.006, -0.098, 4.0)):
        move(cep(flesh, skin, 9.0), by=(x + dx, y + dy, 0.0045), turn=(0.05, 0.1, turn), scale=1.15)
    return jar


@picture("niitty-tea-use", View("use", elevation=30, fill=0.84))
def brewed_tea():
    """The tin open, a glass of it brewed."""
    radius, height = 0.040, 0.105
    body, cap, label = tea(spilled=False)
    tin = [*hollow(body, radius, height - 0.004), label]
    colours = ("#6a6a3a", "#8a7a44", "#4e5a30", "#b8a15a", "#8e5a70", "#566aa8")
    skins = [stuff.plain(rgb(colour), 0.9) for colour in colours]

    def leaves():
        return [tube("leaf", [(-s, 0, 0), (0, 0, s * 0.2), (s, 0, 0)], [0.0002, 0.0011, 0.0002], skins[k % 6], sides=6, per_span=2, flat=0.45) for k, s in enumerate((0.003, 0.0042, 0.0036, 0.0048, 0.003, 0.0026) * 2)]
    inside = [mound(0.0385, 0.004, skins[0], (0, 0, 0.084)), *heap(leaves(), 420, 0.0375, 0.005, 3, (0, 0, 0.0855))]
    move([*tin, *inside], by=(-0.046, 0.040, 0))
    move(cap, by=(-0.052, -0.062, 0.0168 - height))
    x, y = 0.046, -0.014
    brew = turned("brew", [(0, 0.0092), (0.0302, 0.0095), (0.0318, 0.013), (0.0340, 0.040), (0.0358, 0.068), (0.0358, 0.068), (0, 0.068)], glass.syrup(rgb("#d8a63c"), 0.10), per_span=4)
    move([tumbler_body("clear"), brew], by=(x, y, 0))
    heap(leaves(), 12, 0.024, 0.0004, 9, (x, y, 0.0682), 0.1)
    heap(leaves(), 70, 0.014, 0.004, 4, (0.014, -0.082, 0.0008), 0.3)
    return [*tin, cap]


@picture("lakritsi-tin-use", View("use", elevation=44, fill=0.82))
def opened_liquorice():
    """The tin full, its lid beside it."""
    radius, height = 0.045, 0.026
    body, cap, print_ = liquorice()
    tin = hollow(body, radius, height - 0.002)
    sweet = stuff.soft(rgb("#1c1614"), rgb("#120e0c"), scale=60, rough=0.28, depth=0, bumpy=0.08)
    piece = tube("piece", [(-0.009, 0, 0), (-0.0085, 0, 0), (0.0085, 0, 0), (0.009, 0, 0)], [0.0054, 0.0060, 0.0060, 0.0054], sweet, sides=24, smooth=False)
    chance = random.Random(3)
    for z, rings in ((0.0085, ((0.0335, 10), (0.016, 5))), (0.0185, ((0.0325, 9), (0.0145, 4))), (0.0275, ((0.014, 3),))):
        for ring, count in rings:
            for k in range(count):
                a = math.tau * k / count + z * 60
                move(copies(piece), by=(ring * math.cos(a), ring * math.sin(a), z), turn=(0, chance.uniform(-0.12, 0.12), a + math.pi / 2 + chance.uniform(-0.5, 0.5)))
    bpy.data.objects.remove(piece)
    move([cap, print_], by=(0.072, 0.059, 0.0145 - height), turn=(0, 0, math.radians(10)))
    return [*tin, cap, print_]


@picture("piparkakku-biscuits-use", View("use", elevation=44, fill=0.84))
def opened_biscuits():
    """Hearts and stars as they lie in the tin, three of them in front of it."""
    radius, height = 0.078, 0.062
    body, cap, print_ = biscuits()
    tin = hollow(body, radius, height - 0.002)
    baked = [part for part in bpy.context.scene.objects if part.name.startswith(("heart", "star"))]
    chance = random.Random(21)
    turned("paper", [(radius - 0.002, 0.030), (0, 0.030)], stuff.paper(rgb("#f3eee3")), smooth=False)
    for z, ring, count in ((0.031, 0.043, 6), (0.037, 0.038, 6), (0.043, 0.041, 6), (0.049, 0.038, 5), (0.0555, 0.010, 1)):
        for k in range(count):
            a = math.tau * k / count + z * 90
            one = copies(baked[0 if (k + count) % 2 else 1])
            one.matrix_world = Matrix()
            move(one, by=(ring * math.cos(a), ring * math.sin(a), z + 0.0008 * (k % 2)), turn=(chance.uniform(-0.10, 0.10), chance.uniform(-0.10, 0.10), chance.uniform(0, 6.3)))
    for part, x, y, turn in zip(baked, (0.004, 0.068, -0.062), (-0.118, -0.108, -0.106), (0.35, 0.1, 0.8)):
        part.matrix_world = Matrix()
        move(part, by=(x, y, 0.0004), turn=(0, 0, turn))
    move([cap, print_], by=(0, 0, -height))
    leaning([cap, print_], radius + 0.0015, 0.0145, radius, height - 0.002, -14, 62)
    return [*tin, cap, print_]


@picture("muikku-vendace-use", View("use", elevation=42, fill=0.84))
def opened_fish():
    """In its oil, and on rye with an egg."""
    wide, deep, high = 0.106, 0.060, 0.022
    tin, seam, lid, pull = fish()
    turn = math.radians(16)
    rim = outline([(-wide / 2, -deep / 2), (wide / 2, -deep / 2), (wide / 2, deep / 2), (-wide / 2, deep / 2)], 0.018, 12)
    for part in (tin, seam):
        cut(part, [move(slab("room", [(x * 0.965, y * 0.94) for x, y in rim], 0.05, None, edge=0, base=0.0015), turn=(0, 0, turn))])
    oil = slab("oil", [(x * 0.962, y * 0.935) for x, y in rim], 0.0150, glass.syrup(rgb("#d9a92c"), 0.15), edge=0, base=0.0018)
    smoked = stuff.smoked_fish()

    def vendace():
        body = lofted("vendace", [(-0.047, 0.0042, 0.0030, 0), (-0.044, 0.0062, 0.0048, 0), (-0.020, 0.0076, 0.0058, 0), (0.010, 0.0068, 0.0052, 0), (0.030, 0.0036, 0.0030, 0), (0.036, 0.0024, 0.0018, 0), (0.037, 0.0010, 0.0008, 0)], smoked, around=28)
        fin = slab("fin", outline([(-0.0016, 0.034), (0.0016, 0.034), (0.0070, 0.046), (0.0, 0.0425), (-0.0070, 0.046)], [0.001, 0.001, 0.002, 0.002, 0.002]), 0.0008, smoked, edge=0, base=-0.0004)
        return [body, fin]
    lying = [oil]
    for k in range(4):
        lying += move(vendace(), by=(0.001 * (-1) ** k, -0.0195 + 0.0130 * k, 0.0150), turn=(0, 0.12, math.radians(90 if k % 2 else -90)))
    move(lying, turn=(0, 0, turn))
    group = [tin, seam, *lying]
    move(group, by=(-0.034, 0.050, 0))
    move([lid, pull], by=(0.0, 0.0, -high), turn=(0, 0, -turn))
    move([lid, pull], by=(-0.042, -0.026, 0.0145), turn=(math.radians(26), 0, turn))
    x, y = 0.046, -0.064
    bread = slice_of_bread()
    white, yolk = stuff.soft(rgb("#f7f3e6"), rgb("#efe6cf"), scale=60, rough=0.3, depth=0.006, bumpy=0.1), stuff.soft(rgb("#f0a82c"), rgb("#e6951c"), scale=240, rough=0.6, depth=0.004, bumpy=0.3)
    eggs = []
    for dx, dy, tip in ((-0.024, 0.012, 0.12), (0.002, 0.016, 0.10), (0.026, 0.010, 0.14)):
        eggs += move([turned("white", [(0, 0), (0.0165, 0), (0.0170, 0.0015), (0.0165, 0.0030), (0, 0.0030)], white), turned("yolk", [(0.0098, 0.0026), (0.0092, 0.0036), (0, 0.0038)], yolk)], by=(dx, dy, 0.0140), turn=(tip, tip, 0))
    top = [*move(vendace(), by=(0, -0.017, 0.0180), turn=(0, 0.12, math.radians(86))), *move(vendace(), by=(0.002, -0.003, 0.0190), turn=(0, 0.12, math.radians(-98)), scale=0.94)]
    dill = stuff.plain(rgb("#5a7434"), 0.6)
    chance = random.Random(7)
    for k in range(26):
        a, x0, y0 = chance.uniform(0, 6.3), chance.gauss(0, 0.013), chance.gauss(-0.004, 0.006)
        top.append(tube("dill", [(x0, y0, 0.0265), (x0 + 0.004 * math.cos(a), y0 + 0.004 * math.sin(a), 0.0285), (x0 + 0.008 * math.cos(a + 0.4), y0 + 0.008 * math.sin(a + 0.4), 0.0270)], 0.00035, dill, sides=6))
    move([bread, *eggs, *top], by=(x, y, 0), turn=(0, 0, math.radians(-14)))
    return [tin, seam, lid, pull]
