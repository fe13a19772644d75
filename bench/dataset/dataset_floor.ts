import "../../src/host/process/telemetry.ts"; // before the runtime is loaded
import { InferenceSession, Tensor } from "onnxruntime-node";
import sharp from "sharp";
import { createRandom } from "../../tests/support/random.ts";
import { PHOTO } from "../network/network.ts";

// The least that measuring a dataset costs: photos are decoded, and as many are run one after the other,
// as measuring runs models of one photo or of any size; by the runtime as it comes, with the next photos
// being decoded meanwhile.
const [model = "", folder = "", count = "1"] = Deno.args;
const names = Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
const AHEAD = 8;
await runPhotos(names.slice(0, Number(count)));

async function runPhotos(photos: readonly string[]): Promise<void> {
  const session = await InferenceSession.create(model, { executionProviders: ["cpu"] });
  const dims = [1, PHOTO.channels, PHOTO.height, PHOTO.width];
  const count = dims.reduce((product, extent) => product * extent, 1);
  const photo = new Tensor("float32", createRandom(1).floats(count, -2, 2), dims);
  const decode = (name: string): Promise<unknown> => sharp(`${folder}/${name}`).raw().toBuffer();
  const decoded = photos.slice(0, AHEAD).map(decode);
  for (const [i] of photos.entries()) {
    await decoded.shift();
    decoded.push(...photos.slice(i + AHEAD, i + AHEAD + 1).map(decode));
    await session.run({ [session.inputNames[0]!]: photo });
  }
  await session.release();
}
