import assert from "node:assert/strict";
import { classifyLayer } from "../../src/analysis/class/kernel_classes.ts";
import { studyKernels } from "../../src/analysis/kernel_study.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { sharedPath, testShared } from "../support/shared.ts";

const image = { channels: "RGB", std: [0.229, 0.224, 0.225] } as const;

// As they look, enlarged: 0 is green in red, 31 and 45 are bright in dark, 39 is dark in bright.
const SPOTS = {
  "colour spot": [0, 19, 21, 35, 37, 40, 51, 52, 53, 58],
  spot: [1, 7, 31, 36, 39, 45],
};
const TEXTURES = [8, 9, 16, 18, 22, 25, 27, 33, 41, 54, 60, 63]; // chequers 8 and 60, else stripes

testShared("classifyLayer() sees AlexNet's first layer as the eye does", async () => {
  const path = sharedPath("corpus/models/alexnet-features-fp32.onnx");
  const [layer] = findConvLayers(readModel(await Deno.readFile(path)));
  const { what, confidence } = classifyLayer({
    count: 64,
    slices: 3,
    readsImage: true,
    kernels: studyKernels(await layer!.kernels!.evaluate(), { image }),
    composed: null,
    leading: null,
    tuning: null,
    experiments: null,
    maps: null,
    onPadding: null,
    circuits: [],
  });
  const found = Map.groupBy(what.keys(), (k) => what[k]!);
  assert.deepEqual(found.get("colour spot"), SPOTS["colour spot"]);
  assert.deepEqual(found.get("spot"), SPOTS.spot);
  assert.deepEqual(found.get("texture"), TEXTURES);
  assert.equal(found.get("other"), undefined);
  assert.equal(found.get("mixed"), undefined);
  assert(confidence.every((each) => each !== null));
});
