"""Mouth-blown glass from Kaste."""
import math
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import move
from forms.solids import sphere
from materials import glass, stuff, wood
from materials.nodes import rgb

LOW = View("front", elevation=12)


@picture("kaste-carafe", LOW)
@picture("kaste-carafe-detail", close((0.0, -0.03, 0.20), 0.17, elevation=16))
@model("kaste-carafe", full=False)
def carafe(full=True):
    outside = [(0.044, 0.0), (0.052, 0.001), (0.0585, 0.010), (0.0600, 0.040), (0.0560, 0.100), (0.0420, 0.160), (0.0300, 0.205), (0.0275, 0.235), (0.0330, 0.258)]
    made = [vessel("carafe", outside, 0.0030, glass.glass("clear", waves=0.02), floor=0.008)]
    if full:
        turned("water", [(0, 0.0085), (0.047, 0.0085), (0.0552, 0.014), (0.0568, 0.040), (0.0528, 0.100), (0.0440, 0.140), (0.0440, 0.140), (0, 0.140)], glass.water())
        lemon = turned("lemon", [(0, -0.0022), (0.021, -0.0022), (0.0228, 0), (0.021, 0.0022), (0, 0.0022)], stuff.soft(rgb("#e8c93a"), rgb("#f0e4a0"), scale=90, rough=0.3))
        move(lemon, by=(0.014, -0.018, 0.118), turn=(math.radians(64), 0.2, 0.4))
    made.append(turned("cork", [(0, 0.236), (0.0245, 0.236), (0.0270, 0.256), (0.0325, 0.262), (0.0338, 0.270), (0.0325, 0.279), (0, 0.280)], wood.cork(), per_span=4))
    return made


def tumbler_body(tint):
    outside = [(0.0290, 0.0), (0.0315, 0.0007), (0.0335, 0.006), (0.0355, 0.030), (0.0375, 0.060), (0.0395, 0.0885)]
    return vessel("tumbler", outside, 0.0022, glass.glass(tint, waves=0.02), floor=0.009)


@picture("kaste-tumbler-clear", View("front", elevation=18), tint="clear")
@picture("kaste-tumbler-smoke", View("front", elevation=18), tint="smoke")
@picture("kaste-tumbler-moss", View("front", elevation=18), tint="moss")
@model("kaste-tumbler", tint="clear", full=False)
def tumblers(tint, full=True):
    made = [move(tumbler_body(tint), by=(-0.043, 0.02, 0)), move(tumbler_body(tint), by=(0.043, -0.018, 0))]
    if full:
        move(turned("water", [(0, 0.0092), (0.0302, 0.0095), (0.0318, 0.013), (0.0340, 0.040), (0.0352, 0.060), (0.0352, 0.060), (0, 0.060)], glass.water(), per_span=4), by=(0.043, -0.018, 0))
    return made


@picture("kaste-stem-glass", View("front", elevation=12))
@picture("kaste-stem-glass-detail", close((0.0, -0.03, 0.105), 0.13, elevation=14))
@model("kaste-stem-glass", full=False)
def stem_glasses(full=True):
    made = []
    for x, y in ((-0.044, 0.022), (0.046, -0.018)):
        clear = glass.glass("clear")
        foot = turned("foot", [(0, 0.0), (0.036, 0.0), (0.0372, 0.0008), (0.036, 0.0018), (0.015, 0.0042), (0.0055, 0.009), (0.0036, 0.020), (0.0033, 0.040), (0.0038, 0.058), (0.0068, 0.0685), (0, 0.0690)], clear)
        bowl = vessel("bowl", [(0.004, 0.0655), (0.0095, 0.0680), (0.0255, 0.080), (0.0375, 0.103), (0.0395, 0.125), (0.0365, 0.150), (0.0335, 0.166)], 0.0013, clear, floor=0.0035)
        made += move([foot, bowl], by=(x, y, 0))
        if full and x > 0:
            wine = turned("wine", [(0, 0.0695), (0.0085, 0.0712), (0.0242, 0.0815), (0.0360, 0.1035), (0.0372, 0.108), (0.0372, 0.108), (0, 0.108)], glass.syrup(rgb("#e0a83a"), 0.02))
            move(wine, by=(x, y, 0))
    return made


