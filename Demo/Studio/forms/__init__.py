"""Shapes, in metres: turned on a lathe, cut from a block, bent along a line, folded from cloth."""
