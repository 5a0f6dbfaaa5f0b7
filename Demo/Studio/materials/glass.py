"""Glass and what shows through it. Light passes as through clear air when only a shadow is asked for."""
from .nodes import Material, rgb

TINTS = {
    "clear": (0.985, 0.995, 0.99), "smoke": (0.78, 0.755, 0.71), "moss": (0.80, 0.87, 0.70), "amber": (0.62, 0.26, 0.05), "rose": (0.96, 0.78, 0.75),
    "sea": (0.76, 0.90, 0.91), "bottle": (0.26, 0.44, 0.20),
}


def glass(tint="clear", gloss=0.0, waves=0.0):
    colour = TINTS.get(tint, tint) if isinstance(tint, str) else tint
    m = Material("glass", plain=colour, roughness=0.05, alpha=0.16)
    inputs = {"Color": colour, "Roughness": gloss, "IOR": 1.48}
    if waves:
        inputs["Normal"] = m.bump(m.noise(m.coordinates(), 40, 1), waves, 0.004)
    body = m("BsdfGlass", inputs)
    ghost = m("BsdfTransparent", {"Color": tuple(0.35 + 0.6 * part for part in colour)})
    rays = m("LightPath").outputs
    through = m.math("MAXIMUM", rays["Is Shadow Ray"], rays["Is Diffuse Ray"])
    surface = m("MixShader")
    m.feed(surface.inputs[0], through)
    m.feed(surface.inputs[1], body)
    m.feed(surface.inputs[2], ghost)
    m.feed(m.output.inputs["Surface"], surface)
    return m.material


def syrup(colour, cloud=0.35):
    """A clear thick liquid: honey, oil, cordial. `cloud` is how much of it scatters light instead of passing it."""
    m = Material("syrup", plain=colour, roughness=0.1)
    clear = m("BsdfGlass", {"Color": tuple(part ** 0.6 for part in colour), "Roughness": 0.02, "IOR": 1.36})
    inside = m("BsdfTranslucent", {"Color": colour})
    skin = m("BsdfDiffuse", {"Color": colour})
    milk = m("MixShader", {"Fac": 0.45})
    m.feed(milk.inputs[1], inside)
    m.feed(milk.inputs[2], skin)
    body = m("MixShader", {"Fac": cloud})
    m.feed(body.inputs[1], clear)
    m.feed(body.inputs[2], milk)
    ghost = m("BsdfTransparent", {"Color": tuple(part ** 0.5 for part in colour)})
    rays = m("LightPath").outputs
    surface = m("MixShader")
    m.feed(surface.inputs[0], m.math("MAXIMUM", rays["Is Shadow Ray"], rays["Is Diffuse Ray"]))
    m.feed(surface.inputs[1], body)
    m.feed(surface.inputs[2], ghost)
    m.feed(m.output.inputs["Surface"], surface)
    return m.material


def water():
    m = Material("water", plain=(0.9, 0.95, 0.95), alpha=0.2)
    body = m("BsdfGlass", {"Color": (0.97, 0.99, 0.99), "Roughness": 0.0, "IOR": 1.33})
    ghost = m("BsdfTransparent", {"Color": (0.95, 0.97, 0.97)})
    rays = m("LightPath").outputs
    surface = m("MixShader")
    m.feed(surface.inputs[0], m.math("MAXIMUM", rays["Is Shadow Ray"], rays["Is Diffuse Ray"]))
    m.feed(surface.inputs[1], body)
    m.feed(surface.inputs[2], ghost)
    m.feed(m.output.inputs["Surface"], surface)
    return m.material


def opal(colour=rgb("#fbf3e4"), glow=0.0):
    """Milk glass, lit from inside by so much."""
    m = Material("opal", plain=colour, roughness=0.2)
    inputs = {"Base Color": colour, "Roughness": 0.22, "Subsurface Weight": 0.4, "Subsurface Radius": (0.02, 0.015, 0.01), "Coat Weight": 0.4}
    if glow:
        inputs.update({"Emission Color": rgb("#ffd9a0"), "Emission Strength": glow})
    m.principled(inputs)
    return m.material
