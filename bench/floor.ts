import "../src/host/process/telemetry.ts"; // before the runtime is loaded
import { InferenceSession, Tensor } from "onnxruntime-node";
import sharp from "sharp";
import { createRandom } from "../tests/support/random.ts";
import { PHOTO } from "./network/network.ts";
import type { RawPicture } from "./raw_pictures.ts";

// The least that a report costs: one inference a photo, and libvips encoding the same pixels, one
// picture after the other.
const [model = "", photos = "1", pixels = "", list = ""] = Deno.args;
await runModel(model, Number(photos));
await encodePictures(pixels, JSON.parse(await Deno.readTextFile(list)));

async function runModel(path: string, times: number): Promise<void> {
  const session = await InferenceSession.create(path, { executionProviders: ["cpu"] });
  const dims = [1, PHOTO.channels, PHOTO.height, PHOTO.width];
  const count = dims.reduce((product, extent) => product * extent, 1);
  const photo = new Tensor("float32", createRandom(1).floats(count, -2, 2), dims);
  for (let i = 0; i < times; i++) await session.run({ photo });
  await session.release();
}

async function encodePictures(path: string, pictures: readonly RawPicture[]): Promise<void> {
  using file = await Deno.open(path);
  for (const { from, to, colours, ...raw } of pictures) {
    const data = new Uint8Array(to - from);
    for (let done = 0; done < data.length;) done += await file.read(data.subarray(done)) ?? 0;
    await sharp(data, { raw, limitInputPixels: false })
      .toColourspace(raw.channels < 3 ? "b-w" : "srgb")
      .png({ compressionLevel: 6, ...colours === null ? {} : { colours } }).toBuffer();
  }
}
