"""One lens for everything: 85 mm, moved until the product fills its part of the frame."""
import math
from dataclasses import dataclass

import bpy
from mathutils import Vector


@dataclass(frozen=True)
class View:
    """From where we look. Angles in degrees, `focus` in metres, `fill` as a part of the frame."""

    name: str
    elevation: float = 20
    azimuth: float = 0
    fill: float = 0.74
    # Where a close view looks; None frames everything.
    focus: tuple | None = None
    # The width that a close view shows, in metres.
    width: float = 0
    stop: float = 22


FRONT = View("front")
HIGH = View("high", elevation=34)
TOP = View("top", elevation=78, fill=0.78)


def close(focus, width, elevation=26, azimuth=0, stop=8):
    """A piece of it, so near that one sees what it is made of."""
    return View("detail", elevation, azimuth, 1, focus, width, stop)


def point_at(view, objects):
    camera = bpy.data.cameras.new("camera")
    camera.lens = 85
    camera.sensor_width = 36
    camera.clip_end = 1000
    stand = bpy.data.objects.new("camera", camera)
    bpy.context.collection.objects.link(stand)
    bpy.context.scene.camera = stand

    elevation, azimuth = math.radians(view.elevation), math.radians(view.azimuth)
    backward = Vector((math.sin(azimuth) * math.cos(elevation), -math.cos(azimuth) * math.cos(elevation), math.sin(elevation)))
    right = Vector((math.cos(azimuth), math.sin(azimuth), 0))
    up = backward.cross(right)
    half = camera.sensor_width / 2 / camera.lens

    if view.focus:
        target, distance = Vector(view.focus), view.width / 2 / half
    else:
        target, distance = _frame(corners(objects), backward, right, up, half * view.fill)
    stand.location = target + backward * distance
    stand.rotation_euler = backward.to_track_quat("Z", "Y").to_euler()
    camera.clip_start = distance / 50
    camera.dof.use_dof = True
    camera.dof.focus_distance = distance
    # The same depth in proportion for the small and the large.
    camera.dof.aperture_fstop = view.stop * camera.lens / 1000 / (distance * 0.08)


def _frame(points, backward, right, up, tangent):
    """The target and the distance at which the outline touches the frame on all sides alike."""
    target = sum(points, Vector()) / len(points)
    distance = 1.0
    for _ in range(12):
        seen = []
        for point in points:
            offset = point - target
            depth = distance - offset.dot(backward)
            seen.append((offset.dot(right) / max(depth, 1e-4), offset.dot(up) / max(depth, 1e-4)))
        left, rightmost = min(x for x, _ in seen), max(x for x, _ in seen)
        bottom, top = min(y for _, y in seen), max(y for _, y in seen)
        target += (right * (left + rightmost) / 2 + up * (bottom + top) / 2) * distance
        distance *= max(rightmost - left, top - bottom) / 2 / tangent
    return target, distance


def corners(objects):
    """Points of the surfaces as they will be rendered, in the world: about two thousand of each."""
    graph = bpy.context.evaluated_depsgraph_get()
    points = []
    for thing in objects:
        if thing.type != "MESH" or thing.hide_render or thing.get("unframed"):
            continue
        evaluated = thing.evaluated_get(graph)
        mesh = evaluated.to_mesh()
        step = max(1, len(mesh.vertices) // 2000)
        points += [evaluated.matrix_world @ mesh.vertices[i].co for i in range(0, len(mesh.vertices), step)]
        evaluated.to_mesh_clear()
    return points
