"""Writes npy_golden.json: files of numpy.save in every type, byte order, order of axes and version.

Run with numpy: python3 tests/tensor/npy/make/npy_golden.py
"""

import base64
import io
import json
import pathlib

import numpy as np
from numpy.lib import format as npy

cases = []


def add(title, array, version=None):
    file = io.BytesIO()
    npy.write_array(file, array, version=version)
    cases.append({
        "title": title,
        "file": base64.b64encode(file.getvalue()).decode(),
        "dims": list(array.shape),
        "values": [float(v) for v in np.asarray(array, dtype=np.float32).ravel()],
    })


for kind in ["?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"]:
    for order in "<>":
        values = np.arange(6).reshape(2, 3) * 20 - (0 if kind[0] in "?u" else 40)
        add(f"{order}{kind}", (values / (4 if kind[0] == "f" else 1)).astype(order + kind))
cube = np.arange(24, dtype="<f4").reshape(2, 3, 4)
for version in [(1, 0), (2, 0), (3, 0)]:
    add(f"version {version[0]}", cube, version)
add("Fortran order", np.asfortranarray(cube))
add("Fortran order, of big-endian whole numbers", np.asfortranarray(cube.astype(">i2")))
add("Fortran order, of five axes", np.asfortranarray(np.arange(2 * 1 * 3 * 2 * 2).reshape(2, 1, 3, 2, 2).astype("u1")))
add("a scalar", np.float32(2.5).reshape(()))
add("one axis", np.arange(5, dtype="f8"))
add("no elements", np.zeros((0, 3), "f4"))

path = pathlib.Path(__file__).parent.parent / "npy_golden.json"
path.write_text(json.dumps(cases, indent=1) + "\n")
