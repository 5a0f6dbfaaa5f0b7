"""A short way to write shader nodes: `m("TexNoise", {"Scale": 40})` adds one and links what it is given."""
import bpy

COORDINATES = "Object"


class Material:
    """A material under construction.

    `plain` is the colour that stands for it in an exported model, which knows no procedures.
    """

    def __init__(self, name, plain, roughness=0.6, metallic=0.0, alpha=1.0):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self("OutputMaterial")
        self.material["plain"] = list(plain[:3])
        self.material["plain_roughness"] = roughness
        self.material["plain_metallic"] = metallic
        self.material["plain_alpha"] = alpha

    def __call__(self, kind, inputs=None, **settings):
        node = self.tree.nodes.new("ShaderNode" + kind)
        for name, value in settings.items():
            setattr(node, name, value)
        for name, value in (inputs or {}).items():
            self.feed(node.inputs[name], value)
        return node

    def feed(self, socket, value):
        """Links a node (its first output) or a socket; sets a number or a colour."""
        if isinstance(value, bpy.types.Node):
            value = value.outputs[0]
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, (tuple, list)) and socket.type == "RGBA" and len(value) == 3:
            socket.default_value = (*value, 1)
        else:
            socket.default_value = value

    # -- the pieces that most recipes share

    def coordinates(self, scale=(1, 1, 1), rotation=(0, 0, 0), kind=COORDINATES):
        source = self("TexCoord").outputs[kind]
        return self("Mapping", {"Vector": source, "Scale": scale, "Rotation": rotation}).outputs[0]

    def noise(self, vector, scale, detail=3.0, roughness=0.5, distortion=0.0):
        return self("TexNoise", {"Vector": vector, "Scale": scale, "Detail": detail, "Roughness": roughness, "Distortion": distortion}).outputs[0]

    def ramp(self, factor, *stops):
        """A gradient: (position, colour or grey) each."""
        node = self("ValToRGB", {"Fac": factor})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops):
            element.position = position
            grey = isinstance(colour, (int, float))
            element.color = (colour, colour, colour, 1) if grey else (*colour, 1)
        return node.outputs[0]

    def mix(self, factor, first, second, blend="MIX"):
        node = self("Mix", data_type="RGBA", blend_type=blend)
        self.feed(node.inputs[0], factor)
        self.feed(node.inputs[6], first)
        self.feed(node.inputs[7], second)
        return node.outputs[2]

    def math(self, operation, first, second=0.5, clamp=False):
        node = self("Math", operation=operation, use_clamp=clamp)
        self.feed(node.inputs[0], first)
        self.feed(node.inputs[1], second)
        return node.outputs[0]

    def bump(self, height, strength=0.3, distance=0.001, normal=None):
        inputs = {"Height": height, "Strength": strength, "Distance": distance}
        if normal is not None:
            inputs["Normal"] = normal
        return self("Bump", inputs).outputs[0]

    def axis(self, letter, vector=None):
        """One coordinate, in metres from the object's origin."""
        vector = vector if vector is not None else self.coordinates()
        return self("SeparateXYZ", {"Vector": vector}).outputs[letter]

    def between(self, value, low, high, first=0.0, second=1.0):
        """Maps a range of metres to another range, held at its ends."""
        inputs = {"Value": value, "From Min": low, "From Max": high, "To Min": first, "To Max": second}
        return self("MapRange", inputs, clamp=True).outputs[0]

    def principled(self, inputs):
        shader = self("BsdfPrincipled", inputs)
        self.feed(self.output.inputs["Surface"], shader)
        return shader


def shade(colour, factor):
    """The same colour, darker (below 1) or lighter."""
    return tuple(min(1.0, max(0.0, part * factor)) for part in colour[:3])


def rgb(text):
    """`#aabbcc` as a screen would show it, in the renderer's linear numbers."""
    parts = [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
