"""Writes resample_golden.json: how Pillow resizes a seeded picture, as hashes.

    /usr/bin/python3 -B tests/raster/make/resample_golden.py > tests/raster/resample_golden.json

Made with Debian's Python 3.11.2 and Pillow 9.4.0. Each case is the size before, the size after, the
channels, the kernel, and the first 16 hexadecimal digits of the SHA-256 of the pixels.
"""

import hashlib
import random

import numpy
from PIL import Image

KERNELS = {
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos3": Image.Resampling.LANCZOS,
    "nearest": Image.Resampling.NEAREST,
}

# Powers of two, odd sizes, a line, a pixel, and what real inputs have.
NAMED = [
    ((1, 1), (7, 5)), ((7, 5), (1, 1)), ((1, 90), (30, 9)), ((200, 1), (64, 64)), ((6, 6), (24, 24)),
    ((112, 112), (256, 256)), ((32, 32), (64, 64)), ((451, 300), (384, 256)), ((299, 299), (299, 150)),
    ((640, 427), (640, 100)), ((500, 333), (336, 224)), ((33, 47), (33, 47)), ((3, 4), (300, 400)),
]


def draw(width, height, channels):
    """Draws whole contrasts: flat runs, steps from black to white, and noise."""
    i = numpy.arange(width * height * channels, dtype=numpy.uint64)
    mixed = (i * 2654435761 + 12345) % 2**32
    noise = (mixed >> 11) % 256
    steps = numpy.where((mixed >> 20) % 2 == 0, 0, 255)
    levels = numpy.where(i // (5 * channels) % 3 == 0, steps, noise)
    return levels.astype(numpy.uint8).reshape(height, width, channels)


def list_sizes():
    rng = random.Random(1)
    for _ in range(47):
        yield tuple((rng.randint(1, 160), rng.randint(1, 160)) for _ in range(2))


def main():
    cases = []
    for before, after in [*NAMED, *list_sizes()]:
        for kernel, resample in KERNELS.items():
            channels = 3 if (before[0] + after[1]) % 3 else 1
            pixels = draw(*before, channels)
            picture = Image.fromarray(pixels if channels == 3 else pixels[:, :, 0])
            resized = numpy.asarray(picture.resize(after, resample))
            digest = hashlib.sha256(resized.tobytes()).hexdigest()[:16]
            cases.append(f'[{before[0]}, {before[1]}, {after[0]}, {after[1]}, {channels}, "{kernel}", "{digest}"]')
    print("[\n  " + ",\n  ".join(cases) + "\n]")


main()
