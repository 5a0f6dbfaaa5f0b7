"""Bags and bottles in use: oats in the bowl, flour in the scoop, syrup on ice cream, a glass of glögi."""
import math
import random

import bpy

from catalogue import picture
from camera import View
from families.beside import heap, mound
from families.bottles import glogi, syrup
from families.bowls import bowl_body
from families.glassware import tumbler_body
from families.packets import flour, oats
from forms.lathe import turned, vessel
from forms.mesh import bevel, cut, move, thicken, thing
from forms.solids import block, sphere
from materials import glass, stuff, wood
from materials.nodes import rgb


@picture("kaura-oats-use", View("use", elevation=27, fill=0.84))
def oats_in_a_bowl():
    bag = oats(spilled=False)
    move(bag, by=(-0.050, 0.075, 0), turn=(0, 0, math.radians(10)))
    skins = [stuff.soft(rgb(light), rgb(dark), scale=500, rough=0.8, depth=0) for light, dark in (("#e9d7ae", "#cfb27c"), ("#e0c999", "#c4a36a"))]
    x, y = 0.050, -0.030

    def flakes():
        return [sphere("flake", 0.0043, skins[k % 2], squash=(1.2, 0.6 + 0.1 * k, 0.17), rings=8) for k in range(4)]
    move(bowl_body(0.078, 0.066, "fog"), by=(x, y, 0))
    mound(0.071, 0.021, skins[1], (x, y, 0.0475))
    heap(flakes(), 900, 0.0705, 0.022, 5, (x, y, 0.0480), 0.45)
    heap(flakes(), 46, 0.034, 0.0, 12, (-0.058, -0.056, 0.0014), 0.2)
    return bag


def scoop():
    """Turned from birch, hollowed and cut slantwise, with a knob to hold it by; its mouth looks towards +x."""
    birch = wood.wood("birch", "Z", rings=150)
    body = vessel("scoop", [(0.018, 0.0), (0.0235, 0.002), (0.026, 0.010), (0.026, 0.010), (0.026, 0.078), (0.026, 0.078), (0.026, 0.080)], 0.0032, birch, floor=0.008)
    tool = block("slant", (0.20, 0.10, 0.20), birch, 0)
    cut(body, [move(tool, by=(0.012, 0, 0.042), turn=(0, math.radians(-34), 0))])
    bevel(body, 0.0007, 2)
    grip = turned("grip", [(0, 0.004), (0.009, 0.003), (0.0075, -0.004), (0.0068, -0.030), (0.0092, -0.048), (0.0095, -0.058), (0.0060, -0.064), (0, -0.065)], birch)
    return [body, grip]


@picture("ruis-flour-use", View("use", elevation=29, fill=0.84))
def flour_in_a_scoop():
    bag = flour(spilled=False)
    move(bag, by=(-0.045, 0.070, 0), turn=(0, 0, math.radians(8)))
    dust = stuff.soft(rgb("#e2d4ba"), rgb("#d6c5a6"), scale=260, rough=1.0, depth=0, bumpy=0.35, contrast=0.92)
    x, y = 0.052, -0.050
    hill = turned("hill", [(0.062, 0), (0.046, 0.0045), (0.026, 0.0190), (0.010, 0.0290), (0, 0.0305)], dust)
    for vertex in hill.data.vertices:
        a = math.atan2(vertex.co.y, vertex.co.x)
        vertex.co.x *= 1 + 0.06 * math.sin(3 * a) + 0.04 * math.sin(7 * a + 1)
        vertex.co.y *= 1 + 0.05 * math.sin(2 * a + 2) + 0.03 * math.sin(9 * a)
    move(hill, by=(x + 0.030, y + 0.012, 0))
    held = sphere("held", 0.0222, dust, (0, 0, 0.032), (0.95, 1, 1.35), 24)
    parts = [*scoop(), held]
    move(parts, turn=(0, math.radians(82), 0))
    move(parts, by=(x - 0.040, y - 0.026, 0.0265), turn=(0, 0, math.radians(22)))
    grain = stuff.soft(rgb("#a98a54"), rgb("#7d6238"), scale=300, rough=0.6, depth=0)
    chance = random.Random(9)
    for _ in range(16):
        one = sphere("grain", 0.0019, grain, squash=(2.0, 0.9, 0.9), rings=10)
        move(one, by=(-0.062 + chance.gauss(0, 0.014), -0.050 + chance.gauss(0, 0.010), 0.0017), turn=(0, 0, chance.uniform(0, 6.3)))
    return bag


@picture("kuusi-syrup-use", View("use", elevation=29, fill=0.84))
def syrup_on_ice_cream():
    bottle = syrup()
    for part in bpy.context.scene.objects:
        move(part, by=(-0.055, 0.050, 0))
    x, y = 0.042, -0.026
    move(bowl_body(0.064, 0.048, "moss"), by=(x, y, 0))
    cream = stuff.soft(rgb("#f7efdc"), rgb("#efe2c6"), scale=240, rough=0.6, depth=0.004, bumpy=0.6)
    amber = stuff.soft(rgb("#a8580f"), rgb("#8a4208"), scale=20, rough=0.06, depth=0.004, bumpy=0)
    move(turned("pool", [(0.0560, 0.0310), (0, 0.0310)], stuff.plain(rgb("#8e4a12"), 0.06, coat=0.6), smooth=False), by=(x, y, 0))
    for k, (dx, dy, z) in enumerate(((-0.022, 0.012, 0.046), (0.024, 0.012, 0.046), (0.0, -0.020, 0.047))):
        ball = sphere("scoop", 0.0235, cream, rings=40)
        for vertex in ball.data.vertices:
            px, py, pz = (4 * part / 0.0235 for part in vertex.co)
            vertex.co *= 1 + 0.016 * math.sin(1.5 * px + k) * math.sin(1.4 * py + 2 * k) + 0.010 * math.sin(4 * pz + 2 * px + k) * math.sin(3 * py)
        move(ball, by=(x + dx, y + dy, z))
        move(poured_over(0.0246, amber, k), by=(x + dx, y + dy, z))
    return bottle


