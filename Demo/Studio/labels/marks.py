"""Small pictures for labels, drawn with a few shapes each, about the point (0, 0) at a size of one."""
import math


def draw_mark(draw, name, x, y, size, ink, ground):
    MARKS[name](Pen(draw, x, y, size, ink, ground))


class Pen:
    def __init__(self, draw, x, y, size, ink, ground):
        self.draw, self.x, self.y, self.size, self.ink, self.ground = draw, x, y, size, ink, ground

    def at(self, x, y):
        return self.x + x * self.size, self.y + y * self.size

    def disc(self, x, y, r, fill=None):
        (a, b), (c, d) = self.at(x - r, y - r), self.at(x + r, y + r)
        self.draw.ellipse((a, b, c, d), fill=fill or self.ink)

    def shape(self, points, fill=None):
        self.draw.polygon([self.at(*point) for point in points], fill=fill or self.ink)

    def stroke(self, points, width=0.03, fill=None):
        self.draw.line([self.at(*point) for point in points], fill=fill or self.ink, width=max(1, round(width * self.size)), joint="curve")

    def leaf(self, x, y, angle, length, wide, fill=None):
        line = []
        for side in (1, -1):
            steps = range(13) if side == 1 else range(12, -1, -1)
            for k in steps:
                t = k / 12
                across = side * wide * math.sin(math.pi * t ** 0.8)
                along = length * t
                line.append((x + along * math.cos(angle) - across * math.sin(angle), y + along * math.sin(angle) + across * math.cos(angle)))
        self.shape(line, fill)


def raspberry(pen):
    for row, (count, y) in enumerate(((3, -0.12), (4, 0.02), (3, 0.15), (2, 0.27), (1, 0.37))):
        for i in range(count):
            x = (i - (count - 1) / 2) * 0.155
            pen.disc(x, y, 0.088)
            pen.disc(x - 0.022, y - 0.025, 0.022, pen.ground)
    for angle in (-2.5, -1.95, -1.2, -0.65):
        pen.leaf(0, -0.20, angle, 0.26, 0.055)


def berries(pen):
    for x, y, r in ((-0.16, 0.12, 0.17), (0.17, 0.10, 0.18), (0.0, 0.30, 0.15)):
        pen.disc(x, y, r + 0.02, pen.ground)
        pen.disc(x, y, r)
        for k in range(5):
            a = math.tau * k / 5 - 0.6
            pen.stroke([(x, y - 0.03), (x + 0.07 * math.cos(a), y - 0.03 + 0.07 * math.sin(a))], 0.022, pen.ground)
    pen.stroke([(-0.16, -0.02), (0.02, -0.28), (0.17, -0.04)], 0.028)
    pen.leaf(0.02, -0.28, -0.35, 0.36, 0.085)
    pen.leaf(0.02, -0.28, -2.75, 0.34, 0.085)


def cloudberry(pen):
    for x, y in ((-0.14, -0.02), (0.0, -0.07), (0.14, -0.02), (-0.1, 0.12), (0.1, 0.12), (0.0, 0.24)):
        pen.disc(x, y, 0.125, pen.ground)
        pen.disc(x, y, 0.108)
    for angle in (-2.6, -2.0, -1.57, -1.1, -0.55):
        pen.leaf(0, -0.17, angle, 0.24, 0.06)


def bee(pen):
    for side in (-1, 1):
        pen.leaf(0, -0.06, -math.pi / 2 + side * 1.0, 0.44, 0.105)
        pen.leaf(0, 0.02, -math.pi / 2 + side * 1.55, 0.30, 0.075)
    pen.leaf(0, -0.16, math.pi / 2, 0.56, 0.13)
    for y in (0.06, 0.16, 0.26):
        pen.stroke([(-0.11, y), (0.11, y)], 0.035, pen.ground)
    pen.disc(0, -0.19, 0.085)


def spruce(pen):
    pen.stroke([(0, 0.42), (0, -0.40)], 0.03)
    for k in range(8):
        y = 0.32 - 0.10 * k
        reach = 0.34 - 0.034 * k
        for side in (-1, 1):
            pen.leaf(0, y, -math.pi / 2 + side * 0.95, reach, 0.028)