@picture("purnukka-jar", View("front", elevation=14))
@picture("purnukka-jar-detail", close((0.0, -0.04, 0.15), 0.17, elevation=20))
@model("purnukka-jar", full=False)
def storage_jar(full=True):
    made = []
    for x, y, radius, height, content in ((-0.058, 0.03, 0.056, 0.19, "pasta"), (0.062, -0.03, 0.048, 0.125, "beans")):
        outside = [(radius * 0.9, 0.0), (radius * 0.96, 0.0007), (radius, 0.006), (radius, 0.006), (radius, height - 0.004), (radius, height)]
        body = vessel("jar", outside, 0.0026, glass.glass("clear"), floor=0.005)
        lid = turned("lid", [(0, height - 0.014), (radius - 0.0034, height - 0.014), (radius - 0.0030, height - 0.001), (radius + 0.0008, height + 0.0008), (radius + 0.0012, height + 0.003), (radius + 0.0006, height + 0.0135), (radius - 0.002, height + 0.0155), (0, height + 0.0155)],
                     wood.wood("oak", "X", rings=90), per_span=4)
        made += move([body, lid], by=(x, y, 0))
        if not full:
            continue
        chance = random.Random(height)
        if content == "beans":
            skin = [stuff.soft(rgb(c), None, scale=90, rough=0.3, depth=0) for c in ("#5a1c1a", "#742a22", "#4a1414")]
            for i in range(420):
                r, a, z = (radius - 0.0085) * (chance.random() ** 0.33), chance.uniform(0, math.tau), 0.009 + 0.078 * chance.random()
                bean = sphere("bean", 0.0052, skin[i % 3], (0, 0, 0), (1.45, 0.9, 0.8), 8)
                move(bean, by=(x + r * math.cos(a), y + r * math.sin(a), z), turn=(chance.uniform(0, 3), chance.uniform(0, 3), chance.uniform(0, 3)))
        else:
            oats = stuff.soft(rgb("#e0c592"), rgb("#c8a468"), scale=300, rough=0.7, depth=0, bumpy=1.0)
            move(turned("oats", [(0, 0.006), (radius - 0.0032, 0.006), (radius - 0.0028, 0.010), (radius - 0.0028, 0.126), (radius * 0.5, 0.131), (0, 0.129)], oats, per_span=5), by=(x, y, 0))
    return made


@picture("kaste-bud-vase-sea", LOW, tint="sea")
@picture("kaste-bud-vase-rose", LOW, tint="rose")
@model("kaste-bud-vase", tint="sea", full=False)
def bud_vase(tint, full=True):
    outside = [(0.022, 0.0), (0.028, 0.0008), (0.0375, 0.012), (0.0410, 0.032), (0.0330, 0.056), (0.0165, 0.074), (0.0098, 0.092), (0.0092, 0.115), (0.0128, 0.132)]
    made = [vessel("vase", outside, 0.0024, glass.glass(tint, waves=0.02), floor=0.006)]
    if full:
        turned("water", [(0, 0.0065), (0.0235, 0.0068), (0.0345, 0.013), (0.0382, 0.032), (0.034, 0.050), (0.034, 0.050), (0, 0.050)], glass.water())
        green = stuff.plain(rgb("#5d7440"), 0.6)
        tube("stem", [(0.004, 0, 0.012), (0.002, 0, 0.10), (0.010, 0, 0.19), (0.022, 0, 0.235)], [0.0012, 0.0013, 0.0011, 0.0010], green, sides=10)
        petal = stuff.soft(rgb("#f5f1e6"), rgb("#e8e2d0"), scale=60, rough=0.7, depth=0.003)
        heart = stuff.soft(rgb("#e2b02c"), rgb("#b97f16"), scale=600, rough=0.8, bumpy=1.0)
        flower = [sphere("heart", 0.0085, heart, (0, 0, 0.001), (1, 1, 0.55), 14)]
        for k in range(21):
            a = math.tau * k / 21
            blade = tube("petal", [(0.006, 0, 0), (0.014, 0, 0.0022), (0.026, 0, 0.0012), (0.0295, 0, -0.0004)], [0.0022, 0.0040, 0.0042, 0.0018], petal, sides=12, flat=0.16, per_span=4)
            flower.append(move(blade, turn=(0, 0.10 * (k % 2), a)))
        move(flower, by=(0.023, -0.001, 0.238), turn=(math.radians(38), math.radians(26), 0))
        for z, a in ((0.165, 2.4), (0.185, 0.2)):
            leaf = tube("leaf", [(0, 0, 0), (0.014, 0, 0.008), (0.030, 0, 0.010)], [0.0008, 0.0042, 0.0006], green, sides=10, flat=0.15)
            move(leaf, by=(0.006, 0, z), turn=(0, 0, a))
    return made
