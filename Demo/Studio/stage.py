"""The one set on which everything is photographed: a warm paper sweep, one large soft window, one lens.

Lights and paper grow with the product, so that an egg cup and a stool stand in the same light.
"""
import math

import bpy
from mathutils import Vector

from materials.nodes import Material

PAPER = (0.80, 0.765, 0.715)


def empty():
    """An empty file with our renderer: Cycles on one thread of the CPU, denoised."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = 12
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.1
    cycles.adaptive_min_samples = 4
    cycles.use_light_tree = False
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = "FAST"
    cycles.max_bounces = 10
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 3
    cycles.transmission_bounces = 10
    cycles.transparent_max_bounces = 12
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 6
    scene.render.threads_mode = "FIXED"
    scene.render.threads = 1
    scene.view_settings.view_transform = "Standard"
    scene.view_settings.exposure = -0.5
    return scene


def dress(size):
    """Paper and lights around a product of this radius, in metres, that stands on the origin.

    Size is what the camera sees of it; every distance is a multiple of it and every light's power of its square.
    """
    _paper(size)
    # The window: large, high on the left, a little in front.
    _softbox("window", (-6.2, -4.4, 8.2), size, width=4.6, power=2000, colour=(1.0, 0.98, 0.955))
    # A white wall far to the right, which opens the shadows.
    _softbox("wall", (4.2, -1.6, 2.0), size, width=4.0, power=30, colour=(1.0, 0.96, 0.92))
    # A strip behind, which draws the far edge.
    _softbox("strip", (2.0, 3.6, 3.4), size, width=1.3, power=60, colour=(1.0, 0.98, 0.95))
    world = bpy.data.worlds.new("room")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs["Color"].default_value = (1.0, 0.965, 0.925, 1)
    background.inputs["Strength"].default_value = 0.36


def _softbox(name, place, size, width, power, colour):
    light = bpy.data.lights.new(name, "AREA")
    light.shape = "SQUARE"
    light.size = width * size
    light.energy = power * size * size
    light.color = colour
    stand = bpy.data.objects.new(name, light)
    stand.location = Vector(place) * size
    aim = Vector((0, 0, 0.4 * size)) - stand.location
    stand.rotation_euler = aim.to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(stand)


def _paper(size):
    """A floor that rises into a wall without an edge."""
    wall, bend, half = 9.0, 5.0, 26.0
    profile = [(-30.0, 0.0), (wall - bend, 0.0)]
    for step in range(1, 17):
        angle = math.pi / 2 * step / 16
        profile.append((wall - bend + bend * math.sin(angle), bend - bend * math.cos(angle)))
    profile.append((wall, 40.0))
    points = [(x, y, z) for y, z in profile for x in (-half, half)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    mesh = bpy.data.meshes.new("paper")
    mesh.from_pydata([Vector(point) * size for point in points], [], faces)
    mesh.shade_smooth()
    sheet = bpy.data.objects.new("paper", mesh)
    bpy.context.collection.objects.link(sheet)
    paper = Material("paper", plain=PAPER)
    paper.principled({"Base Color": PAPER, "Roughness": 0.9, "Specular IOR Level": 0.15})
    mesh.materials.append(paper.material)
