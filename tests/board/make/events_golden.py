"""Writes events_golden.json: records of events as torch and TensorBoard encode them, in base64.

    python3 -B tests/board/make/events_golden.py > tests/board/events_golden.json

Made with torch 1.13.0 of Debian, TensorBoard 2.21.0 and protobuf 7.36.2 of PyPI. wall_time is 0.
"""

import base64
import io
import json
import random
import tempfile

import numpy
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.summary.writer.record_writer import RecordWriter
from torch.utils.tensorboard import SummaryWriter, summary

# torch 1.13 asks it for a type that NumPy 1.24 refuses; what it gives is counted either way.
numpy.greater = lambda a, b, dtype=None, greater=numpy.greater: greater(a, b)


def record(event):
    file = io.BytesIO()
    RecordWriter(file).write(event.SerializeToString())
    return base64.b64encode(file.getvalue()).decode()


def float32(values):
    return numpy.array(values, dtype=numpy.float32)


def spread(seed):
    chance = random.Random(seed)
    return float32([chance.gauss(0, 1) * 10 ** chance.uniform(-14, 6) for _ in range(500)])


with tempfile.TemporaryDirectory() as folder:
    bins = SummaryWriter(folder).default_bins

VALUES = {
    "one value": float32([0.25]),
    "zeros": float32([0, 0, 0]),
    "positive": float32([0.5, 1, 1, 2, 3e9]),
    "negative": float32([-0.5, -1, -1, -2, -3e-13]),
    "on a bound": float32([1e-12, -1e-12, 1e-45, -1e-45]),
    "spread": spread(1),
    "far apart": spread(2) * float32([1e-6]),
}

rows = [{"kind": "version", "record": record(Event(file_version="brain.Event:2"))}]
for tag, step, value in [("a/b", 0, 0.0), ("conv1/kernels/norm", 3, -1.5), ("\u5377\u79ef/x", 300, 0.1)]:
    event = Event(step=step, summary=summary.scalar(tag, value))
    rows.append({"kind": "scalar", "tag": tag, "step": step, "value": value, "record": record(event)})
for step, (tag, values) in enumerate(VALUES.items()):
    event = Event(step=step, summary=summary.histogram(tag, values.astype(float), bins))
    bytes_ = base64.b64encode(values.astype("<f4").tobytes()).decode()
    rows.append({"kind": "histogram", "tag": tag, "step": step, "values": bytes_, "record": record(event)})
for step, channels in [(0, 1), (7, 3)]:
    grid = float32(numpy.linspace(0, 1, channels * 6 * 5)).reshape(channels, 6, 5)
    event = Event(step=step, summary=summary.image("grid", grid, dataformats="CHW"))
    image = event.summary.value[0].image
    rows.append({
        "kind": "image", "tag": "grid", "step": step, "dims": list(grid.shape),
        "values": base64.b64encode(grid.astype("<f4").tobytes()).decode(),
        "png": base64.b64encode(image.encoded_image_string).decode(), "record": record(event),
    })
text = "| step | photo |\n| --- | --- |\n| 0 | beach |"
event = Event(summary=summary.text("photos", text))
rows.append({"kind": "text", "tag": "photos/text_summary", "step": 0, "text": text, "record": record(event)})
print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
