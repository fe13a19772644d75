"""Reads a run by TensorBoard's own code, and prints what it found as JSON: tensorboard_read.py FOLDER"""

import hashlib
import json
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

run = EventAccumulator(sys.argv[1], size_guidance={"images": 0, "histograms": 0, "scalars": 0, "tensors": 0})
run.Reload()
tags = run.Tags()

images = [
    [tag, event.step, event.width, event.height, hashlib.sha256(event.encoded_image_string).hexdigest()]
    for tag in tags["images"] for event in run.Images(tag)
]
scalars = [[tag, event.step, event.value] for tag in tags["scalars"] for event in run.Scalars(tag)]
histograms = [
    [tag, event.step, event.histogram_value.num, event.histogram_value.sum, list(event.histogram_value.bucket)]
    for tag in tags["histograms"] for event in run.Histograms(tag)
]
texts = [
    [tag, event.step, event.tensor_proto.string_val[0].decode()]
    for tag in tags["tensors"] for event in run.Tensors(tag)
]
print(json.dumps({"images": images, "scalars": scalars, "histograms": histograms, "texts": texts}))
