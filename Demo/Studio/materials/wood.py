"""Wood: long grain with pores, year rings that wander, a finish."""
from .nodes import Material, rgb, shade

KINDS = {
    # light, dark, how strongly the rings show
    "birch": (rgb("#e6cda6"), rgb("#cfae80"), 0.5),
    "ash": (rgb("#dfc39a"), rgb("#b58d5c"), 0.9),
    "oak": (rgb("#c9a274"), rgb("#946a3e"), 0.9),
    "beech": (rgb("#dcb48a"), rgb("#c1916a"), 0.5),
    "juniper": (rgb("#d9a96c"), rgb("#a96f3c"), 1.0),
    "aspen": (rgb("#ecdcbb"), rgb("#d8c199"), 0.4),
    "pine": (rgb("#e7c592"), rgb("#c48e52"), 0.9),
    "walnut": (rgb("#7a5236"), rgb("#4a2e1d"), 0.8),
    "smoked": (rgb("#4a3527"), rgb("#2c1e16"), 0.7),
    "curly": (rgb("#d9a86a"), rgb("#8f5a2c"), 1.0),
}


def wood(kind="birch", along="X", rings=110.0, gloss=0.5, bend=1.0):
    """Wood whose grain runs `along` an axis of the object. `rings` per metre across; `gloss` is roughness."""
    light, dark, strength = KINDS[kind]
    m = Material(kind, plain=m_average(light, dark), roughness=gloss)
    squeeze = {"X": (0.10, 1, 1), "Y": (1, 0.10, 1), "Z": (1, 1, 0.10)}[along]
    place = m.coordinates(squeeze)
    wander = m("TexNoise", {"Vector": place, "Scale": 9 * bend, "Detail": 2}).outputs["Color"]
    moved = m("VectorMath", {"Vector": wander, "Scale": 0.055 * bend}, operation="SCALE").outputs[0]
    bent = m("VectorMath", operation="ADD")
    m.feed(bent.inputs[0], place)
    m.feed(bent.inputs[1], moved)
    across = {"X": (0, 1, 0.35), "Y": (1, 0, 0.35), "Z": (1, 0.35, 0)}[along]
    position = m("VectorMath", operation="DOT_PRODUCT")
    m.feed(position.inputs[0], bent.outputs[0])
    position.inputs[1].default_value = across
    turns = m.math("MULTIPLY", position.outputs["Value"], rings)
    ring = m.math("FRACT", turns, 0)
    band = m.ramp(ring, (0.0, 0.0), (0.72, 0.55), (0.93, 1.0), (1.0, 0.0))
    fibre = m.noise(m.coordinates(tuple(part * 1.0 if part == 1 else 0.03 for part in squeeze)), 1500, 2)
    streak = m.noise(m.coordinates(tuple(part * 1.0 if part == 1 else 0.02 for part in squeeze)), 260, 3)
    tone = m.math("ADD", m.math("MULTIPLY", band, 0.42 * strength), m.math("MULTIPLY", streak, 0.55), clamp=True)
    tone = m.math("ADD", tone, m.math("MULTIPLY", m.math("SUBTRACT", fibre, 0.5), 0.35), clamp=True)
    base = m.mix(tone, light, dark)
    patch = m.ramp(m.noise(place, 7, 2), (0.3, 0.88), (0.7, 1.08))
    if kind == "curly":
        flame = m.noise(m.coordinates({"X": (1, 0.15, 0.15), "Y": (0.15, 1, 0.15), "Z": (0.15, 0.15, 1)}[along]), 95, 2)
        base = m.mix(m.ramp(flame, (0.42, 0.0), (0.6, 0.75)), base, dark)
    m.principled({
        "Base Color": m.mix(1.0, base, patch, "MULTIPLY"), "Roughness": m.ramp(fibre, (0.3, gloss - 0.06), (0.7, gloss + 0.08)),
        "Specular IOR Level": 0.35, "Normal": m.bump(fibre, 0.14, 0.0004),
    })
    return m.material


def m_average(light, dark):
    return tuple((a * 0.65 + b * 0.35) for a, b in zip(light, dark))


def splint(colour=rgb("#e3c692"), along="X"):
    """Shaved pine or birch bark in thin strips: silky, with fine lines."""
    m = Material("splint", plain=colour, roughness=0.6)
    squeeze = {"X": (0.03, 1, 1), "Y": (1, 0.03, 1), "Z": (1, 1, 0.03)}[along]
    lines = m.noise(m.coordinates(squeeze), 700, 3)
    cloud = m.noise(m.coordinates(), 30, 2)
    m.principled({
        "Base Color": m.mix(m.ramp(cloud, (0.3, 0.0), (0.7, 1.0)), m.mix(lines, shade(colour, 0.72), shade(colour, 1.12)), shade(colour, 1.0)),
        "Roughness": 0.55, "Normal": m.bump(lines, 0.3, 0.0004), "Subsurface Weight": 0.05, "Subsurface Radius": (0.002, 0.001, 0.0005),
    })
    return m.material


def bark(colour=rgb("#c08a52")):
    """Birch bark, the inner side out: leather-brown, with the tree's short dark lines across."""
    m = Material("bark", plain=colour, roughness=0.6)
    place = m.coordinates()
    dash = m.noise(m.coordinates((0.12, 0.12, 1)), 420, 1)
    cloud = m.noise(place, 24, 4)
    lines = m.ramp(dash, (0.60, 0.0), (0.68, 0.8))
    body = m.ramp(cloud, (0.25, shade(colour, 0.72)), (0.5, colour), (0.8, shade(colour, 1.25)))
    m.principled({
        "Base Color": m.mix(lines, body, shade(colour, 0.4)), "Roughness": 0.52, "Specular IOR Level": 0.4,
        "Normal": m.bump(m.math("ADD", dash, m.noise(place, 300, 3)), 0.25, 0.0005),
    })
    return m.material


def cork():
    colour = rgb("#c59a6b")
    m = Material("cork", plain=colour, roughness=0.9)
    place = m.coordinates()
    grain = m("TexVoronoi", {"Vector": place, "Scale": 420.0}).outputs["Distance"]
    pits = m.ramp(m.noise(place, 330, 2), (0.30, 1.0), (0.38, 0.0))
    m.principled({
        "Base Color": m.mix(pits, m.ramp(grain, (0.0, shade(colour, 1.1)), (0.9, shade(colour, 0.75))), rgb("#5d3b20")), "Roughness": 0.9,
        "Normal": m.bump(m.math("SUBTRACT", grain, pits), 0.3, 0.0006),
    })
    return m.material
