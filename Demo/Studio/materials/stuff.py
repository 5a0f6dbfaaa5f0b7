"""Paper, wax, bristles, stone, and what is eaten."""
import bpy

from .nodes import Material, rgb, shade


def paper(colour=rgb("#f3eee3"), rough=0.75, fibres=0.25):
    m = Material("paper", plain=colour, roughness=rough)
    fine = m.noise(m.coordinates(), 900, 4)
    m.principled({
        "Base Color": m.ramp(fine, (0.3, shade(colour, 0.95)), (0.7, shade(colour, 1.03))), "Roughness": rough, "Specular IOR Level": 0.2,
        "Normal": m.bump(fine, fibres, 0.0003),
    })
    return m.material


def kraft():
    return paper(rgb("#b98e5e"), 0.8, 0.4)


def printed(path, rough=0.6, coat=0.0, metal=0.0):
    """A picture of ours on paper or tin, by the UV map."""
    m = Material("printed", plain=(0.9, 0.88, 0.84), roughness=rough)
    image = m("TexImage", image=bpy.data.images.load(str(path)), extension="EXTEND", interpolation="Cubic")
    fine = m.noise(m.coordinates(), 1200, 3)
    m.principled({
        "Base Color": image.outputs["Color"], "Roughness": rough, "Coat Weight": coat, "Coat Roughness": 0.12, "Metallic": metal,
        "Specular IOR Level": 0.3, "Normal": m.bump(fine, 0.08, 0.0002),
    })
    m.material["plain_image"] = True
    return m.material


def wax(colour=rgb("#d9a24a"), gloss=0.42):
    m = Material("wax", plain=colour, roughness=gloss)
    cloud = m.noise(m.coordinates(), 60, 4)
    m.principled({
        "Base Color": m.ramp(cloud, (0.3, shade(colour, 0.93)), (0.7, shade(colour, 1.06))), "Roughness": gloss, "Subsurface Weight": 0.55,
        "Subsurface Radius": (0.010, 0.005, 0.002), "Subsurface Scale": 0.6, "Specular IOR Level": 0.35,
        "Normal": m.bump(m.noise(m.coordinates((1, 1, 0.25)), 90, 2), 0.12, 0.001),
    })
    return m.material


def flame():
    m = Material("flame", plain=rgb("#ffd68a"))
    m.feed(m.output.inputs["Surface"], m("Emission", {"Color": rgb("#ffcb80"), "Strength": 2.5}))
    return m.material


def near_flame():
    """A flame as one sees it from near: blue and thin at the wick, bright in the middle, orange and fading at the edge.

    For a body 29 mm tall that begins at its origin.
    """
    m = Material("near flame", plain=rgb("#ffd68a"))
    height = m.between(m.axis("Z"), 0.0, 0.029)
    facing = m("LayerWeight", {"Blend": 0.35}).outputs["Facing"]
    core = m.ramp(height, (0.0, rgb("#5a6ea8")), (0.16, rgb("#e08a3a")), (0.34, rgb("#ffd98c")), (0.62, rgb("#fff0c4")), (1.0, rgb("#ffb85a")))
    glow = m("Emission", {"Color": m.mix(facing, core, rgb("#ff9a3a")), "Strength": m.between(height, 0.0, 0.4, 0.5, 1.75)})
    through = m("BsdfTransparent")
    body = m("MixShader", {"Fac": m.ramp(facing, (0.35, 1.0), (0.97, 0.05))})
    m.feed(body.inputs[1], through)
    m.feed(body.inputs[2], glow)
    m.feed(m.output.inputs["Surface"], body)
    return m.material


def ember():
    """A wick."""
    return plain(rgb("#2a211a"), 0.9)


def plain(colour, rough=0.6, coat=0.0, metallic=0.0):
    m = Material("plain", plain=colour, roughness=rough, metallic=metallic)
    m.principled({"Base Color": colour, "Roughness": rough, "Coat Weight": coat, "Metallic": metallic})
    return m.material


def bristle(colour=rgb("#d8c08c")):
    m = Material("bristle", plain=colour, roughness=0.6)
    m.principled({"Base Color": m.ramp(m.noise(m.coordinates(), 240, 2), (0.3, shade(colour, 0.7)), (0.7, shade(colour, 1.2))), "Roughness": 0.55})
    return m.material


def stone(colour=rgb("#7d7c78"), gloss=0.55):
    """Granite: feldspar, quartz and mica."""
    m = Material("granite", plain=colour, roughness=gloss)
    place = m.coordinates()
    grain = m("TexVoronoi", {"Vector": place, "Scale": 330.0}).outputs["Color"]
    cell = m.axis("X", grain)
    speck = m.ramp(cell, (0.0, shade(colour, 0.28)), (0.28, shade(colour, 0.8)), (0.6, shade(colour, 1.15)), (1.0, shade(colour, 1.9)))
    m.principled({"Base Color": m.mix(0.35, speck, colour), "Roughness": gloss, "Normal": m.bump(m.noise(place, 700, 3), 0.25, 0.0005)})
    return m.material