def poured_over(radius, skin, seed):
    """A coat that runs down a ball in tongues, and is thicker where it ends."""
    points, faces, around, rows = [(0, 0, radius * 1.02)], [], 96, 18
    for row in range(1, rows + 1):
        t = row / rows
        for i in range(around):
            a = math.tau * i / around
            end = 0.78 + 0.22 * math.sin(2 * a + 2 * seed) + 0.20 * math.sin(3 * a + 5 * seed + 1) + 0.20 * max(0.0, math.sin(7 * a + seed)) ** 2 + 0.22 * max(0.0, math.sin(4 * a + 3 * seed)) ** 3
            polar = max(0.35, end) * t
            r = radius * (1.0 + 0.035 * t ** 3) if row < rows else radius * 0.94
            points.append((r * math.sin(polar) * math.cos(a), r * math.sin(polar) * math.sin(a), r * math.cos(polar)))
    for i in range(around):
        faces.append((0, 1 + i, 1 + (i + 1) % around))
        for row in range(rows - 1):
            a, b = 1 + row * around + i, 1 + row * around + (i + 1) % around
            faces.append((a, a + around, b + around, b))
    return thing("coat", points, faces, skin)


@picture("glogi-bottle-use", View("use", 17, 0, 1, (0.014, 0.0, 0.088), 0.245, 14))
def glass_of_glogi():
    """Warm, with almonds and raisins in it."""
    bottle = glogi()
    move(bottle, by=(-0.044, 0.050, 0))
    x, y = 0.050, -0.012
    drink = glass.syrup(rgb("#9c1430"), 0.35)
    move([tumbler_body("clear"), turned("glogi", [(0, 0.0092), (0.0302, 0.0095), (0.0318, 0.013), (0.0340, 0.040), (0.0356, 0.064), (0.0356, 0.064), (0, 0.064)], drink, per_span=4)], by=(x, y, 0))
    almond, raisin = stuff.soft(rgb("#efdcb8"), rgb("#dcc090"), scale=160, rough=0.5), stuff.soft(rgb("#3a2018"), rgb("#24120e"), scale=300, rough=0.45, depth=0, bumpy=1.0)
    brown = stuff.soft(rgb("#9a6234"), rgb("#74451f"), scale=240, rough=0.7, depth=0)

    def nut(skin, size=0.0062):
        made = sphere("almond", size, skin, squash=(1.65, 0.95, 0.6), rings=18)
        for vertex in made.data.vertices:
            vertex.co.y *= 1 - 0.42 * max(0.0, vertex.co.x / (size * 1.65)) ** 2
        return made
    for dx, dy, turn in ((0.010, -0.016, 0.4), (-0.014, -0.006, 2.0), (0.004, 0.014, 3.6), (-0.006, -0.022, 1.2)):
        move(nut(almond), by=(x + dx, y + dy, 0.0650), turn=(0.1, 0.1, turn))
    chance = random.Random(6)
    for k in range(8):
        r, a = 0.026 * chance.random() ** 0.5, chance.uniform(0, 6.3)
        sphere("raisin", 0.0044, raisin, (x + r * math.cos(a), y + r * math.sin(a), 0.0645), (1.2, 0.9, 0.7), 12)
    for dx, dy, turn in ((-0.006, -0.064, 0.5), (0.008, -0.072, 2.4), (-0.022, -0.058, 1.3), (-0.010, -0.080, 2.9)):
        move(nut(brown), by=(dx, dy, 0.0037), turn=(0, 0, turn))
    for dx, dy in ((0.020, -0.058), (-0.040, -0.078), (0.028, -0.070), (-0.038, -0.048)):
        sphere("raisin", 0.0044, raisin, (dx, dy, 0.0030), (1.2, 0.9, 0.7), 12)
    bark = stuff.soft(rgb("#8a4f26"), rgb("#673717"), scale=140, rough=0.75, depth=0, bumpy=0.6)
    for dx, dy, turn in ((0.072, -0.066, 0.55), (0.078, -0.056, 0.75)):
        rolls = []
        for side in (-1, 1):
            curl = [(0, side * (0.0035 + (0.0035 - 0.00022 * k) * math.cos(0.42 * k)), 0.0042 + (0.0036 - 0.00022 * k) * math.sin(0.42 * k)) for k in range(14)]
            points = [(along, py, pz) for along in (-0.030, 0.030) for _, py, pz in curl]
            faces = [(k, k + 1, k + 15, k + 14) for k in range(13)]
            rolls.append(thicken(thing("cinnamon", points, faces, bark), 0.0007))
        move(rolls, by=(dx, dy, 0.0004), turn=(0, 0, turn))
    return bottle
