"""Candles and what holds them, and the lamps."""
import math

import bpy

from catalogue import model, picture
from camera import View, close
from families.jars import named
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import bevel, move
from forms.solids import block
from materials import clay, glass, metal, stuff, wood
from materials.nodes import rgb

LOW = View("front", elevation=12)


def flame_at(x, y, z, size=1.0, skin=None):
    wick = tube("wick", [(x, y, z - 0.006), (x, y, z + 0.002 * size), (x + 0.0008 * size, y, z + 0.007 * size)], 0.0007 * size, stuff.ember(), sides=8)
    fire = turned("flame", [(0, 0.0), (0.0026, 0.003), (0.0040, 0.008), (0.0034, 0.015), (0.0016, 0.023), (0, 0.029)], skin or stuff.flame(), segments=32)
    move(fire, by=(x, y, z + 0.003 * size), scale=size)
    return wick


def dipped(height, radius, lit):
    """A candle dipped layer on layer: thicker below, a drop here and there."""
    wax = stuff.wax(rgb("#d6a03c"))
    body = turned("candle", [(0, 0), (radius * 0.80, 0), (radius * 0.98, 0.004), (radius * 1.02, 0.02), (radius, height * 0.5), (radius * 0.94, height * 0.93), (radius * 0.86, height - 0.006), (radius * 0.55, height - 0.0005), (radius * 0.25, height - 0.0012), (0, height - 0.0014)], wax)
    if not lit:
        return [body, tube("wick", [(0, 0, height - 0.002), (0.0005, 0, height + 0.008), (0.002, 0, height + 0.016)], 0.0008, stuff.bristle(rgb("#e9e2cf")), sides=8)]
    return [body]


def holder(reach=0.034):
    """A cup on a forged foot."""
    iron = metal.cast_iron()
    foot = turned("foot", [(0, 0.0), (reach, 0.0), (reach + 0.0012, 0.0016), (reach - 0.001, 0.0042), (reach * 0.55, 0.0070), (0.0125, 0.0115), (0.0098, 0.018), (0.0128, 0.024), (0.0136, 0.040), (0.0146, 0.0425), (0.0138, 0.0440), (0.0118, 0.0430), (0.0115, 0.026), (0, 0.026)], iron)
    return [foot]


@picture("hehku-candles", LOW)
@picture("hehku-candles-detail", close((-0.030, 0.02, 0.322), 0.13, elevation=8))
@model("hehku-candles", lit=False)
def candles(lit=True):
    """Both heights, in the holders that we also sell."""
    made = []
    for x, y, height, burns in ((-0.034, 0.022, 0.30, lit), (0.040, -0.020, 0.20, False)):
        made += move(dipped(height, 0.011, burns), by=(x, y, 0.026 if lit else 0))
        if lit:
            move(holder(), by=(x, y, 0))
        if burns:
            flame_at(x, y, height + 0.0255)
    return made


@picture("hehku-candle-holder", View("front", elevation=24))
@picture("hehku-candle-holder-detail", close((-0.048, -0.02, 0.024), 0.14, elevation=34))
@model("hehku-candle-holder")
def candle_holder():
    """A low one with a finger ring, a tall one behind."""
    iron = metal.cast_iron()
    made = holder(0.042)
    ring = [(0.056 + 0.015 * math.cos(a), 0, 0.0168 + 0.0135 * math.sin(a)) for a in (math.tau * k / 24 for k in range(24))]
    made.append(tube("ring", ring, 0.0030, iron, closed=True, sides=14, tilt=(0, 1, 0), per_span=2))
    move(made, by=(-0.040, -0.02, 0), turn=(0, 0, math.radians(-150)))
    tall = turned("tall", [(0, 0.0), (0.040, 0.0), (0.0412, 0.0016), (0.038, 0.0044), (0.020, 0.0075), (0.0085, 0.014), (0.0062, 0.030), (0.0058, 0.085), (0.0085, 0.100), (0.0130, 0.108), (0.0140, 0.126), (0.0150, 0.1285), (0.0141, 0.130), (0.0120, 0.1290), (0.0116, 0.111), (0, 0.111)], iron)
    return [*made, move(tall, by=(0.045, 0.025, 0))]