def soft(colour, second=None, scale=180.0, rough=0.45, depth=0.004, bumpy=0.3, contrast=0.8):
    """Food with some light inside: fruit, bread, cheese."""
    second = second or shade(colour, contrast)
    m = Material("food", plain=colour, roughness=rough)
    place = m.coordinates()
    cloud = m.noise(place, scale, 4)
    m.principled({
        "Base Color": m.ramp(cloud, (0.35, second), (0.65, colour)), "Roughness": rough, "Subsurface Weight": 0.25 if depth else 0.0,
        "Subsurface Radius": (depth, depth * 0.5, depth * 0.3), "Normal": m.bump(cloud, bumpy, 0.001), "Specular IOR Level": 0.4,
    })
    return m.material


def preserve(colour, gloss=0.28):
    """Jam: dark in the mass, glowing at the edge, with lumps."""
    m = Material("preserve", plain=colour, roughness=0.2)
    place = m.coordinates()
    lumps = m.noise(place, 130, 3)
    m.principled({
        "Base Color": m.ramp(lumps, (0.3, shade(colour, 0.35)), (0.55, colour), (0.75, shade(colour, 1.7))), "Roughness": gloss,
        "Subsurface Weight": 0.35, "Subsurface Radius": (0.012, 0.003, 0.002), "Normal": m.bump(lumps, 0.2, 0.002), "Coat Weight": 0.25,
    })
    return m.material


def crispbread():
    """Rye crust, pricked all over with a studded roller."""
    m = Material("crispbread", plain=rgb("#a8784a"), roughness=0.9)
    place = m.coordinates()
    cloud = m.noise(place, 140, 4)
    pits = m.ramp(m("TexVoronoi", {"Vector": m.coordinates((1, 1, 0.05)), "Scale": 84.0, "Randomness": 0.3}).outputs["Distance"], (0.14, 1.0), (0.26, 0.0))
    crust = m.ramp(cloud, (0.34, rgb("#86572d")), (0.66, rgb("#b98a58")))
    m.principled({
        "Base Color": m.mix(m.math("MULTIPLY", pits, 0.45), crust, rgb("#553519")), "Roughness": 0.9, "Specular IOR Level": 0.2,
        "Normal": m.bump(m.math("SUBTRACT", m.math("MULTIPLY", cloud, 0.5), pits), 0.9, 0.0022),
    })
    return m.material


def onion_skin(colour=rgb("#b8702a")):
    """Dry paper with veins from the root to the neck, for a body about one metre in radius that is scaled down."""
    m = Material("onion", plain=colour, roughness=0.4)
    around = m("VectorMath", {"Vector": m.coordinates((1, 1, 0))}, operation="NORMALIZE").outputs[0]
    veins = m.noise(around, 10, 3)
    patch = m.noise(m.coordinates(), 2.2, 3)
    body = m.ramp(veins, (0.36, shade(colour, 0.55)), (0.48, colour), (0.64, shade(colour, 1.35)))
    m.principled({
        "Base Color": m.mix(m.ramp(patch, (0.5, 0.0), (0.9, 0.3)), body, rgb("#e3b873")), "Roughness": 0.36, "Specular IOR Level": 0.45,
        "Normal": m.bump(veins, 0.2, 0.02),
    })
    return m.material


def leaf(colour=rgb("#6d9a38")):
    """A green leaf: paler along its rib (which runs along y), some light through it."""
    m = Material("leaf", plain=colour, roughness=0.4)
    place = m.coordinates()
    rib = m.ramp(m.math("ABSOLUTE", m.axis("X", place), 0), (0.0012, 0.8), (0.012, 0.0))
    cloud = m.ramp(m.noise(place, 60, 3), (0.3, shade(colour, 0.75)), (0.7, shade(colour, 1.2)))
    m.principled({
        "Base Color": m.mix(rib, cloud, rgb("#cfdc9a")), "Roughness": 0.36, "Subsurface Weight": 0.2, "Subsurface Radius": (0.002, 0.003, 0.001),
        "Normal": m.bump(m.noise(m.coordinates((1, 0.4, 1)), 170, 2), 0.35, 0.001), "Coat Weight": 0.15,
    })
    return m.material


def smoked_fish():
    """A small fish on its side, its back towards +x: bronze along the back, gold on the flank, pale at the belly."""
    m = Material("smoked fish", plain=rgb("#b58a44"), roughness=0.3)
    place = m.coordinates()
    across = m.math("ADD", m.axis("X", place), m.math("MULTIPLY", m.noise(place, 160, 2), 0.003))
    scales = m("TexVoronoi", {"Vector": m.coordinates((1, 0.7, 1)), "Scale": 620.0}).outputs["Distance"]
    m.principled({
        "Base Color": m.ramp(m.between(across, -0.006, 0.009), (0.0, rgb("#ead9b0")), (0.30, rgb("#cfa35c")), (0.50, rgb("#96682e")), (0.72, rgb("#3f2a18"))),
        "Roughness": 0.28, "Metallic": 0.25, "Coat Weight": 0.5, "Coat Roughness": 0.1, "Normal": m.bump(scales, 0.25, 0.0004),
    })
    return m.material
