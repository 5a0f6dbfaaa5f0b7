"""Cast iron from Ahti: pans, the casserole, the trivet, candle holders."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import bevel, cut, move, thing
from forms.solids import outline, slab, sphere
from materials import metal, stuff
from materials.nodes import rgb

HIGH = View("front", elevation=36)
OVER = View("top", elevation=74, fill=0.82)


def handle(reach, iron, wide=0.030, height=0.030, lean=0.10, hole=True):
    """A flat handle that grows out of the wall, narrows, and ends round with an eye to hang it by."""
    line = outline([(-0.004, -wide * 0.9), (reach * 0.25, -wide * 0.42), (reach - wide * 0.55, -wide * 0.5), (reach, 0), (reach - wide * 0.55, wide * 0.5),
                    (reach * 0.25, wide * 0.42), (-0.004, wide * 0.9)], [0.001, 0.05, 0.02, 0.03, 0.02, 0.05, 0.001], steps=10)
    grip = slab("handle", line, 0.0095, iron, edge=0)
    if hole:
        eye = [(reach - wide * 0.60 + wide * 0.36 * math.cos(a), wide * 0.21 * math.sin(a)) for a in (math.tau * k / 40 for k in range(40))]
        cut(grip, [slab("eye", eye, 0.05, iron, edge=0, base=-0.02)])
    bevel(grip, 0.0028, 4)
    return move(grip, by=(0, 0, height), turn=(0, -lean, 0))


def pan_body(radius, height, iron, wall=0.0042):
    outside = [(radius * 0.80, 0.0), (radius * 0.815, 0.0004), (radius * 0.84, 0.004), (radius * 0.93, height * 0.5), (radius, height - 0.002)]
    return vessel("pan", outside, wall, iron, floor=0.0045)


@picture("ahti-pan", HIGH)
@picture("ahti-pan-use", View("use", elevation=48), egg=True)
@picture("ahti-pan-detail", close((0.105, -0.115, 0.035), 0.17, elevation=34))
@model("ahti-pan")
def pan(egg=False):
    iron = metal.cast_iron()
    radius, height = 0.12, 0.046
    body = pan_body(radius, height, iron)
    for vertex in body.data.vertices:  # the two pouring lips
        side = abs(math.sin(math.atan2(vertex.co.y, vertex.co.x)))
        if vertex.co.z > height * 0.5:
            rise = (vertex.co.z - height * 0.5) / (height * 0.5)
            push = 1 + 0.055 * rise * max(0.0, (side - 0.955) / 0.045) ** 0.8
            vertex.co.x *= push
            vertex.co.y *= push
    grip = move(handle(0.155, iron), by=(radius - 0.004, 0, 0))
    ear = tube("ear", [(-radius + 0.006, -0.034, 0.036), (-radius - 0.013, -0.026, 0.040), (-radius - 0.019, 0, 0.041), (-radius - 0.013, 0.026, 0.040), (-radius + 0.006, 0.034, 0.036)],
               0.0062, iron, flat=0.75, tilt=(0, 0, 1))
    if egg:
        fried_egg(0.0055)
    return move([body, grip, ear], turn=(0, 0, math.radians(-50)))


def fried_egg(height):
    white = stuff.soft(rgb("#f7f3e6"), rgb("#efe3c4"), scale=60, rough=0.3, depth=0.006, bumpy=0.5)
    points, faces, around, rows = [(0, 0, height + 0.0045)], [], 72, 9
    for row in range(1, rows + 1):
        t = row / rows
        for i in range(around):
            a = math.tau * i / around
            r = (0.047 + 0.008 * math.sin(2 * a + 1) + 0.005 * math.sin(3 * a) + 0.003 * math.sin(7 * a + 2)) * t
            z = height + 0.0045 * (1 - t ** 3) + 0.0012 * math.sin(5 * a + 4 * t) * t * (1 - t)
            points.append((r * math.cos(a) - 0.01, r * math.sin(a) + 0.004, z))
    for i in range(around):
        faces.append((0, 1 + i, 1 + (i + 1) % around))
        for row in range(rows - 1):
            a, b = 1 + row * around + i, 1 + row * around + (i + 1) % around
            faces.append((a, a + around, b + around, b))
    thing("white", points, faces, white)
    yolk = stuff.soft(rgb("#f0a01c"), rgb("#ea9212"), scale=30, rough=0.12, depth=0.008, bumpy=0.05)
    sphere("yolk", 0.0185, yolk, (-0.014, 0.008, height + 0.005), (1, 1, 0.5))
    pepper = stuff.plain(rgb("#26201a"), 0.8)
    chance = random.Random(5)
    for _ in range(22):
        sphere("pepper", chance.uniform(0.0004, 0.0008), pepper, (chance.gauss(-0.01, 0.02), chance.gauss(0.004, 0.02), height + 0.0058), rings=5)


@picture("lettu-pan", HIGH)
@picture("lettu-pan-top", OVER)
@model("lettu-pan")
def blini_pan():
    """Seven small pancakes at a time."""
    iron = metal.cast_iron()
    radius = 0.118
    body = turned("pan", [(0, 0.004), (0.100, 0.004), (0.106, 0.002), (0.112, 0.004), (radius, 0.014), (radius + 0.001, 0.021), (radius - 0.003, 0.0225), (radius - 0.006, 0.0215), (0.106, 0.0185), (0.0, 0.0185)], iron, per_span=5)
    tools = []
    for i in range(7):
        x, y = (0, 0) if i == 0 else (0.0715 * math.cos(math.tau * i / 6), 0.0715 * math.sin(math.tau * i / 6))
        tool = turned("hollow", [(0, 0.0085), (0.0285, 0.0085), (0.0305, 0.0092), (0.0318, 0.0112), (0.0335, 0.0195), (0.0345, 0.03), (0, 0.03)], iron, smooth=False, segments=72)
        tools.append(move(tool, by=(x, y, 0)))
    cut(body, tools)
    bevel(body, 0.0011, 2, angle=0.9)
    grip = move(handle(0.150, iron, height=0.012), by=(radius - 0.006, 0, 0))
    return move([body, grip], turn=(0, 0, math.radians(-50)))


@picture("ahti-casserole-raspberry", View("front", elevation=24), colour="raspberry")
@picture("ahti-casserole-green", View("front", elevation=24), colour="green")
@picture("ahti-casserole-black", View("front", elevation=24), colour="black")
@picture("ahti-casserole-raspberry-detail", close((0.02, -0.06, 0.145), 0.16, elevation=34), colour="raspberry")
@model("ahti-casserole", colour="raspberry")
def casserole(colour):
    skin = metal.enamel(colour, gloss=0.14)
    radius, height = 0.128, 0.105
    outside = [(radius * 0.80, 0.0), (radius * 0.84, 0.0008), (radius * 0.90, 0.007), (radius * 0.97, 0.04), (radius, height - 0.004), (radius * 1.006, height - 0.002)]
    body = vessel("pot", outside, 0.0055, skin, floor=0.006)
    rim = turned("rim", [(radius - 0.006, height - 0.001), (radius + 0.0012, height - 0.001), (radius + 0.0018, height + 0.0008), (radius + 0.0006, height + 0.0024), (radius - 0.005, height + 0.0024)],
                 metal.cast_iron(gloss=0.5), closed=True, smooth=False)
    top = height + 0.0022
    lid = turned("lid", [(0, top), (radius * 0.95, top), (radius + 0.001, top + 0.0008), (radius + 0.002, top + 0.0042), (radius - 0.006, top + 0.0105), (radius * 0.72, top + 0.0205),
                         (radius * 0.38, top + 0.0262), (0.030, top + 0.0275), (0.0, top + 0.0280)], skin)
    knob = turned("knob", [(0.0, top + 0.026), (0.0115, top + 0.026), (0.0102, top + 0.031), (0.0095, top + 0.037), (0.0175, top + 0.0435), (0.0215, top + 0.0495), (0.0195, top + 0.0545), (0.0105, top + 0.0570), (0, top + 0.0572)],
                  metal.brass())
    ears = []
    for side in (-1, 1):
        path = [(side * (radius - 0.006), -0.046, height - 0.020), (side * (radius + 0.016), -0.040, height - 0.014), (side * (radius + 0.027), -0.016, height - 0.011),
                (side * (radius + 0.027), 0.016, height - 0.011), (side * (radius + 0.016), 0.040, height - 0.014), (side * (radius - 0.006), 0.046, height - 0.020)]
        ears.append(tube("ear", path, [0.0105, 0.0088, 0.0080, 0.0080, 0.0088, 0.0105], skin, flat=0.72, sides=28))
    return move([body, rim, lid, knob, *ears], turn=(0, 0, math.radians(-20)))


@picture("lumi-trivet", HIGH)
@picture("lumi-trivet-top", OVER)
@model("lumi-trivet")
def trivet():
    """A snow crystal of six arms, cast in one."""
    iron = metal.cast_iron()
    made = []
    bars = []
    for i in range(6):
        a = math.tau * i / 6
        bars.append(((0.012, 0), (0.086, 0), a))
        for t in (0.040, 0.062):
            bars += [((t, 0), (t + 0.020, 0.022 * s), a) for s in (-1, 1)]
    for (x1, y1), (x2, y2), a in bars:
        spin = lambda x, y: (x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a), 0.0145)  # noqa: E731
        made.append(tube("bar", [spin(x1, y1), spin((x1 + x2) / 2, (y1 + y2) / 2), spin(x2, y2)], [0.0048, 0.0045, 0.0042], iron, sides=16, flat=0.9))
    ring = lambda r: [(r * math.cos(math.tau * k / 72), r * math.sin(math.tau * k / 72), 0.0145) for k in range(72)]  # noqa: E731
    made += [tube("ring", ring(r), w, iron, closed=True, per_span=2, sides=16, flat=0.9) for r, w in ((0.020, 0.0046), (0.088, 0.0056))]
    for i in range(3):
        a = math.tau * (i + 0.5) / 3
        made.append(move(turned("foot", [(0, 0), (0.005, 0.0002), (0.0062, 0.002), (0.006, 0.013), (0, 0.014)], iron, segments=32), by=(0.088 * math.cos(a), 0.088 * math.sin(a), 0)))
    return move(made, turn=(0, 0, 0.2))