def tea_light(wax, tin, burns):
    cup = vessel("cup", [(0.0178, 0), (0.0186, 0.0006), (0.0189, 0.004), (0.0192, 0.0165)], 0.0004, tin, floor=0.0005, segments=64)
    fill = turned("wax", [(0, 0.001), (0.0168, 0.001), (0.0183, 0.0138), (0.0168, 0.0146), (0, 0.0144)], wax, segments=64)
    wick = tube("wick", [(0, 0, 0.013), (0, 0, 0.018), (0.0018, 0, 0.0235)], 0.0007, stuff.bristle(rgb("#e9e2cf")), sides=8)
    return [cup, fill] + ([] if burns else [wick])


@picture("hehku-tea-lights-use", View("use", elevation=25, fill=0.82))
def burning_tea_lights():
    """Three that burn in a pool of their own wax, one that waits."""
    wax, tin, melted = stuff.wax(rgb("#d6a03c")), metal.steel(0.28), glass.syrup(rgb("#dba83e"), 0.4)
    made = move(tea_light(wax, tin, False), by=(0.040, -0.024, 0), turn=(0, 0, 2))
    for x, y, size in ((-0.038, -0.014, 0.95), (0.004, 0.020, 1.05), (0.046, 0.030, 0.9)):
        cup = vessel("cup", [(0.0178, 0), (0.0186, 0.0006), (0.0189, 0.004), (0.0192, 0.0165)], 0.0004, tin, floor=0.0005, segments=64)
        fill = turned("wax", [(0, 0.001), (0.0168, 0.001), (0.0183, 0.0128), (0.0170, 0.0132), (0.0155, 0.0112), (0.010, 0.0100), (0, 0.0098)], wax, segments=64)
        pool = turned("pool", [(0, 0.0095), (0.009, 0.0098), (0.0158, 0.0120), (0.0158, 0.0120), (0, 0.0120)], melted, segments=64)
        made += move([cup, fill, pool], by=(x, y, 0))
        flame_at(x, y, 0.0128, size, stuff.near_flame())
        light = bpy.data.lights.new("flame", "POINT")
        light.energy, light.color, light.shadow_soft_size = 0.075, (1.0, 0.62, 0.28), 0.004
        lamp = bpy.data.objects.new("flame", light)
        lamp.location = (x, y, 0.032)
        bpy.context.collection.objects.link(lamp)
    return made


@picture("hehku-tea-lights", View("front", elevation=36))
@model("hehku-tea-lights", lit=False)
def tea_lights(lit=True):
    """Twelve in a tray of card, one burning in front."""
    wax, tin = stuff.wax(rgb("#d6a03c")), metal.steel(0.28)
    made = []
    for i in range(4):
        for j in range(3):
            made += move(tea_light(wax, tin, False), by=(-0.0605 + 0.0403 * i, 0.018 + 0.0403 * j, 0.0012))
    card = stuff.kraft()
    x0, x1, y0, y1 = -0.083, 0.083, -0.0045, 0.121
    made.append(block("tray", (x1 - x0, y1 - y0, 0.001), card, 0, centre=(0, (y0 + y1) / 2, 0)))
    for size, centre in (((x1 - x0, 0.001, 0.013), (0, y0, 0)), ((x1 - x0, 0.001, 0.013), (0, y1, 0)), ((0.001, y1 - y0, 0.013), (x0, (y0 + y1) / 2, 0)), ((0.001, y1 - y0, 0.013), (x1, (y0 + y1) / 2, 0))):
        made.append(block("side", size, card, 0.0003, 2, centre=centre))
    move(made, turn=(0, 0, math.radians(-18)))
    if lit:
        move(tea_light(wax, tin, True), by=(-0.010, -0.052, 0))
        flame_at(-0.010, -0.052, 0.0145, 0.85)
    return made


