"""What is poured from a bottle: oil, cordial, glögi, and soap for the dishes."""
import math

from catalogue import model, picture
from camera import View, close
from families.jars import named
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import move
from materials import clay, glass, metal, stuff, wood
from materials.nodes import rgb

LOW = View("front", elevation=9, fill=0.82)


def bottle(radius, shoulder, neck, height, tint, content, level, cap, cork=False):
    """A cylinder, a shoulder, a neck; filled up to `level`."""
    outside = [(radius * 0.86, 0.0), (radius * 0.94, 0.0006), (radius, 0.007), (radius, 0.007), (radius, shoulder), (radius, shoulder), (radius * 0.93, shoulder + 0.014),
               (radius * 0.62, shoulder + 0.034), (neck * 1.12, shoulder + 0.052), (neck, shoulder + 0.068), (neck, height - 0.012), (neck * 1.18, height - 0.010), (neck * 1.18, height - 0.002)]
    made = [vessel("bottle", outside, 0.0026, glass.glass(tint), floor=0.006)]
    inner = radius - 0.0024
    if content:
        made.append(turned("content", [(0, 0.0065), (inner * 0.9, 0.0065), (inner, 0.012), (inner, 0.012), (inner, shoulder), (inner, shoulder), (inner * 0.93, shoulder + 0.0135), (inner * 0.63, shoulder + 0.0325), (neck * 0.98, shoulder + 0.050), (neck * 0.80, level), (neck * 0.80, level), (0, level)]
                           if level > shoulder + 0.051 else [(0, 0.0065), (inner * 0.9, 0.0065), (inner, 0.012), (inner, 0.012), (inner, level), (inner, level), (0, level)], content, per_span=6))
    if cork:
        made.append(turned("cork", [(0, height - 0.016), (neck * 0.80, height - 0.016), (neck * 0.92, height + 0.004), (neck * 0.98, height + 0.008), (neck * 0.94, height + 0.012), (0, height + 0.0125)], wood.cork()))
    else:
        made.append(turned("cap", [(0, height - 0.014), (neck * 1.25, height - 0.014), (neck * 1.28, height - 0.012), (neck * 1.28, height + 0.009), (neck * 1.20, height + 0.0115), (0, height + 0.0118)], cap, per_span=4))
    return made


@picture("kesa-oil", LOW)
@picture("kesa-oil-detail", close((0.0, -0.03, 0.17), 0.13, elevation=12))
@model("kesa-oil", dish=False)
def oil(dish=True):
    radius = 0.034
    made = bottle(radius, 0.168, 0.0125, 0.268, "clear", glass.syrup(rgb("#e6ae1c"), 0.4), 0.234, metal.painted(rgb("#2b2622"), 0.4))
    made.append(named(radius, 0.040, (0.062, 0.088), "Kesä", "Cold-pressed rapeseed oil", "50 cl", "flower", accent="#a97d0c", note="from the fields of Loimaa"))
    if dish:
        made_dish = vessel("dish", [(0.016, 0), (0.018, 0.0004), (0.027, 0.006), (0.034, 0.015)], 0.0026, clay.glazed("snow", foot=0.002), floor=0.004)
        pool = turned("pool", [(0.0292, 0.0105), (0, 0.0105)], stuff.plain(rgb("#c98f12"), 0.05, coat=0.6), smooth=False)
        move([made_dish, pool], by=(0.074, -0.034, 0))
    return made


