"""Enamel on steel: Kuu pots and mugs, storage tins, the pie dish."""
import math
import random

from catalogue import model, picture
from camera import View, close
from families.pouring import pulled
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import move
from forms.solids import sphere
from materials import metal, stuff, wood
from materials.nodes import rgb

RIMS = {"cream": "green", "blueberry": "white", "white": "blueberry", "moss": "cream", "rust": "cream", "fog": "black", "mustard": "black"}
INSIDE = "white"


def skin_and_lining(colour, outside, wall=0.0016, floor=0.002, flecks=0.0):
    """The vessel, its rolled rim in a second colour, and the white lining that shows within."""
    radius, height = outside[-1]
    body = vessel("body", outside, wall, metal.enamel(colour, flecks), floor=floor)
    lining = [(r - wall - 0.0004, z + (floor if i == 0 else 0)) for i, (r, z) in enumerate(outside[1:])]
    lining = turned("lining", [(0, lining[0][1] + 0.0006), (lining[0][0] * 0.97, lining[0][1] + 0.0008), *lining], metal.enamel(INSIDE))
    roll = [(radius * math.cos(math.tau * k / 96), radius * math.sin(math.tau * k / 96), height) for k in range(96)]
    rim = tube("rim", roll, 0.0021, metal.enamel(RIMS.get(colour, "black")), closed=True, per_span=1, sides=14)
    return [body, lining, rim]


@picture("kuu-pot-cream", View("front", elevation=24), colour="cream")
@picture("kuu-pot-blueberry", View("front", elevation=24), colour="blueberry")
@picture("kuu-pot-cream-detail", close((0.0, -0.06, 0.155), 0.15, elevation=34), colour="cream")
@model("kuu-pot", colour="cream")
def pot(colour):
    radius, height = 0.105, 0.118
    outside = [(radius * 0.86, 0.0), (radius * 0.90, 0.0006), (radius * 0.955, 0.006), (radius * 0.99, 0.026), (radius * 0.99, height * 0.6), (radius, height)]
    made = skin_and_lining(colour, outside)
    skin, second = metal.enamel(colour), metal.enamel(RIMS[colour])
    top = height + 0.002
    lid = turned("lid", [(0, top - 0.001), (radius * 0.93, top - 0.001), (radius * 0.955, top), (radius + 0.003, top + 0.0004), (radius + 0.0035, top + 0.0022), (radius * 0.96, top + 0.0045),
                         (radius * 0.75, top + 0.0135), (radius * 0.40, top + 0.0215), (0.018, top + 0.0235), (0, top + 0.0238)], skin)
    roll = [((radius + 0.0032) * math.cos(math.tau * k / 96), (radius + 0.0032) * math.sin(math.tau * k / 96), top + 0.0012) for k in range(96)]
    edge = tube("edge", roll, 0.0017, second, closed=True, per_span=1, sides=12)
    stem = turned("ferrule", [(0, top + 0.022), (0.0078, top + 0.0225), (0.0070, top + 0.0275), (0, top + 0.028)], metal.steel(0.2))
    knob = turned("knob", [(0, top + 0.0272), (0.0085, top + 0.0272), (0.0105, top + 0.031), (0.0175, top + 0.0385), (0.0195, top + 0.0445), (0.0165, top + 0.0500), (0.008, top + 0.0525), (0, top + 0.0527)],
                  wood.wood("birch", "Z"))
    ears = []
    for side in (-1, 1):
        z = height - 0.026
        path = [(side * radius * 0.985, -0.038, z), (side * (radius + 0.012), -0.040, z + 0.003), (side * (radius + 0.032), -0.030, z + 0.008), (side * (radius + 0.037), 0, z + 0.010),
                (side * (radius + 0.032), 0.030, z + 0.008), (side * (radius + 0.012), 0.040, z + 0.003), (side * radius * 0.985, 0.038, z)]
        ears.append(tube("ear", path, 0.0046, second, sides=18))
    return move([*made, lid, edge, stem, knob, *ears], turn=(0, 0, math.radians(-22)))


@picture("kuu-saucepan-white", View("front", elevation=28), colour="white")
@picture("kuu-saucepan-moss", View("front", elevation=28), colour="moss")
@picture("kuu-saucepan-white-detail", close((-0.035, -0.03, 0.072), 0.14, elevation=36), colour="white")
@model("kuu-saucepan", colour="white")
def saucepan(colour):
    radius, height = 0.075, 0.082
    outside = [(radius * 0.84, 0.0), (radius * 0.88, 0.0006), (radius * 0.95, 0.006), (radius * 0.985, 0.022), (radius * 0.985, height * 0.6), (radius * 1.01, height)]
    made = skin_and_lining(colour, outside)
    for part in made:
        pulled(part, math.pi * 0.86, height * 0.72, 0.13, 0.26)
    second = metal.enamel(RIMS[colour])
    neck = tube("neck", [(radius * 0.95, 0, height * 0.80), (radius + 0.020, 0, height * 0.83), (radius + 0.050, 0, height * 0.90)], [0.011, 0.0075, 0.0075], second, flat=0.7, tilt=(0, 1, 0))
    grip = tube("grip", [(radius + 0.046, 0, height * 0.888), (radius + 0.054, 0, height * 0.908), (radius + 0.10, 0, height * 1.02), (radius + 0.148, 0, height * 1.143), (radius + 0.157, 0, height * 1.165), (radius + 0.1605, 0, height * 1.174)],
                [0.0085, 0.0108, 0.0112, 0.0122, 0.0098, 0.004], wood.wood("birch", "X"), flat=0.8, tilt=(0, 1, 0))
    return move([*made, neck, grip], turn=(0, 0, math.radians(-24)))


