#!/usr/bin/env python
"""Writes each product as GLB in metres into `Demo/models`: `export_models.py`, or with names for some of them.

A model keeps its shape and one plain colour for each material; labels keep a small picture. It is made light enough
for a page: at most `MOST_TRIANGLES`.
"""
import fnmatch
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import bpy  # noqa: E402
from PIL import Image  # noqa: E402

import catalogue  # noqa: E402
import stage  # noqa: E402
from forms.mesh import baked  # noqa: E402
from render import silence  # noqa: E402

RESULTS = HERE.parents[0] / "models"
MOST_TRIANGLES = 2600
LABEL_PIXELS = 192


def export(model, path):
    stage.empty()
    made = [thing for thing in model.build(**model.settings) if not thing.hide_render and not thing.get("tool")]
    bpy.context.view_layer.update()
    for thing in list(bpy.context.scene.objects):
        if thing not in made:
            bpy.data.objects.remove(thing)
    plain = {material: flattened(material) for material in list(bpy.data.materials)}
    for thing in made:
        thing.data = thing.data.copy() if thing.data.users > 1 else thing.data
        for slot in thing.material_slots:
            slot.material = plain.get(slot.material, slot.material)
        baked(thing)
    whole = joined(made, model.name)
    lighten(whole)
    with silence():
        bpy.ops.export_scene.gltf(
            filepath=str(path), export_format="GLB", export_yup=True, export_apply=True, export_animations=False, export_extras=False, export_tangents=False,
            export_image_format="JPEG", export_jpeg_quality=70, export_texcoords=has_print(whole), export_normals=True)
    return len(whole.data.polygons)


def has_print(thing):
    return any(node.type == "TEX_IMAGE" for slot in thing.material_slots for node in slot.material.node_tree.nodes)


def flattened(material):
    """The material's plain stand-in, with its print if it has one."""
    twin = bpy.data.materials.new(material.name.split(".")[0])
    twin.use_nodes = True
    shader = twin.node_tree.nodes["Principled BSDF"]
    alpha = material.get("plain_alpha", 1.0)
    shader.inputs["Base Color"].default_value = (*material.get("plain", (0.8, 0.8, 0.8)), 1)
    shader.inputs["Roughness"].default_value = material.get("plain_roughness", 0.6)
    shader.inputs["Metallic"].default_value = material.get("plain_metallic", 0.0)
    if alpha < 1:
        shader.inputs["Alpha"].default_value = alpha
        twin.surface_render_method = "BLENDED"
    image = next((node.image for node in material.node_tree.nodes if node.type == "TEX_IMAGE"), None)
    if image:
        small = Image.open(image.filepath_from_user()).convert("RGB")
        small.thumbnail((LABEL_PIXELS, LABEL_PIXELS), Image.LANCZOS)
        path = Path(tempfile.mkdtemp(prefix="print")) / "print.jpg"
        small.save(path, quality=80)
        texture = twin.node_tree.nodes.new("ShaderNodeTexImage")
        texture.image = bpy.data.images.load(str(path))
        twin.node_tree.links.new(texture.outputs["Color"], shader.inputs["Base Color"])
    return twin


def joined(things, name):
    bpy.ops.object.select_all(action="DESELECT")
    for thing in things:
        thing.select_set(True)
    bpy.context.view_layer.objects.active = things[0]
    if len(things) > 1:
        bpy.ops.object.join()
    whole = bpy.context.view_layer.objects.active
    whole.name = whole.data.name = name
    bpy.ops.object.transform_apply(location=True, rotation=True, scale=True)
    merge_materials(whole)
    return whole


def merge_materials(whole):
    """Parts of one colour share one material."""
    kept, mapping = {}, {}
    for index, slot in enumerate(whole.material_slots):
        shader = slot.material.node_tree.nodes["Principled BSDF"]
        base = shader.inputs["Base Color"]
        key = (slot.material.name if base.is_linked else tuple(round(part, 4) for part in base.default_value), round(shader.inputs["Roughness"].default_value, 3),
               shader.inputs["Metallic"].default_value, shader.inputs["Alpha"].default_value)
        kept.setdefault(key, index)
        mapping[index] = kept[key]
    for face in whole.data.polygons:
        face.material_index = mapping.get(face.material_index, 0)
    with bpy.context.temp_override(object=whole, active_object=whole):
        bpy.ops.object.material_slot_remove_unused()


def lighten(whole):
    """Takes triangles away where the surface is flat, until few enough remain."""
    count = sum(len(face.vertices) - 2 for face in whole.data.polygons)
    if count <= MOST_TRIANGLES:
        return
    modifier = whole.modifiers.new("lighter", "DECIMATE")
    modifier.ratio = MOST_TRIANGLES / count
    modifier.use_collapse_triangulate = True
    baked(whole)


def main():
    _, models = catalogue.load()
    patterns = sys.argv[1:] or ["*"]
    RESULTS.mkdir(parents=True, exist_ok=True)
    for name in sorted(models):
        if any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
            path = RESULTS / f"{name}.glb"
            triangles = export(models[name], path)
            print(f"{name}: {path.stat().st_size / 1000:.0f} KB, {triangles} triangles", flush=True)


if __name__ == "__main__":
    main()
