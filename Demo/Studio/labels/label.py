"""One design for everything that bears our name: a frame, a mark, the name, what it is, how much."""
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from .marks import draw_mark
from .type import fitting, line

BRAND = "VAKKA & VADELMA"
PER_MILLIMETRE = 14
CREAM, INK = "#f4eee1", "#2b2622"


def label(name, kind, amount, mark, size, accent=INK, ground=CREAM, note="", place="HELSINKI · TURKU · STOCKHOLM"):
    """Draws a label of this size in millimetres and returns where it lies.

    `name` is what we call it, `kind` what it is, `note` a small line more.
    """
    wide, tall = (round(part * PER_MILLIMETRE) for part in size)
    image = Image.new("RGB", (wide, tall), ground)
    draw = ImageDraw.Draw(image)
    unit = min(wide, tall * 1.25) / 100
    _frame(draw, wide, tall, unit, accent)
    middle = wide / 2
    low = tall < wide * 0.62
    if low:
        _landscape(draw, wide, tall, unit, name, kind, amount, mark, accent, ground, note)
    else:
        line(draw, BRAND, middle, 15.5 * unit, "sans", round(5.0 * unit), INK, 0.14)
        draw_mark(draw, mark, middle, tall * 0.375, 27 * unit, accent, ground)
        big = fitting(name, "serif", round(21 * unit), wide - 18 * unit)
        line(draw, name, middle, tall * 0.665, "serif", big, INK)
        line(draw, kind.upper(), middle, tall * 0.665 + 9.5 * unit, "sans", fitting(kind.upper(), "sans", round(5.0 * unit), wide * 0.62), accent, 0.12)
        below = tall * 0.665 + 17 * unit
        if note and below < tall - 17 * unit:
            line(draw, note, middle, below, "italic", round(6.2 * unit), INK)
        line(draw, amount, middle, tall - 9.5 * unit, "light", round(5.6 * unit), INK, 0.04)
    path = Path(tempfile.mkdtemp(prefix="label")) / "label.png"
    image.save(path)
    return path


def _landscape(draw, wide, tall, unit, name, kind, amount, mark, accent, ground, note):
    unit = tall / 70
    line(draw, BRAND, wide / 2, 14 * unit, "sans", round(4.6 * unit), INK, 0.14)
    draw_mark(draw, mark, wide * 0.5, tall * 0.40, 24 * unit, accent, ground)
    line(draw, name, wide / 2, tall * 0.755, "serif", fitting(name, "serif", round(19 * unit), wide - 16 * unit), INK)
    line(draw, f"{kind.upper()}  ·  {amount}", wide / 2, tall * 0.755 + 9 * unit, "sans", round(4.4 * unit), accent, 0.1)


def _frame(draw, wide, tall, unit, accent):
    for inset, width in ((3.2, 0.9), (5.0, 0.3)):
        gap = inset * unit
        draw.rounded_rectangle((gap, gap, wide - gap, tall - gap), radius=2.2 * unit, outline=accent, width=max(1, round(width * unit)))


def sheet(size, ground, draw_on):
    """A free drawing of this size in millimetres, for wrappers and boxes."""
    wide, tall = (round(part * PER_MILLIMETRE) for part in size)
    image = Image.new("RGB", (wide, tall), ground)
    draw_on(ImageDraw.Draw(image), wide, tall)
    path = Path(tempfile.mkdtemp(prefix="label")) / "sheet.png"
    image.save(path)
    return path
