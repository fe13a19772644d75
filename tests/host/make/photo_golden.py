"""Writes photo_golden.json: photos as torchvision feeds them, as hashes.

    /usr/bin/python3 -B tests/host/make/photo_golden.py SHARED > tests/host/photo_golden.json

Made with Debian's Python 3.11.2, Pillow 9.4.0, libjpeg-turbo 2.1.5, torchvision 0.14.1. SHARED is the folder of real photos;
each line is a photo of its corpus/images and the first 16 hexadecimal digits of the SHA-256 of its
pixels after Resize(256) and CenterCrop(224), in colour and in grey.
"""

import hashlib
import json
import pathlib
import sys

import numpy
from PIL import Image
from torchvision import transforms

PREPARE = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224)])


def main():
    images = pathlib.Path(sys.argv[1], "corpus", "images")
    files = [*images.glob("*.*"), *images.glob("jpeg-variants/*")]
    golden = {}
    for file in sorted(files):
        golden[str(file.relative_to(images))] = [
            hashlib.sha256(numpy.asarray(PREPARE(photo)).tobytes()).hexdigest()[:16]
            for photo in (Image.open(file).convert("RGB"), Image.open(file).convert("RGB").convert("L"))
        ]
    print(json.dumps(golden, indent=2))


main()
