"""Linen, cotton, wool: threads over and under, in metres."""
from .nodes import Material, rgb, shade

COLOURS = {
    "natural": rgb("#c9b798"), "blueberry": rgb("#3f4f73"), "rust": rgb("#a9583a"), "white": rgb("#f1ede3"), "lichen": rgb("#99a382"), "snow": rgb("#ece7db"),
    "indigo": rgb("#26314d"), "moss": rgb("#6a7250"), "fog": rgb("#a6aaa8"), "raspberry": rgb("#95364f"), "sand": rgb("#cdb591"), "charcoal": rgb("#3b3a39"),
    "mustard": rgb("#bd8d36"), "clay": rgb("#ad6a50"),
}


def linen(colour="natural", thread=0.0011, stripe=None, coordinates="UV", fuzz=0.35, check=None):
    """Plain weave with slubs. The UV map is in metres; a `stripe` is (colour, every so many metres, wide so many).

    `check` repeats the stripe across as well.
    """
    tone = COLOURS.get(colour, colour) if isinstance(colour, str) else colour
    m = Material("linen", plain=tone, roughness=0.9)
    place = m.coordinates(kind=coordinates)
    x, y = m.axis("X", place), m.axis("Y", place)
    base = tone
    if stripe or check:
        other, every, wide = stripe or check
        other = COLOURS.get(other, other) if isinstance(other, str) else other
        lines = _band(m, x, every, wide)
        if check:
            lines = m.math("MULTIPLY", m.math("ADD", lines, _band(m, y, every, wide)), 0.5)
        base = m.mix(lines, tone, other)
    warp = m("TexNoise", {"Vector": m.coordinates((1 / thread / 3, 25, 1), kind=coordinates), "Scale": 1.0, "Detail": 2}).outputs[0]
    weft = m("TexNoise", {"Vector": m.coordinates((25, 1 / thread / 3, 1), kind=coordinates), "Scale": 1.0, "Detail": 2}).outputs[0]
    slub = m.math("ADD", m.math("MULTIPLY", warp, 0.5), m.math("MULTIPLY", weft, 0.5))
    over = m.math("SINE", m.math("MULTIPLY", x, 6.2832 / thread / 2), 0)
    under = m.math("SINE", m.math("MULTIPLY", y, 6.2832 / thread / 2), 0)
    weave = m.math("MULTIPLY", over, under)
    height = m.math("ADD", m.math("MULTIPLY", weave, 0.35), slub)
    cloth = m.mix(1.0, base, m.ramp(slub, (0.32, 0.80), (0.66, 1.14)), "MULTIPLY")
    cloth = m.mix(m.ramp(weave, (0.0, 0.16), (0.7, 0.0)), cloth, (0, 0, 0))
    m.principled({
        "Base Color": cloth, "Roughness": 0.92, "Specular IOR Level": 0.12, "Sheen Weight": fuzz, "Sheen Roughness": 0.4,
        "Normal": m.bump(height, 0.5, thread * 0.6),
    })
    return m.material


def _band(m, position, every, wide):
    """1 within a stripe, 0 between."""
    phase = m.math("FRACT", m.math("DIVIDE", position, every), 0)
    return m.math("LESS_THAN", phase, wide / every)


def waffle(colour="white", cell=0.007):
    """Honeycomb weave: square hollows that drink water."""
    tone = COLOURS.get(colour, colour) if isinstance(colour, str) else colour
    m = Material("waffle", plain=tone, roughness=0.95)
    place = m.coordinates(kind="UV")
    across = m.math("ABSOLUTE", m.math("SINE", m.math("MULTIPLY", m.axis("X", place), 3.1416 / cell), 0), 0)
    along = m.math("ABSOLUTE", m.math("SINE", m.math("MULTIPLY", m.axis("Y", place), 3.1416 / cell), 0), 0)
    deep = m.math("MULTIPLY", across, along)
    fine = m.noise(place, 1600, 3)
    m.principled({
        "Base Color": m.mix(m.ramp(deep, (0.2, 0.0), (1.0, 0.38)), tone, shade(tone, 0.45)), "Roughness": 0.95, "Specular IOR Level": 0.1,
        "Sheen Weight": 0.4, "Normal": m.bump(m.math("SUBTRACT", m.math("MULTIPLY", fine, 0.15), deep), 0.9, 0.0025),
    })
    return m.material


def wool(colour="snow", check=None, coarse=0.0022):
    """Brushed wool: soft twill with a nap. `check` is (colour, every, wide) in metres."""
    tone = COLOURS.get(colour, colour) if isinstance(colour, str) else colour
    m = Material("wool", plain=tone, roughness=1.0)
    place = m.coordinates(kind="UV")
    x, y = m.axis("X", place), m.axis("Y", place)
    base = tone
    if check:
        other, every, wide = check
        other = COLOURS.get(other, other) if isinstance(other, str) else other
        lines = m.math("MULTIPLY", m.math("ADD", _band(m, x, every, wide), _band(m, y, every, wide)), 0.5)
        base = m.mix(lines, tone, other)
    twill = m.math("SINE", m.math("MULTIPLY", m.math("ADD", x, y), 6.2832 / coarse / 1.5), 0)
    nap = m.noise(place, 520, 5, 0.7)
    height = m.math("ADD", m.math("MULTIPLY", twill, 0.12), nap)
    m.principled({
        "Base Color": m.mix(1.0, base, m.ramp(nap, (0.3, 0.76), (0.7, 1.18)), "MULTIPLY"), "Roughness": 1.0, "Specular IOR Level": 0.05,
        "Sheen Weight": 0.7, "Sheen Roughness": 0.5, "Normal": m.bump(height, 0.8, 0.0018),
    })
    return m.material


def leather(colour=rgb("#8a5632")):
    m = Material("leather", plain=colour, roughness=0.55)
    grain = m("TexVoronoi", {"Vector": m.coordinates(), "Scale": 900.0}).outputs["Distance"]
    m.principled({"Base Color": m.ramp(m.noise(m.coordinates(), 60, 3), (0.3, shade(colour, 0.8)), (0.7, shade(colour, 1.15))), "Roughness": 0.5,
                  "Normal": m.bump(grain, 0.2, 0.0004)})
    return m.material
