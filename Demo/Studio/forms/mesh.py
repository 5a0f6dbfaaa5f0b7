"""How a mesh becomes a thing on the set."""
import bpy
from mathutils import Euler, Matrix, Vector


def thing(name, points, faces, material=None, smooth=True, uvs=None):
    """An object of these points and faces; `uvs` gives one pair for each point."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(point) for point in points], [], [tuple(face) for face in faces])
    mesh.validate()
    if smooth:
        mesh.shade_smooth()
    if uvs:
        layer = mesh.uv_layers.new(name="UVMap")
        for loop in mesh.loops:
            layer.data[loop.index].uv = uvs[loop.vertex_index]
    return place(bpy.data.objects.new(name, mesh), material)


def place(made, material=None):
    if material is not None:
        made.data.materials.append(material)
    bpy.context.collection.objects.link(made)
    return made


def subdivide(made, levels=2):
    modifier = made.modifiers.new("smooth", "SUBSURF")
    modifier.levels = modifier.render_levels = levels
    return made


def bevel(made, width, segments=3, angle=0.6):
    modifier = made.modifiers.new("bevel", "BEVEL")
    modifier.width = width
    modifier.segments = segments
    modifier.limit_method = "ANGLE"
    modifier.angle_limit = angle
    modifier.harden_normals = False
    return made


def thicken(made, width, offset=0.0):
    """Gives a surface a wall; `offset` −1 grows inwards, 0 to both sides, 1 outwards."""
    modifier = made.modifiers.new("wall", "SOLIDIFY")
    modifier.thickness = width
    modifier.offset = offset
    modifier.use_even_offset = True
    return made


def cut(made, tools):
    """Takes the tools' shapes away, at once, where they stand now. They vanish."""
    for tool in tools:
        modifier = made.modifiers.new("cut", "BOOLEAN")
        modifier.operation = "DIFFERENCE"
        modifier.solver = "EXACT"
        modifier.object = tool
    bpy.context.view_layer.update()
    baked(made)
    for tool in tools:
        bpy.data.objects.remove(tool)
    return made


def baked(made):
    """The same object with its modifiers applied, so that it can be shaped further."""
    graph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(made.evaluated_get(graph))
    made.modifiers.clear()
    made.data = mesh
    return made


def move(things, by=(0, 0, 0), turn=(0, 0, 0), scale=1.0):
    """Turns (radians, about the origin: x, then y, then z), scales, then moves; returns what it was given."""
    turned = Matrix.LocRotScale(Vector(by), _rotation(turn), Vector((scale,) * 3))
    for made in things if isinstance(things, (list, tuple)) else [things]:
        made.matrix_world = turned @ made.matrix_world
    return things


def copies(made):
    """A second object that shares the mesh and its modifiers."""
    again = made.copy()
    bpy.context.collection.objects.link(again)
    return again


def _rotation(turn):
    return Euler(turn, "XYZ").to_quaternion()