@picture("kuu-mug-cream", View("front", elevation=22), colour="cream")
@picture("kuu-mug-blueberry", View("front", elevation=22), colour="blueberry", flecks=0.85)
@picture("kuu-mug-rust", View("front", elevation=22), colour="rust")
@picture("kuu-mug-blueberry-detail", close((-0.01, -0.03, 0.07), 0.085, elevation=30), colour="blueberry", flecks=0.85)
@model("kuu-mug", colour="cream")
def mug(colour, flecks=0.0):
    radius, height = 0.042, 0.080
    outside = [(radius * 0.86, 0.0), (radius * 0.90, 0.0005), (radius * 0.955, 0.004), (radius * 0.985, 0.016), (radius * 0.99, height * 0.7), (radius * 1.01, height)]
    made = skin_and_lining(colour, outside, wall=0.0013, flecks=flecks)
    path = [(radius * 0.97 + 0.026 * math.copysign(abs(math.cos(a)) ** 0.7, math.cos(a)), 0, height * 0.50 + height * 0.285 * math.sin(a)) for a in (math.radians(94 - 188 * k / 16) for k in range(17))]
    ear = tube("ear", path, 0.0056, metal.enamel(RIMS[colour]), flat=0.36, tilt=(0, 1, 0), per_span=4)
    return move([*made, ear], turn=(0, 0, math.radians(-26)))


@picture("purkki-tin-cream", View("front", elevation=18), colour="cream")
@picture("purkki-tin-moss", View("front", elevation=18), colour="moss")
@picture("purkki-tin-mustard", View("front", elevation=18), colour="mustard")
@picture("purkki-tin-cream-detail", close((0, -0.03, 0.135), 0.11, elevation=30), colour="cream")
@model("purkki-tin", colour="cream")
def storage_tin(colour):
    radius, height = 0.056, 0.118
    outside = [(radius * 0.95, 0.0), (radius * 0.97, 0.0004), (radius, 0.004), (radius, height * 0.5), (radius, height)]
    made = skin_and_lining(colour, outside)
    top = height + 0.0018
    lid = turned("lid", [(0, top), (radius + 0.001, top), (radius + 0.001, top), (radius + 0.0024, top + 0.0012), (radius + 0.0026, top + 0.003), (radius + 0.0026, top + 0.0135), (radius + 0.0016, top + 0.0162), (radius - 0.002, top + 0.0172), (0, top + 0.0180)],
                 wood.wood("beech", "X", rings=70))
    knob = turned("knob", [(0, top + 0.018), (0.0072, top + 0.018), (0.0068, top + 0.024), (0.0122, top + 0.030), (0.0132, top + 0.0345), (0.009, top + 0.0385), (0, top + 0.0395)], wood.wood("beech", "Z"))
    return [*made, lid, knob]


@picture("uuni-pie-dish", View("front", elevation=34))
@picture("uuni-pie-dish-use", View("use", elevation=46), filled=True)
@model("uuni-pie-dish")
def pie_dish(filled=False):
    radius, height = 0.13, 0.042
    outside = [(radius * 0.76, 0.0), (radius * 0.79, 0.0006), (radius * 0.83, 0.006), (radius * 0.90, height * 0.75), (radius * 0.93, height - 0.002), (radius, height)]
    made = skin_and_lining("white", outside)
    if filled:
        _blueberry_pie(radius * 0.885, 0.030)
    return made


def _blueberry_pie(radius, height):
    chance = random.Random(3)
    crust = stuff.soft(rgb("#d6a869"), rgb("#b07d42"), scale=140, bumpy=0.9)
    turned("crust", [(radius - 0.008, height - 0.006), (radius + 0.003, height), (radius + 0.004, height + 0.006), (radius - 0.002, height + 0.0095), (radius - 0.010, height + 0.006), (radius - 0.012, height - 0.004)], crust, closed=True)
    filling = stuff.preserve(rgb("#3a1438"))
    turned("filling", [(radius - 0.008, height), (radius * 0.6, height + 0.001), (0, height + 0.0012)], filling)
    berry = stuff.soft(rgb("#28294a"), rgb("#181427"), scale=140, rough=0.4)
    for _ in range(150):
        angle, distance = chance.uniform(0, math.tau), (radius - 0.018) * chance.random() ** 0.5
        sphere("berry", chance.uniform(0.0048, 0.0064), berry, (distance * math.cos(angle), distance * math.sin(angle), height + 0.0035), (1, 1, 0.85), 10)
