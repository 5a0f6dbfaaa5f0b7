"""Fired clay: stoneware under glaze, porcelain, bare biscuit."""
from .nodes import Material, rgb, shade

BISCUIT = rgb("#b08f6c")
GLAZES = {
    "fog": rgb("#a9aeab"), "moss": rgb("#59633f"), "clay": rgb("#95492f"), "snow": rgb("#e6e1d6"), "ink": rgb("#1f2a3a"),
    "sand": rgb("#c4ab84"),
}


def glazed(glaze, foot=0.006, rim=None, freckles=0.6, gloss=0.16):
    """A glaze that stops above a bare foot, thins at the rim and carries a few freckles of iron.

    `foot` and `rim` are heights in metres: below the first the clay is bare, at the second the glaze has run thin.
    """
    colour = GLAZES[glaze] if isinstance(glaze, str) else glaze
    m = Material("glazed", plain=colour, roughness=0.25)
    place = m.coordinates()
    cloud = m.ramp(m.noise(place, 26, 5), (0.3, shade(colour, 0.88)), (0.7, shade(colour, 1.06)))
    specks = m.ramp(m.noise(place, 620, 2, 0.6), (0.66, 0.0), (0.72, freckles))
    sparse = m.ramp(m.noise(place, 90, 1), (0.48, 0.0), (0.6, 1.0))
    body = m.mix(m.math("MULTIPLY", specks, sparse), cloud, shade(rgb("#5b3d26"), 1))
    height = m.axis("Z", place)
    if rim:
        worn = m.between(m.math("ADD", height, m.math("MULTIPLY", m.noise(place, 90), 0.002)), rim - 0.0012, rim + 0.0006)
        body = m.mix(m.math("MULTIPLY", worn, 0.75), body, m.mix(0.5, BISCUIT, colour))
    wave = m.math("MULTIPLY", m.noise(place, 38, 2), 0.0022)
    under = m.between(m.math("SUBTRACT", height, wave), foot - 0.0016, foot - 0.0009)
    grit = m.ramp(m.noise(place, 900, 3), (0.35, shade(BISCUIT, 0.8)), (0.65, shade(BISCUIT, 1.1)))
    rough = m.mix(under, (0.85, 0.85, 0.85), m.ramp(m.noise(place, 60), (0.3, gloss), (0.7, gloss + 0.1)))
    throwing = m.bump(m.noise(m.coordinates((6, 6, 260)), 1.0, 1), 0.10, 0.002)
    step = m.bump(under, 0.6, 0.0006, throwing)
    m.principled({
        "Base Color": m.mix(under, grit, body), "Roughness": rough, "Normal": step, "Coat Weight": m.math("MULTIPLY", under, 0.35),
        "Coat Roughness": 0.08, "Specular IOR Level": 0.45,
    })
    return m.material


def porcelain(colour=rgb("#f4f2ec"), gloss=0.1):
    """White through and through, with a little light inside."""
    m = Material("porcelain", plain=colour, roughness=0.15)
    m.principled({
        "Base Color": colour, "Roughness": gloss, "Subsurface Weight": 0.12, "Subsurface Radius": (0.004, 0.003, 0.002),
        "Coat Weight": 0.5, "Coat Roughness": 0.05, "Normal": m.bump(m.noise(m.coordinates((5, 5, 120)), 1, 1), 0.04, 0.001),
    })
    return m.material


def bare(colour=BISCUIT):
    """Unglazed clay."""
    m = Material("biscuit", plain=colour, roughness=0.9)
    place = m.coordinates()
    grit = m.noise(place, 800, 4)
    m.principled({
        "Base Color": m.ramp(grit, (0.3, shade(colour, 0.85)), (0.7, shade(colour, 1.08))), "Roughness": 0.88,
        "Normal": m.bump(grit, 0.25, 0.0004),
    })
    return m.material