@picture("usva-candle", View("front", elevation=20))
@picture("usva-candle-detail", close((0.0, -0.02, 0.075), 0.10, elevation=34))
@model("usva-candle", lit=False)
def scented(lit=True):
    radius, height = 0.041, 0.088
    cup = vessel("cup", [(radius * 0.93, 0), (radius * 0.97, 0.0006), (radius, 0.005), (radius, height * 0.5), (radius, height)], 0.0036, clay.glazed("snow", foot=0.004, rim=height, freckles=0.5), floor=0.006)
    wax = turned("wax", [(0, 0.01), (radius - 0.0037, 0.01), (radius - 0.0036, height - 0.021), (radius - 0.006, height - 0.0222), (0.010, height - 0.0226), (0, height - 0.0228)], stuff.wax(rgb("#ece2c8")))
    made = [cup, wax, named(radius, 0.018, (0.048, 0.048), "Usva", "Smoke & birch tar", "220 g", "spruce", accent="#4a4a44")]
    if lit:
        flame_at(0, 0, height - 0.0225, 0.9)
    else:
        made.append(tube("wick", [(0, 0, height - 0.024), (0, 0, height - 0.012)], 0.0009, stuff.ember(), sides=8))
    return made


@picture("lyhty-lantern", LOW)
@picture("lyhty-lantern-detail", close((0.0, -0.05, 0.26), 0.20, elevation=18))
@model("lyhty-lantern", lit=False)
def lantern(lit=True):
    """Four panes in a black frame, a roof that lets the warmth out, a handle to carry it by."""
    black, pane = metal.painted(rgb("#242322"), 0.42), glass.glass("clear")
    side, tall = 0.135, 0.235
    half = side / 2
    made = [block("base", (side + 0.016, side + 0.016, 0.010), black, 0.003), block("plate", (side + 0.012, side + 0.012, 0.007), black, 0.002, centre=(0, 0, tall))]
    for x in (-half, half):
        for y in (-half, half):
            made.append(block("post", (0.0085, 0.0085, tall), black, 0.0012, 2, centre=(x, y, 0.004)))
    for turn in range(4):
        made.append(move(block("pane", (side - 0.006, 0.0018, tall - 0.012), pane, 0), by=(0, half, 0.009), turn=(0, 0, 0)))
        move(made[-1], turn=(0, 0, math.pi / 2 * turn))
    roof = turned("roof", [(0, tall + 0.074), (0.022, tall + 0.073), (0.024, tall + 0.069), (0.026, tall + 0.058), (0.050, tall + 0.040), (0.101, tall + 0.0075), (0.103, tall + 0.0050), (0.099, tall + 0.0050), (0, tall + 0.006)][::-1], black, segments=4, smooth=False)
    bevel(move(roof, turn=(0, 0, math.pi / 4)), 0.0016, 3)
    roof.data.shade_flat()
    made.append(roof)
    bow = [(0.026 * math.copysign(abs(math.cos(a)) ** 0.7, math.cos(a)) * (1 + 0.55 * math.sin(a)), 0, tall + 0.062 + 0.080 * math.sin(a)) for a in (math.pi * k / 20 for k in range(21))]
    made.append(tube("handle", bow, 0.0026, black, per_span=3))
    made.append(tube("grip", [bow[8], bow[9], bow[10], bow[11], bow[12]], 0.0075, wood.wood("oak", "X", rings=200)))
    candle = turned("candle", [(0, 0.010), (0.036, 0.010), (0.0362, 0.108), (0.034, 0.110), (0.026, 0.1075), (0, 0.1062)], stuff.wax(rgb("#ece2c8")))
    if lit:
        flame_at(0, 0, 0.1065, 1.25)
    else:
        candle.hide_render = True
    return move(made, turn=(0, 0, math.radians(-32)))


