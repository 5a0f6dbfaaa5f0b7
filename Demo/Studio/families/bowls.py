"""Bowls and plates of Halla's stoneware."""
import random

from catalogue import model, picture
from camera import View, close
from forms.lathe import turned, vessel
from forms.mesh import copies, move
from forms.solids import sphere
from materials import clay, stuff
from materials.nodes import rgb

HIGH = View("front", elevation=32)
OVER = View("top", elevation=72, fill=0.8)


def bowl_body(radius, height, glaze, wall=0.0042):
    outside = [
        (radius * 0.42, 0.0), (radius * 0.445, 0.0006), (radius * 0.45, 0.006), (radius * 0.60, height * 0.16), (radius * 0.83, height * 0.42),
        (radius * 0.965, height * 0.74), (radius, height - wall / 2),
    ]
    return vessel("bowl", outside, wall, clay.glazed(glaze, foot=0.0065, rim=height), floor=wall * 1.7)


@picture("halla-bowl-fog", View("front", elevation=26), glaze="fog")
@picture("halla-bowl-moss", View("front", elevation=26), glaze="moss")
@picture("halla-bowl-clay", View("front", elevation=26), glaze="clay")
@picture("halla-bowl-fog-use", View("use", elevation=46), glaze="fog", filled=True)
@model("halla-bowl", glaze="fog")
def bowl(glaze, filled=False):
    made = bowl_body(0.078, 0.066, glaze)
    if filled:
        _porridge(0.068, 0.047)
    return [made]


def _porridge(radius, height):
    """Oats with berries and a pool of butter."""
    chance = random.Random(7)
    oats = stuff.soft(rgb("#e0cda6"), rgb("#c7ab7a"), scale=260, bumpy=0.8)
    turned("porridge", [(radius, height - 0.003), (radius * 0.93, height), (radius * 0.5, height + 0.003), (0, height + 0.0035)], oats)
    berry = stuff.soft(rgb("#2d3556"), rgb("#171a2e"), scale=120, rough=0.5)
    jam = stuff.soft(rgb("#7f1530"), rgb("#4f0a1e"), scale=300, rough=0.25, bumpy=0.7)
    for i in range(13):
        size = chance.uniform(0.0042, 0.0056)
        x, y = chance.gauss(-0.016, 0.013), chance.gauss(-0.010, 0.012)
        sphere("berry", size, berry, (x, y, height + 0.003 + size * 0.55), (1, 1, 0.86), 12)
    for i in range(5):
        x, y = chance.gauss(0.024, 0.010), chance.gauss(0.008, 0.011)
        sphere("raspberry", 0.0066, jam, (x, y, height + 0.007), (1, 1, 0.92), 12)


def plate_body(radius, glaze):
    height = 0.022
    outside = [
        (radius * 0.60, 0.0), (radius * 0.615, 0.0004), (radius * 0.62, 0.004), (radius * 0.74, 0.0058), (radius * 0.90, 0.010), (radius * 0.985, height * 0.78),
        (radius, height - 0.002),
    ]
    return vessel("plate", outside, 0.0044, clay.glazed(glaze, foot=0.0045, rim=height), floor=0.0056)


@picture("halla-plate-fog", HIGH, glaze="fog")
@picture("halla-plate-moss", HIGH, glaze="moss")
@picture("halla-plate-clay", HIGH, glaze="clay")
@picture("halla-plate-fog-top", OVER, glaze="fog", pile=False)
@model("halla-plate", glaze="fog", pile=False)
def plate(glaze, pile=True):
    """One large plate, or three of them with a small one on top."""
    made = [plate_body(0.135, glaze)]
    if pile:
        for i in (1, 2):
            made.append(move(copies(made[0]), by=(0.001 * i, -0.0012 * i, 0.0088 * i), turn=(0, 0, i)))
        made.append(move(plate_body(0.105, glaze), by=(-0.001, 0.001, 0.0268)))
    return made


@picture("muna-egg-cups", View("front", elevation=24))
@picture("muna-egg-cups-detail", close((-0.026, -0.02, 0.04), 0.075, elevation=20))
@model("muna-egg-cups", filled=False)
def egg_cups(filled=True):
    made = []
    for x, y, glaze in ((-0.034, -0.006, "sand"), (0.036, 0.008, "snow")):
        outside = [
            (0.0205, 0.0), (0.0212, 0.0004), (0.021, 0.003), (0.0125, 0.013), (0.0125, 0.0175), (0.021, 0.026), (0.0262, 0.038), (0.0265, 0.0445),
        ]
        cup = vessel("cup", outside, 0.0028, clay.glazed(glaze, foot=0.0026, rim=0.0455), floor=0.018)
        made.append(move(cup, by=(x, y, 0)))
    if filled:
        shell = stuff.soft(rgb("#c99a76"), rgb("#c08f6a"), scale=700, rough=0.5, bumpy=0.08)
        profile = [(0, 0.0), (0.009, 0.0012), (0.0185, 0.010), (0.0222, 0.023), (0.0205, 0.038), (0.0125, 0.0525), (0.0055, 0.0572), (0, 0.0580)]
        move(turned("egg", profile, shell), by=(-0.034, -0.006, 0.0232), turn=(0.03, 0.05, 0))
    return made


@picture("kuura-serving-bowl", View("front", elevation=28))
@picture("kuura-serving-bowl-top", OVER)
@model("kuura-serving-bowl")
def serving_bowl():
    radius, height = 0.14, 0.085
    outside = [
        (radius * 0.40, 0.0), (radius * 0.415, 0.0006), (radius * 0.42, 0.008), (radius * 0.60, height * 0.17), (radius * 0.84, height * 0.47),
        (radius * 0.97, height * 0.82), (radius, height - 0.0026),
    ]
    return [vessel("bowl", outside, 0.0055, clay.glazed("ink", foot=0.0085, rim=height, freckles=0.2), floor=0.009)]
