"""Several things together: what the front of the shop shows first."""
import math

import bpy
from mathutils import Matrix

from camera import View
from catalogue import picture
from families.baskets import boxes
from families.candlelight import candles
from families.cups import mug
from families.jars import jam
from families.pouring import teapot, vase


def put(build, x, y, turn=0.0, **settings):
    """Builds something away from the middle, with what stands around it; `turn` in degrees."""
    before = set(bpy.context.scene.objects)
    made = build(**settings)
    bpy.context.view_layer.update()
    place = Matrix.Translation((x, y, 0)) @ Matrix.Rotation(math.radians(turn), 4, "Z")
    for thing in set(bpy.context.scene.objects) - before:
        if thing.parent is None:
            thing.matrix_world = place @ thing.matrix_world
    return made


@picture("front-table", View("front", elevation=15, fill=0.94))
def set_table():
    put(boxes, -0.27, 0.10, turn=20, berry=False)
    put(vase, 0.20, 0.17, glaze="sand", filled=True)
    put(teapot, 0.03, 0.03, turn=-12, glaze="moss")
    put(candles, -0.09, 0.24)
    put(mug, 0.22, -0.07, turn=-25, glaze="fog", filled=True)
    put(mug, 0.34, 0.05, turn=30, glaze="clay")
    return put(jam, -0.13, -0.13, kind="vadelma")