@picture("kajo-table-lamp-oak", LOW, kind="oak")
@picture("kajo-table-lamp-smoked", LOW, kind="smoked")
@picture("kajo-table-lamp-oak-detail", close((0.0, -0.04, 0.10), 0.26, elevation=16), kind="oak")
@model("kajo-table-lamp", kind="oak")
def table_lamp(kind):
    """A globe of opal glass on a turned foot."""
    foot = turned("foot", [(0, 0.0), (0.070, 0.0), (0.0735, 0.0012), (0.075, 0.005), (0.0735, 0.013), (0.060, 0.022), (0.034, 0.036), (0.0235, 0.058), (0.0225, 0.082), (0.031, 0.104), (0.041, 0.114), (0.041, 0.117), (0.0385, 0.119), (0, 0.119)], wood.wood(kind, "Z", rings=70, gloss=0.42))
    ring = turned("ring", [(0, 0.1175), (0.0365, 0.1175), (0.0365, 0.1255), (0, 0.1255)], metal.brass(), smooth=False)
    globe = turned("globe", [(0.034, 0.124), (0.060, 0.133), (0.088, 0.155), (0.102, 0.190), (0.100, 0.228), (0.080, 0.264), (0.045, 0.286), (0, 0.293)], glass.opal(glow=0.75))
    cord = stuff.plain(rgb("#3a342c"), 0.8)
    wire = tube("cord", [(0.05, 0.05, 0.010), (0.085, 0.075, 0.0035), (0.13, 0.14, 0.0032), (0.14, 0.26, 0.0032), (0.20, 0.40, 0.0032), (0.34, 0.62, 0.0032)], 0.0030, cord, sides=12)
    wire["unframed"] = True
    return [foot, ring, globe]


@picture("kajo-pendant-black", View("front", elevation=-6, fill=0.8), colour="black")
@picture("kajo-pendant-green", View("front", elevation=-6, fill=0.8), colour="green")
@picture("kajo-pendant-rust", View("front", elevation=-6, fill=0.8), colour="rust")
@model("kajo-pendant", colour="black", hung=False)
def pendant(colour, hung=True):
    """Spun steel, white inside, hung low over a table."""
    lift = 0.34 if hung else 0.0
    skin = metal.painted(metal.ENAMELS[colour], 0.34)
    line = [(0.172, 0.0), (0.1705, 0.012), (0.160, 0.046), (0.130, 0.085), (0.085, 0.112), (0.042, 0.128), (0.030, 0.140), (0.0275, 0.176), (0.024, 0.184), (0.0, 0.186)]
    shade = turned("shade", line, skin)
    white = turned("inside", [(r - 0.0016 if r > 0.01 else 0, z - 0.0016 + (0.0016 if z == 0 else 0)) for r, z in line[:6]] + [(0, 0.126)], metal.painted(rgb("#f6f1e6"), 0.5))
    rim = tube("rim", [(0.1715 * math.cos(math.tau * k / 96), 0.1715 * math.sin(math.tau * k / 96), 0.0005) for k in range(96)], 0.0018, skin, closed=True, per_span=1, sides=12)
    bulb = turned("bulb", [(0, 0.018), (0.022, 0.022), (0.0335, 0.040), (0.0335, 0.062), (0.022, 0.086), (0.0145, 0.102), (0.014, 0.126)], glass.opal(glow=3.0))
    cap = turned("cap", [(0, 0.183), (0.0115, 0.183), (0.0105, 0.198), (0.004, 0.204), (0, 0.2045)], metal.brass())
    made = [shade, white, rim, bulb, cap]
    if hung:
        cord = tube("cord", [(0, 0, 0.20), (0, 0, 0.5), (0, 0, 2.5)], 0.0032, stuff.plain(rgb("#d8d0c0") if colour != "black" else rgb("#2a2724"), 0.8), sides=12)
        cord["unframed"] = True
        move(cord, by=(0, 0, lift))
        light = bpy.data.lights.new("bulb", "POINT")
        light.energy, light.color, light.shadow_soft_size = 1.6, (1.0, 0.78, 0.52), 0.03
        lamp = bpy.data.objects.new("bulb", light)
        lamp.location = (0, 0, lift + 0.045)
        bpy.context.collection.objects.link(lamp)
    return move(made, by=(0, 0, lift))
