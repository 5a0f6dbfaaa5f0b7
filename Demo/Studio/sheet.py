#!/usr/bin/env python
"""Lays pictures side by side, to look at them together: `sheet.py OUT.png IN …`."""
import sys
from pathlib import Path

from PIL import Image, ImageDraw


def main(target, *sources, edge=360, columns=4):
    rows = (len(sources) + columns - 1) // columns
    sheet = Image.new("RGB", (columns * edge, rows * edge), "white")
    for i, source in enumerate(sources):
        sheet.paste(Image.open(source).convert("RGB").resize((edge, edge), Image.LANCZOS), (i % columns * edge, i // columns * edge))
        ImageDraw.Draw(sheet).text((i % columns * edge + 8, i // columns * edge + 6), Path(source).stem, fill="#333333")
    sheet.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