@picture("kuusi-syrup", LOW)
@model("kuusi-syrup")
def syrup():
    radius = 0.027
    made = bottle(radius, 0.112, 0.0105, 0.196, "clear", glass.syrup(rgb("#b8641a"), 0.4), 0.170, None, cork=True)
    made.append(named(radius, 0.028, (0.052, 0.066), "Kuusi", "Spruce-tip syrup", "20 cl", "spruce", accent="#3e5a48"))
    needle = stuff.plain(rgb("#6f8f3a"), 0.5)
    for x, y, turn in ((0.052, -0.022, 0.5), (0.066, -0.008, 1.3)):
        stem = [(0.0, 0, 0.002), (0.012, 0, 0.004), (0.028, 0, 0.006)]
        parts = [tube("twig", stem, 0.0010, stuff.plain(rgb("#8f7a45"), 0.7), sides=8)]
        for k in range(64):
            t, a = 0.15 + 0.85 * k / 64, k * 2.4
            x0 = 0.028 * t
            tip = (x0 + 0.006, 0.0075 * math.cos(a), 0.002 + 0.004 * t + max(-0.001, 0.0075 * math.sin(a)))
            parts.append(tube("needle", [(x0, 0, 0.002 + 0.004 * t), ((x0 + tip[0]) / 2, tip[1] * 0.6, (0.002 + 0.004 * t + tip[2]) / 2 + 0.0006), tip], [0.0005, 0.0006, 0.0002], needle, sides=5, per_span=2))
        move(parts, by=(x - 0.01, y - 0.02, 0.002), turn=(0, 0, turn))
    return made


@picture("glogi-bottle", LOW)
@model("glogi-bottle")
def glogi():
    radius = 0.037
    made = bottle(radius, 0.178, 0.0135, 0.290, "bottle", None, 0.2, metal.painted(rgb("#8e2442"), 0.35))
    inner = radius - 0.0026
    made.append(turned("content", [(0, 0.007), (inner * 0.9, 0.007), (inner, 0.012), (inner, 0.012), (inner, 0.178), (inner, 0.178), (inner * 0.9, 0.193), (inner * 0.55, 0.214), (0.011, 0.24), (0.011, 0.25), (0.011, 0.25), (0, 0.25)], stuff.plain(rgb("#2a0612"), 0.1)))
    made.append(named(radius, 0.040, (0.070, 0.092), "Glögi", "Berry glögi, no alcohol", "75 cl", "star", accent="#8e2442", note="blackcurrant, lingonberry, spice"))
    return made


@picture("tiski-soap", LOW)
@picture("tiski-soap-detail", close((0.0, -0.03, 0.20), 0.12, elevation=18))
@model("tiski-soap")
def dish_soap():
    """A brown bottle to keep, with a pump."""
    radius = 0.036
    body = vessel("bottle", [(radius * 0.9, 0.0), (radius * 0.96, 0.0006), (radius, 0.006), (radius, 0.006), (radius, 0.126), (radius, 0.126), (radius * 0.93, 0.141), (radius * 0.55, 0.155), (0.0145, 0.160), (0.0145, 0.172)],
                  0.0026, glass.glass("amber"), floor=0.005)
    inner = radius - 0.0026
    soap = turned("soap", [(0, 0.0055), (inner * 0.92, 0.0055), (inner, 0.010), (inner, 0.010), (inner, 0.114), (inner, 0.114), (0, 0.114)], glass.syrup(rgb("#c07a2a"), 0.2), per_span=4)
    black = metal.painted(rgb("#232220"), 0.4)
    collar = turned("collar", [(0, 0.166), (0.0168, 0.166), (0.0172, 0.168), (0.0172, 0.183), (0.0155, 0.1855), (0.0062, 0.186), (0.0055, 0.190), (0.0052, 0.212), (0, 0.212)], black, per_span=4)
    head = turned("head", [(0, 0.206), (0.0082, 0.206), (0.0105, 0.209), (0.0108, 0.220), (0.0092, 0.2235), (0, 0.2242)], black)
    spout = tube("spout", [(0.004, 0, 0.216), (0.024, 0, 0.2165), (0.037, 0, 0.214), (0.0415, 0, 0.207)], [0.0052, 0.0046, 0.0040, 0.0034], black, tilt=(0, 1, 0))
    move([collar, head, spout], turn=(0, 0, math.radians(-40)))
    made = [body, soap, collar, head, spout]
    made.append(named(radius, 0.024, (0.064, 0.084), "Tiski", "Washing-up liquid", "50 cl", "drop", accent="#3e5a48", note="birch and lemon"))
    return made
