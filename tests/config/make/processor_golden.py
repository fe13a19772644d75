"""Writes processor_golden.json: what image processors of transformers make of a seeded photo.

    python3 -B tests/config/make/processor_golden.py > tests/config/processor_golden.json

Made with Python 3.11.2, transformers 4.57.6 (without torch), Pillow 9.4.0 and numpy 1.24.2. Each case
is a file's fields, the dims of the input, and twelve of its values.
"""

import json

import numpy
from PIL import Image
from transformers.models.auto.image_processing_auto import get_image_processor_class_from_name
from transformers.models.deprecated.deta import image_processing_deta
from transformers.models.deprecated.efficientformer import image_processing_efficientformer
from transformers.models.deprecated.vit_hybrid import image_processing_vit_hybrid

DEPRECATED = {
    "Deta": image_processing_deta.DetaImageProcessor,
    "EfficientFormer": image_processing_efficientformer.EfficientFormerImageProcessor,
    "ViTHybrid": image_processing_vit_hybrid.ViTHybridImageProcessor,
}

KINDS = """Beit Bit Blip Detr CLIP Chameleon ConvNext DPT DeiT EfficientFormer EfficientNet
Flava Gemma3 GotOcr2 InstructBlipVideo LayoutLMv2 LayoutLMv3 Levit Llava MobileNetV1 MobileNetV2 MobileViT
Ovis2 OwlViT PoolFormer Pvt RTDetr SegGpt Segformer Siglip SuperPoint VideoMAE ViT ViTHybrid Vivit""".split()

VIDEOS = {"InstructBlipVideo", "VideoMAE", "Vivit"}

SMALL = {"crop_size": {"height": 40, "width": 75}}

OWN = [
    ("Beit", {"size": 50, "do_center_crop": False, "reduce_labels": True, "resample": 2}),
    ("Bit", {"size": {"shortest_edge": 61}, **SMALL}),
    ("CLIP", {"size": 60, "crop_size": 45, "resample": 1}),
    ("CLIP", {"size": {"height": 31, "width": 44}, "do_center_crop": False, "do_convert_rgb": True}),
    ("CLIP", {"do_resize": False, "crop_size": 101}),
    ("ChineseCLIP", {"size": {"height": 48, "width": 48}, "do_center_crop": False}),
    ("ConvNext", {"size": 70}),
    ("ConvNext", {"size": {"shortest_edge": 57}, "crop_pct": 0.9, "resample": 3}),
    ("ConvNext", {"size": {"shortest_edge": 384}, "crop_pct": 0.95}),
    ("ConditionalDetr", {"size": {"shortest_edge": 60, "longest_edge": 70}}),
    ("Deta", {"size": {"shortest_edge": 50, "longest_edge": 80}, "format": "coco_detection"}),
    ("Detr", {"size": {"shortest_edge": 45, "longest_edge": 60}, "do_pad": True}),
    ("Detr", {"size": 80, "max_size": 100}),
    ("Detr", {"size": 67, "max_size": 90}),
    ("Detr", {"size": 90, "max_size": 90}),
    ("Detr", {"size": {"height": 40, "width": 50}}),
    ("GroundingDino", {"size": {"shortest_edge": 111, "longest_edge": 133}, "resample": 3}),
    ("DPT", {"size": {"height": 64, "width": 96}, "ensure_multiple_of": 32}),
    ("DeiT", {"size": 80, "crop_size": 64, "image_mean": [0.485, 0.456, 0.406]}),
    ("EfficientNet", {"size": {"height": 60, "width": 50}, "rescale_offset": True}),
    ("EfficientNet", {"size": 60, "include_top": False, "do_center_crop": True, "crop_size": 49}),
    ("EfficientNet", {"size": 60, "do_normalize": False, "image_std": [0.4785, 0.4733, 0.4743]}),
    ("Levit", {"size": 50, "crop_size": 45}),
    ("Levit", {"size": {"height": 50, "width": 47}, "crop_size": 45}),
    ("MobileNetV2", {"size": {"shortest_edge": 256}, "crop_size": {"height": 224, "width": 224}}),
    ("MobileViT", {"size": {"shortest_edge": 64}, "crop_size": 61, "do_flip_channel_order": False}),
    ("PoolFormer", {"size": {"height": 50, "width": 60}, "crop_pct": 0.8, "crop_size": 44}),
    ("PoolFormer", {"size": {"height": 50, "width": 50}, "crop_size": 44}),
    ("RTDetr", {"size": {"height": 64, "width": 72}, "do_normalize": True}),
    ("Segformer", {"size": 48, "do_reduce_labels": True, "resample": 0}),
    ("ViT", {"size": 41, "do_rescale": False}),
    ("ViT", {"size": [30, 50], "do_normalize": False}),
    ("ViT", {"size": {"height": 32, "width": 32}, "image_mean": [0, 0, 0], "rescale_factor": 0.01}),
    ("Vivit", {"size": {"shortest_edge": 70}, "crop_size": 60, "offset": False}),
]


def draw(width, height):
    i = numpy.arange(width * height * 3, dtype=numpy.uint64)
    mixed = (i * 2654435761 + 12345) % 2**32
    smooth = (i // 3 % width * 2 + i // (3 * width)) % 256
    return ((mixed >> 14) % 64 + smooth * 3 // 4).astype(numpy.uint8).reshape(height, width, 3)


def run(kind, fields):
    processor = DEPRECATED.get(kind) or get_image_processor_class_from_name(f"{kind}ImageProcessor")
    own = {"apply_ocr": False} if kind.startswith("LayoutLM") else {}
    photo = Image.fromarray(draw(90, 67))
    made = processor.from_dict({**fields, **own})([photo] if kind in VIDEOS else photo, return_tensors="np")
    values = numpy.asarray(made["pixel_values"], dtype=numpy.float64)
    flat = values.ravel()
    samples = [round(float(flat[(i * 7919 + 13) % flat.size]), 6) for i in range(12)]
    fields = {"image_processor_type": f"{kind}ImageProcessor", **fields}
    return {"fields": fields, "dims": list(values.shape[-3:]), "samples": samples}


def main():
    cases = [run(kind, fields) for kind, fields in [*((kind, {}) for kind in KINDS), *OWN]]
    print("[\n  " + ",\n  ".join(json.dumps(case) for case in cases) + "\n]")


main()
