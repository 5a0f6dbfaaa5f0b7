#!/usr/bin/env python
"""Photographs products: `render.py halla-mug-fog …`, or `render.py --all` for what is missing or has changed."""
import argparse
import fnmatch
import json
import os
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import bpy  # noqa: E402
from PIL import Image  # noqa: E402

import camera  # noqa: E402
import catalogue  # noqa: E402
import stage  # noqa: E402

RESULTS = HERE.parents[1] / "Public" / "demo"
LEDGER = HERE / "rendered.json"
MOST_BYTES = 80_000


def photograph(picture, path, edge=800, samples=10):
    scene = stage.empty()
    picture.build(**picture.settings)
    bpy.context.view_layer.update()
    shown = list(scene.objects)
    points = camera.corners(shown)
    size = max((point.xy.length_squared + (point.z / 2) ** 2) ** 0.5 for point in points)
    stage.dress(size)
    camera.point_at(picture.view, shown)
    scene.cycles.samples = samples
    scene.render.resolution_x = scene.render.resolution_y = edge
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = str(path)
    with silence():
        bpy.ops.render.render(write_still=True)


class silence:
    """Keeps the renderer's own words out of ours."""

    def __enter__(self):
        sys.stdout.flush()
        self.kept = os.dup(1)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)

    def __exit__(self, *_):
        os.dup2(self.kept, 1)
        os.close(self.kept)


def keep(png, name, folder):
    """Writes NAME-800.webp and, for lists, NAME-400.webp; the first is at most 80 KB."""
    image = Image.open(png).convert("RGB")
    folder.mkdir(parents=True, exist_ok=True)
    for quality in (84, 78, 70, 60):
        target = folder / f"{name}-800.webp"
        image.save(target, "WEBP", quality=quality, method=6)
        if target.stat().st_size <= MOST_BYTES:
            break
    image.resize((400, 400), Image.LANCZOS).save(folder / f"{name}-400.webp", "WEBP", quality=80, method=6)
    return target.stat().st_size


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("names", nargs="*", help="pictures; * and ? stand for letters")
    words.add_argument("--all", action="store_true", help="every picture that is missing or whose script has changed")
    words.add_argument("--missing", action="store_true", help="with --all: leave changed ones as they are")
    words.add_argument("--list", action="store_true", help="only says what it would do")
    words.add_argument("--quick", metavar="FOLDER", help="a small, coarse picture into this folder instead")
    wanted = words.parse_args()

    pictures, _ = catalogue.load()
    known = json.loads(LEDGER.read_text()) if LEDGER.exists() else {}
    names = [name for pattern in wanted.names for name in pictures if fnmatch.fnmatch(name, pattern)]
    if wanted.all:
        chosen = [name for name in pictures if name in names] if names else list(pictures)
        names = [name for name in catalogue.urgency(chosen) if is_due(pictures[name], known, wanted.missing)]
    if wanted.list:
        print("\n".join(names))
        return
    for name in names:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            png = Path(folder) / "picture.png"
            if wanted.quick:
                photograph(pictures[name], Path(wanted.quick) / f"{name}.png", 320, 6)
                size = 0
            else:
                fingerprint = pictures[name].fingerprint()
                photograph(pictures[name], png)
                size = keep(png, name, RESULTS)
                known = json.loads(LEDGER.read_text()) if LEDGER.exists() else {}
                known[name] = fingerprint
                LEDGER.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n")
        print(f"{name}: {size / 1000:.0f} KB, {time.monotonic() - started:.0f} s", flush=True)


def is_due(picture, known, only_missing):
    if not (RESULTS / f"{picture.name}-800.webp").exists():
        return True
    return not only_missing and known.get(picture.name) != picture.fingerprint()


if __name__ == "__main__":
    main()