def rye(pen):
    pen.stroke([(0, 0.48), (0, -0.10)], 0.022)
    for k in range(6):
        y = 0.20 - 0.075 * k
        for side in (-1, 1):
            pen.leaf(0, y, -math.pi / 2 + side * 0.5, 0.17, 0.04)
            pen.stroke([(side * 0.08, y - 0.13), (side * 0.17, y - 0.25)], 0.010)
    pen.leaf(0, -0.20, -math.pi / 2, 0.16, 0.04)


def bean(pen):
    for x, y, angle in ((-0.15, 0.05, 1.15), (0.16, -0.05, 2.0)):
        pen.leaf(x - 0.25 * math.cos(angle), y - 0.25 * math.sin(angle), angle, 0.5, 0.16)
        points = [(x + t * math.cos(angle) + 0.03 * math.sin(9 * t) * math.sin(angle), y + t * math.sin(angle) - 0.03 * math.sin(9 * t) * math.cos(angle)) for t in (k / 20 - 0.22 for k in range(10))]
        pen.stroke(points, 0.026, pen.ground)


def fish(pen):
    pen.leaf(-0.40, 0, 0, 0.70, 0.15)
    pen.shape([(0.22, 0), (0.42, -0.16), (0.37, 0), (0.42, 0.16)])
    pen.disc(-0.28, -0.025, 0.022, pen.ground)
    for k in range(4):
        x = -0.14 + 0.09 * k
        pen.stroke([(x, -0.06), (x + 0.03, 0), (x, 0.06)], 0.016, pen.ground)


def moon(pen):
    pen.disc(0, 0, 0.34)
    pen.disc(0.15, -0.08, 0.29, pen.ground)
    for x, y, r in ((0.22, -0.16, 0.028), (0.31, 0.10, 0.020), (0.10, 0.06, 0.016)):
        pen.disc(x, y, r)


def flower(pen):
    pen.stroke([(0, 0.02), (0.02, 0.45)], 0.024)
    for k in range(8):
        pen.leaf(0, -0.08, math.tau * k / 8 + 0.2, 0.27, 0.065)
    pen.disc(0, -0.08, 0.085, pen.ground)
    pen.disc(0, -0.08, 0.055)
    pen.leaf(0.02, 0.34, -0.5, 0.26, 0.05)
    pen.leaf(0.02, 0.40, -2.6, 0.24, 0.05)


def wave(pen):
    for row in range(3):
        y = -0.16 + 0.16 * row
        pen.stroke([(-0.38 + 0.76 * t / 40, y + 0.05 * math.sin(t / 40 * math.tau * 2.5)) for t in range(41)], 0.032)


def mushroom(pen):
    pen.shape([(-0.10, 0.34), (-0.075, 0.02), (0.075, 0.02), (0.12, 0.34)])
    pen.shape([(0.36 * math.cos(a), 0.04 + 0.30 * math.sin(a)) for a in (math.pi + math.pi * k / 24 for k in range(25))])
    for x in (-0.2, -0.1, 0.1, 0.2):
        pen.stroke([(x, 0.045), (x * 0.6, 0.09)], 0.012)


def heart(pen):
    points = [(0.021 * 16 * math.sin(t) ** 3, -0.021 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t))) for t in (math.tau * k / 60 for k in range(60))]
    pen.shape(points)


def star(pen):
    for k in range(6):
        pen.leaf(0, 0, math.tau * k / 6, 0.38, 0.05)
    pen.disc(0, 0, 0.06, pen.ground)


def cucumber(pen):
    pen.leaf(-0.40, 0.10, -0.25, 0.86, 0.13)
    for k in range(5):
        x = -0.22 + 0.11 * k
        pen.disc(x, 0.045 - 0.028 * k, 0.017, pen.ground)
    for side in (-1, 1):
        pen.stroke([(0.22, -0.18), (0.30 + 0.05 * side, -0.36)], 0.014)


def drop(pen):
    pen.shape([(0, -0.40), (0.10, -0.16)] + [(0.23 * math.cos(a), 0.12 + 0.23 * math.sin(a)) for a in (-0.45 + (math.pi + 0.9) * k / 24 for k in range(25))] + [(-0.10, -0.16)])


MARKS = {mark.__name__: mark for mark in (
    raspberry, berries, cloudberry, bee, spruce, rye, bean, fish, moon, flower, wave, mushroom, heart, star, cucumber, drop)}
