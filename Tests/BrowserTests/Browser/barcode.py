"""Draws a barcode as a photograph would show it: an EAN-13 (GS1 General Specifications, 5.2.1) in a PNG."""

import struct
import zlib

LEFT = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"]
PARITY = ["LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"]


def modules(code):
    digits = [int(digit) for digit in code]
    turned = ["".join("10"[int(bit)] for bit in bits) for bits in LEFT]
    first = "".join(LEFT[d] if kind == "L" else turned[d][::-1] for d, kind in zip(digits[1:7], PARITY[digits[0]]))
    return "101" + first + "01010" + "".join(turned[d] for d in digits[7:]) + "101"


def png(code, scale=4, height=240):
    row = bytes(0 if bit == "1" else 255 for bit in "0" * 14 + modules(code) + "0" * 14 for _ in range(scale))
    pixels = zlib.compress((b"\0" + row) * height)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(row), height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
