"""What is in the cup, the bottle and the jar."""
from .nodes import Material, rgb


def opaque(colour, gloss=0.08):
    """Coffee, milk, thick soup: a still surface."""
    m = Material("liquid", plain=colour, roughness=gloss)
    m.principled({"Base Color": colour, "Roughness": gloss, "Coat Weight": 0.5})
    return m.material


def coffee():
    return opaque(rgb("#2a160c"))


def milk():
    return opaque(rgb("#f3eee2"), 0.2)
