"""Type: where the fonts are, how a line is set."""
import os
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FOLDERS = [Path(folder) for folder in (os.environ.get("STUDIO_FONTS", ""), "/usr/share/fonts", "/usr/local/share/fonts") if folder]
FILES = {
    "serif": "EBGaramond12-Regular.otf", "italic": "EBGaramond12-Italic.otf", "bold": "EBGaramond12-Bold.otf",
    "sans": "LeagueSpartan-SemiBold.otf", "light": "LeagueSpartan-Regular.otf",
}


@lru_cache
def font(style, size):
    for folder in FOLDERS:
        for path in folder.rglob(FILES[style]):
            return ImageFont.truetype(str(path), size)
    raise FileNotFoundError(f"{FILES[style]}: install fonts-ebgaramond and fonts-league-spartan, or set STUDIO_FONTS")


def width(text, style, size, spacing=0.0):
    return font(style, size).getlength(text) + spacing * size * max(0, len(text) - 1)


def line(draw, text, x, y, style, size, fill, spacing=0.0, anchor="m"):
    """Sets one line round (m), from (l) or up to (r) the point, its baseline at y."""
    wide = width(text, style, size, spacing)
    x -= {"l": 0, "m": wide / 2, "r": wide}[anchor]
    if not spacing:
        draw.text((x, y), text, font=font(style, size), fill=fill, anchor="ls")
        return
    for letter in text:
        draw.text((x, y), letter, font=font(style, size), fill=fill, anchor="ls")
        x += font(style, size).getlength(letter) + spacing * size


def fitting(text, style, size, most):
    """The largest size up to this at which the text is not wider than `most`."""
    while size > 8 and width(text, style, size) > most:
        size -= 2
    return size
