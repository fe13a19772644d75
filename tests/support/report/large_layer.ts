import { generateReport } from "../../../src/api/generate_report.ts";
import { imageCodec } from "../../../src/host/photo/image_codec.ts";
import type { Report } from "../../../src/report/report.ts";
import { encodeModel } from "../model/onnx_model.ts";
import { createRandom, type Random } from "../random.ts";
import { randomTensor } from "../tensors.ts";
import { makeTempFolder } from "../temp_folder.ts";

/** How large a report is made. */
export interface LargeOptions {
  /** The kernels of the first and of the last layer. */
  readonly kernels: number;
  readonly photos: number;
}

/**
 * Writes a report of a network with two wide layers: `first` reads the photo, so that its kernels
 * have a class and a rule; `last` reads 64 channels. Maps are of 14 x 14 cells.
 */
export async function writeLargeReport(
  folder: string,
  { kernels, photos }: LargeOptions,
): Promise<Report> {
  const random = createRandom(2048);
  const files: Record<string, Uint8Array> = { "wide.onnx": encodeWideModel(random, kernels) };
  for (let i = 0; i < photos; i++) {
    files[`photos/photo ${i + 1}.png`] = await encodePhoto(random);
  }
  await using source = await makeTempFolder(files);
  return await generateReport({
    title: "A large layer",
    models: [{ path: "wide.onnx", preprocess: "unit" }],
    images: ["photos/*"],
  }, { folder: source.path, out: folder });
}

const PIXELS = 112;
const MIDDLE = 64;

function encodeWideModel(random: Random, kernels: number): Uint8Array {
  return encodeModel({
    nodes: [
      {
        op: "Conv",
        name: "first",
        inputs: ["photo", "w1"],
        outputs: ["wide"],
        ints: { strides: [8, 8], pads: [2, 2, 1, 1] },
      },
      { op: "Relu", inputs: ["wide"], outputs: ["lit"] },
      { op: "Conv", name: "middle", inputs: ["lit", "w2"], outputs: ["narrow"] },
      { op: "Relu", inputs: ["narrow"], outputs: ["dim"] },
      {
        op: "Conv",
        name: "last",
        inputs: ["dim", "w3"],
        outputs: ["wide again"],
        ints: { pads: [1, 1, 1, 1] },
      },
      { op: "Relu", inputs: ["wide again"], outputs: ["end"] },
    ],
    initializers: {
      w1: randomTensor(random, [kernels, 3, 11, 11], -1, 1),
      w2: randomTensor(random, [MIDDLE, kernels, 1, 1], -1, 1),
      w3: randomTensor(random, [kernels, MIDDLE, 3, 3], -1, 1),
    },
    inputs: { photo: [1, 3, PIXELS, PIXELS] },
  });
}

// Soft waves with grain: neither even nor noise.
function encodePhoto(random: Random): Promise<Uint8Array> {
  const waves = Array.from({ length: 3 }, () => [...random.floats(3, 0.02, 0.2)]);
  const grain = random.floats(3 * PIXELS * PIXELS, -30, 30);
  const data = Uint8Array.from({ length: 3 * PIXELS * PIXELS }, (_, i) => {
    const [channel, at] = [i % 3, Math.floor(i / 3)];
    const [across, down, turn] = waves[channel]! as [number, number, number];
    const [x, y] = [at % PIXELS, Math.floor(at / PIXELS)];
    return 128 + 90 * Math.sin(x * across + 40 * turn) * Math.cos(y * down) + grain[i]!;
  });
  const raster = { width: PIXELS, height: PIXELS, channels: 3, data } as const;
  return imageCodec.encodePng(raster, { title: "", description: "" });
}
