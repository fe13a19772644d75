import assert from "node:assert/strict";
import type { ConfigInput } from "../../../src/config/config_input.ts";
import { parseConfig } from "../../../src/config/parse.ts";
import { generate } from "../../../src/generate.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { decodeNpy, encodeNpy } from "../../../src/tensor/npy/npy.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { createMemoryWorld, encodePhoto } from "../../support/report/memory_effects.ts";
import { encodeModel } from "../../support/model/onnx_model.ts";
import { countingTensor } from "../../support/tensors.ts";
import { textAt } from "../../support/report/tiny_site.ts";

// The maps are left - 2 * right, pixel by pixel, and the mask at last.
const stereo = encodeModel({
  nodes: [
    { op: "Conv", name: "first", inputs: ["left", "one"], outputs: ["seen"] },
    { op: "Add", inputs: ["right", "right"], outputs: ["twice"] },
    { op: "Sub", inputs: ["seen", "twice"], outputs: ["apart"] },
    { op: "Add", inputs: ["apart", "mask"], outputs: ["masked"] },
    { op: "Conv", name: "last", inputs: ["masked", "one"], outputs: ["y"] },
  ],
  initializers: {
    one: { data: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), dims: [3, 3, 1, 1] },
  },
  inputs: { right: [1, 3, 4, 5], left: [1, 3, 4, 5], mask: [1, 1, 4, 5] },
});

type Inputs = NonNullable<ConfigInput["models"][number]["inputs"]>;

async function run(
  inputs: Inputs,
  rest: Partial<ConfigInput["models"][number]> = {},
): Promise<
  { readonly map: Tensor | null; readonly failures: readonly string[]; readonly page: string }
> {
  const world = createMemoryWorld({
    files: {
      "net.onnx": stereo,
      "left.png": encodePhoto({ width: 5, height: 4 }, 0),
      "side/right.png": encodePhoto({ width: 5, height: 4 }, 1),
      "mask.npy": encodeNpy(countingTensor([4, 5])),
      "wide.npy": encodeNpy(countingTensor([4, 6])),
      "letter.txt": new TextEncoder().encode("no photo"),
    },
  });
  const config = parseConfig({
    models: [{ path: "net.onnx", preprocess: "raw", inputs, ...rest }],
    images: ["left.png"],
  });
  const { failures } = await generate(config, { ...world.effects, runtime: onnxRuntime }, {
    npy: true,
  });
  const file = world.written.get("net/last/maps/left.npy");
  return {
    map: file instanceof Uint8Array ? decodeNpy(file) : null,
    failures: failures.map(({ where, message }) => `${where}: ${message}`),
    page: textAt(world, "net/index.html"),
  };
}

// The fake codec gives value (37 i + 11 seed) mod 256 to byte i, pixel by pixel.
function level(seed: number, channel: number, pixel: number): number {
  return (37 * (3 * pixel + channel) + 11 * seed) % 256;
}

Deno.test("generate() feeds a second photo and an array beside the photo", async () => {
  const { map, failures, page } = await run({
    right: { photo: "side/right.png" },
    mask: { npy: "mask.npy" },
  });
  assert.deepEqual(failures, []);
  const expected = Array.from({ length: 60 }, (_, i) => {
    const [channel, pixel] = [Math.floor(i / 20), i % 20];
    return level(0, channel, pixel) - 2 * level(1, channel, pixel) + pixel;
  });
  assert.deepEqual([...map!.data], expected);
  assert.match(page, /<dd>right: right\.png, mask: mask\.npy<\/dd>/);
  assert.match(page, /<dt>Input of the photo<\/dt>\s*<dd>left<\/dd>/);
});

Deno.test("generate() gives the photo to the input that the config names", async () => {
  const { map, failures } = await run({ left: 0, mask: 1000 }, { image: "right" });
  assert.deepEqual(failures, []);
  assert.deepEqual([...map!.data.subarray(0, 2)], [
    1000 - 2 * level(0, 0, 0),
    1000 - 2 * level(0, 0, 1),
  ]);
});

Deno.test("generate() gives a photo in grey to an input of one channel", async () => {
  const { map, failures } = await run({ right: 0, mask: { photo: "side/right.png" } });
  assert.deepEqual(failures, []);
  const expected = Array.from({ length: 20 }, (_, pixel) => {
    const [red, green, blue] = [0, 1, 2].map((channel) => level(1, channel, pixel));
    // convert("L") of Pillow
    return level(0, 0, pixel) + (red! * 19595 + green! * 38470 + blue! * 7471 + 0x8000 >> 16);
  });
  assert.deepEqual([...map!.data.subarray(0, 20)], expected);
});

Deno.test("generate() gives no photo in grey where mean and std differ between channels", async () => {
  const preprocess = { rescale: 1, mean: [1, 2, 3] };
  const { map, failures } = await run({ right: 0, mask: { photo: "left.png" } }, { preprocess });
  assert.equal(map, null);
  assert.match(
    failures.join("\n"),
    /Cannot give "left\.png" to input "mask": .*of 3 channels, the input takes 1; an array in/,
  );
});

// [what, inputs, failure]
const failing: readonly [string, Inputs, RegExp][] = [
  [
    "a missing photo",
    { right: { photo: "gone.png" }, mask: 0 },
    /^net: Cannot give "gone\.png" to input "right": Cannot read file "gone\.png": there is no such file$/,
  ],
  [
    "a photo that is none",
    { right: { photo: "letter.txt" }, mask: 0 },
    /^net: Cannot give "letter\.txt" to input "right": .*its format is unknown$/,
  ],
  [
    "an array that is none",
    { right: 0, mask: { npy: "letter.txt" } },
    /^net: Cannot give "letter\.txt" to input "mask": Cannot read \.npy file: it does not begin as one/,
  ],
  [
    "an array of another size",
    { right: 0, mask: { npy: "wide.npy" } },
    /^net: Cannot feed input "mask" \[1, 1, 4, 5\]: the array that is given is \[4, 6\]$/,
  ],
  [
    "nothing for an input",
    { right: 0 },
    /^net: Cannot feed input "mask" float32 \[1, 1, 4, 5\]: .*write "inputs": \{"mask": 1\}/,
  ],
];

for (const [what, inputs, failure] of failing) {
  Deno.test(`generate() tells of ${what}, and draws the kernels all the same`, async () => {
    const { map, failures, page } = await run(inputs);
    assert.equal(map, null);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!, failure);
    assert.match(page, /kernels/);
  });
}
