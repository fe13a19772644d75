import { studyKernels } from "../../src/analysis/kernel_study.ts";
import { type LayerStudy, studyLayer } from "../../src/analysis/layer_study.ts";
import { measureMaps } from "../../src/analysis/map/map_measures.ts";
import { preparePhoto, shrinkPhoto } from "../../src/analysis/map/photo_planes.ts";
import { captureMaps } from "../../src/api/capture_maps.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { type ConvLayer, findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { planKernelPictures } from "../../src/plan/picture.ts";
import { findKind } from "../../src/plan/picture_kind.ts";
import { paintMaps, paintSigned } from "../../src/raster/paint.ts";
import { toInput } from "../../src/raster/input.ts";
import { fitPhoto } from "../../src/raster/fitted_photo.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { surveyFields } from "../../src/survey/fields.ts";
import { surveyImage } from "../../src/survey/image.ts";
import { type Composed, composeKernels } from "../../src/visit/pixel/composed.ts";
import { hasShared, sharedPath } from "../support/shared.ts";
import { composeIn } from "../support/thread_composer.ts";

const GRID = { nrow: 8, padding: 2, padValue: 0 };
const CAPTION = { title: "", description: "" };
const group = "AlexNet's five layers, one photo";

const model = hasShared
  ? readModel(await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx")))
  : readModel(await Deno.readFile(new URL("../../fixtures/miniature.onnx", import.meta.url)));
const layers = findConvLayers(model);
const image = surveyImage(model, {});
const fieldOf = surveyFields(model, image, layers);
const photo = await readPhoto();
const input = toInput(photo, presets.imagenet);
const names = layers.flatMap(({ name, chain }) =>
  chain === null ? [name] : [name, nodeOf(chain.output)]
);
const captured = await captureMaps(model, input, { nodes: names });

Deno.bench({ name: "inference and pictures", group, baseline: true }, async () => {
  const maps = await captureMaps(model, input, { nodes: names });
  for (const layer of layers) {
    const kernels = layer.kernels!.evaluate();
    for (const { kind } of planKernelPictures(layer, GRID)) {
      await imageCodec.encodePng(findKind(kind).paint(kernels, GRID), CAPTION);
    }
    for (const map of mapsOf(layer, maps)) {
      await imageCodec.encodePng(paintMaps(map, GRID), CAPTION);
    }
  }
  await composeSmall();
});

Deno.bench({ name: "all measures", group }, () => {
  const prepared = preparePhoto(photo);
  for (const layer of layers) study(layer, prepared);
});

// As a report does: kernels composed to pixels, where their field is at most 128 pixels.
async function composeSmall(): Promise<void> {
  const deeper = layers.flatMap(({ output, readsInput }, i) => {
    const field = fieldOf(layers[i]!).field;
    const line = field !== null && "line" in field ? field.line : null;
    return readsInput !== null || line === null || Math.max(...line.size) > 128
      ? []
      : [{ output, line, drawn: line.size.map((side) => Math.min(side, 64)) }];
  });
  const take = async (_: unknown, composed: Composed): Promise<void> => {
    if (composed.kind !== "kernels") return;
    await imageCodec.encodePng(paintSigned(composed.kernels, GRID), CAPTION);
  };
  await composeKernels(model, { image: image!.name, layers: deeper, take }, composeIn(onnxRuntime));
}

function study(layer: ConvLayer, prepared: ReturnType<typeof preparePhoto>): LayerStudy | null {
  const kernels = layer.kernels!.evaluate();
  const image = layer.readsInput === null
    ? null
    : { channels: "RGB" as const, std: presets.imagenet.std };
  const [own, activated] = mapsOf(layer, captured);
  const [, height = 0, width = 0] = own!.dims;
  const planes = shrinkPhoto(prepared, { height, width });
  const measures = measureMaps(own!, planes);
  const known = { kernels: studyKernels(kernels, { image }), composed: null, needs: null };
  return studyLayer(known, [{
    measures,
    activated: activated ? measureMaps(activated, planes) : null,
  }]);
}

function mapsOf({ name, chain }: ConvLayer, maps: ReadonlyMap<string, Tensor>): Tensor[] {
  const found = [maps.get(name), chain && maps.get(nodeOf(chain.output))];
  return found.filter((map) => map instanceof Object).map((map) => sliceAt(map!, 0));
}

function nodeOf(tensor: string): string {
  return model.graph.producers.get(tensor)!.name;
}

async function readPhoto(): Promise<Raster> {
  const scene = new URL("../../fixtures/scenes/balloons.png", import.meta.url);
  const size = { width: 224, height: 224 };
  const layout = {
    ...size,
    resized: size,
    left: 0,
    top: 0,
    margin: 0,
    kernel: "bilinear",
  } as const;
  return fitPhoto(await imageCodec.readPixels(await Deno.readFile(scene), "ignore"), layout);
}
