"""Iron, steel, brass, enamel on steel."""
from .nodes import Material, rgb, shade


def cast_iron(colour=rgb("#242424"), gloss=0.46):
    """Seasoned iron: sand-cast skin with a thin film of oil."""
    m = Material("cast iron", plain=colour, roughness=0.5, metallic=0.3)
    place = m.coordinates()
    sand = m.noise(place, 760, 4, 0.6)
    cloud = m.noise(place, 40, 3)
    m.principled({
        "Base Color": m.ramp(cloud, (0.3, shade(colour, 0.75)), (0.7, shade(colour, 1.35))), "Metallic": 0.35,
        "Roughness": m.ramp(cloud, (0.3, gloss - 0.08), (0.7, gloss + 0.12)), "Normal": m.bump(sand, 0.35, 0.0006), "Specular IOR Level": 0.5,
    })
    return m.material


def steel(gloss=0.22, along=None, colour=rgb("#c9c8c4")):
    """Stainless steel: polished, or brushed `along` an axis of the object."""
    m = Material("steel", plain=colour, roughness=gloss, metallic=1.0)
    inputs = {"Base Color": colour, "Metallic": 1.0, "Roughness": gloss}
    if along:
        squeeze = {"X": (0.01, 1, 1), "Y": (1, 0.01, 1), "Z": (1, 1, 0.01), "R": (1, 1, 1)}[along]
        lines = m.noise(m.coordinates(squeeze), 2600, 2)
        inputs["Roughness"] = m.ramp(lines, (0.3, gloss - 0.06), (0.7, gloss + 0.12))
        inputs["Normal"] = m.bump(lines, 0.06, 0.0002)
    else:
        inputs["Roughness"] = m.ramp(m.noise(m.coordinates(), 70, 4), (0.3, gloss), (0.8, gloss + 0.07))
    m.principled(inputs)
    return m.material


def brass(gloss=0.24):
    return steel(gloss, colour=rgb("#c9a25a"))


def carbon(gloss=0.3):
    """Carbon steel with the shadow of its forging."""
    colour = rgb("#8d8d8c")
    m = Material("carbon steel", plain=colour, roughness=gloss, metallic=1.0)
    cloud = m.noise(m.coordinates((1, 1, 2)), 160, 5)
    m.principled({
        "Base Color": m.ramp(cloud, (0.3, shade(colour, 0.7)), (0.7, shade(colour, 1.2))), "Metallic": 1.0,
        "Roughness": m.ramp(cloud, (0.3, gloss - 0.05), (0.7, gloss + 0.15)), "Normal": m.bump(cloud, 0.08, 0.0004),
    })
    return m.material


ENAMELS = {
    "cream": rgb("#efe6d2"), "blueberry": rgb("#2f426b"), "white": rgb("#f4f2ec"), "moss": rgb("#5f6f52"), "rust": rgb("#a2492c"),
    "black": rgb("#1d1d1f"), "raspberry": rgb("#8e2442"), "fog": rgb("#aab2b3"), "mustard": rgb("#c9932f"), "green": rgb("#3e5a48"),
}


def enamel(colour, flecks=0.0, gloss=0.09):
    """Glass melted on steel: deep gloss, slightly uneven, sometimes flecked."""
    colour = ENAMELS.get(colour, colour) if isinstance(colour, str) else colour
    m = Material("enamel", plain=colour, roughness=0.12)
    place = m.coordinates()
    base = m.ramp(m.noise(place, 14, 2), (0.3, shade(colour, 0.94)), (0.7, shade(colour, 1.04)))
    if flecks:
        base = m.mix(m.ramp(m.noise(place, 300, 2), (0.64, 0.0), (0.7, flecks)), base, rgb("#f2efe6"))
    m.principled({
        "Base Color": base, "Roughness": gloss, "Coat Weight": 0.8, "Coat Roughness": 0.03, "Specular IOR Level": 0.5,
        "Normal": m.bump(m.noise(place, 55, 2), 0.05, 0.0016),
    })
    return m.material


def painted(colour, gloss=0.42):
    """Powder-coated metal."""
    m = Material("painted", plain=colour, roughness=gloss)
    m.principled({"Base Color": colour, "Roughness": gloss, "Normal": m.bump(m.noise(m.coordinates(), 1400, 2), 0.06, 0.0003)})
    return m.material
