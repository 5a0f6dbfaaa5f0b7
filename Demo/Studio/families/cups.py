"""Mugs and cups of Halla's stoneware."""
import math

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.lines import tube
from forms.mesh import move
from materials import clay, liquid

IN_USE = View("use", elevation=38)


def body(radius, height, wall, glaze, foot=0.006):
    outside = [
        (radius * 0.62, 0.0), (radius * 0.66, 0.0005), (radius * 0.69, 0.004), (radius * 0.80, height * 0.09), (radius * 0.955, height * 0.26),
        (radius * 1.0, height * 0.48), (radius * 0.985, height * 0.75), (radius * 0.985, height - wall / 2),
    ]
    return vessel("body", outside, wall, clay.glazed(glaze, foot=foot, rim=height), floor=wall * 1.6)


def handle(radius, height, thick, glaze):
    """An ear drawn from the wall and pressed on below, broad where the thumb lies."""
    centre, rise, reach = height * 0.535, height * 0.285, height * 0.36
    path, radii = [], []
    for step in range(17):
        angle = math.radians(98 - 196 * step / 16)
        x = radius * 0.985 + reach * math.copysign(abs(math.cos(angle)) ** 0.72, math.cos(angle))
        z = centre + rise * math.copysign(abs(math.sin(angle)) ** 0.85, math.sin(angle)) + height * 0.03 * math.cos(angle)
        path.append((x, 0, z))
        radii.append(thick * (0.92 + 0.45 * abs(step / 8 - 1) ** 4))
    return tube("handle", path, radii, clay.glazed(glaze, foot=-1), flat=0.62, tilt=(0, 1, 0), sides=28, per_span=4)


@picture("halla-mug-fog", glaze="fog")
@picture("halla-mug-moss", glaze="moss")
@picture("halla-mug-clay", glaze="clay")
@picture("halla-mug-fog-detail", close((0.012, -0.03, 0.018), 0.10, elevation=14), glaze="fog")
@picture("halla-mug-fog-use", IN_USE, glaze="fog", filled=True)
@model("halla-mug", glaze="fog")
def mug(glaze, filled=False):
    radius, height = 0.0425, 0.09
    parts = [body(radius, height, 0.0042, glaze), handle(radius, height, 0.0068, glaze)]
    move(parts, turn=(0, 0, math.radians(-28)))
    if filled:
        turned("coffee", [(0.0375, height - 0.017), (0, height - 0.0168)], liquid.coffee(), smooth=False)
    return parts
