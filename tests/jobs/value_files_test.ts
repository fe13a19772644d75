import assert from "node:assert/strict";
import { generate } from "../../src/generate.ts";
import { nameKernelValues, nameMapValues } from "../../src/plan/value_files.ts";
import type { Report, ReportValues } from "../../mod.ts";
import { rectify } from "../../src/tensor/rectify.ts";
import { createTensor, sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import type { Effects } from "../../src/effects.ts";
import { readTile } from "../support/report/data_script.ts";
import { assertWithin } from "../support/within.ts";
import {
  createMemoryWorld,
  encodePhoto,
  type MemoryWorld,
} from "../support/report/memory_effects.ts";
import { decodeNpy } from "../support/npy.ts";
import { createRandom } from "../support/random.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { configureTiny } from "../support/report/tiny_site.ts";

// A map of the first layer is larger than a file.
const MAPS = [[4, 600, 600], [4, 600, 600], [2, 6, 6], [4, 6, 6]] as const;

interface Site {
  readonly world: MemoryWorld;
  readonly report: Report;
}

// A runtime that gives these maps, the second of them behind `follow`.
async function generateWith(
  follow: (data: Float32Array) => Float32Array,
  fields: Parameters<typeof configureTiny>[0] = {},
): Promise<Site> {
  const random = createRandom(7);
  const own = MAPS.map((dims) => {
    return createTensor(random.floats(dims[0] * dims[1] * dims[2], -1, 1), [1, ...dims]);
  });
  own[0]!.data.set([NaN, Infinity, -Infinity, -0]);
  own[1] = { ...own[0]!, data: follow(own[0]!.data) };
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeTinyModel(),
      "photos/cat.jpg": encodePhoto({ width: 8, height: 8 }),
    },
    maps: MAPS,
  });
  const config = configureTiny(fields);
  const report = await generate(config, answerWith(own, world.effects), { npy: true });
  assert.deepEqual(report.failures, []);
  return { world, report };
}

function answerWith(maps: readonly Tensor[], effects: Effects): Effects {
  const { runtime } = effects;
  const open: Effects["runtime"]["open"] = async (model) => {
    const session = await runtime.open(model);
    if (model.inputs.length === 0) return session;
    const copy = ({ data, dims }: Tensor): Tensor => ({ data: data.slice(), dims });
    const run = () =>
      Promise.resolve(new Map(model.outputs.map((name, i) => [name, copy(maps[i]!)])));
    return { ...session, run };
  };
  return { ...effects, runtime: { ...runtime, open } };
}

function listValues({ written }: MemoryWorld): string[] {
  return [...written.keys()].filter((path) => path.includes("/values/")).sort();
}

// Every tile of a folder is what the .npy file holds, to the bit or within what it tells.
function assertSameAsNpy(
  { written }: MemoryWorld,
  path: string,
  { folder, values }: { readonly folder: string; readonly values: ReportValues | null },
): void {
  const npy = decodeNpy(written.get(path) as Uint8Array<ArrayBuffer>);
  assert.deepEqual(npy.dims, values!.dims);
  for (let k = 0; k < npy.dims[0]!; k++) {
    const { numbers, error } = readTile(
      folder,
      { values: values!, k },
      (path) => written.get(path),
    );
    const own = sliceAt(npy, k).data;
    assert(error <= values!.error * (1 + 1e-3));
    if (values!.form === "exact") assert.deepEqual(bitsOf(numbers), bitsOf(own));
    else assertWithin(numbers, own, error);
  }
}

function bitsOf(data: Float32Array): Uint32Array {
  return new Uint32Array(data.slice().buffer);
}

const leak = (data: Float32Array): Float32Array => data.map((x) => x > 0 ? x : x / 8);

for (const form of ["compact", "exact"] as const) {
  Deno.test(`generate() writes the numbers that the .npy files hold, in the ${form} form`, async () => {
    const { world, report } = await generateWith(leak, { values: form });
    for (const { id, values, maps } of report.models[0]!.layers) {
      const own = `tiny/${id}`;
      const folder = nameKernelValues(own);
      assertSameAsNpy(world, `${own}/kernels.npy`, { folder, values });
      for (const { image, values, activatedValues } of maps) {
        for (const [kind, kept] of [["maps", values], ["activated", activatedValues]] as const) {
          if (kept === null) continue;
          assert.equal(kept.form, form);
          const folder = nameMapValues(own, kind, image);
          assertSameAsNpy(world, `${own}/${kind}/${image}.npy`, { folder, values: kept });
        }
      }
    }
  });
}

Deno.test("generate() takes a third of the room in the compact form", async () => {
  const [compact, exact] = await Promise.all((["compact", "exact"] as const).map(async (values) => {
    const { world, report } = await generateWith(leak, { values });
    const told = report.models[0]!.layers[0]!.maps[0]!.values!;
    const sizes = [...world.written].filter(([path]) => path.startsWith("tiny/conv1/values/maps/"))
      .map(([, content]) => content.length);
    assert.equal(told.bytes, sizes.reduce((sum, size) => sum + size, 0));
    return told.bytes;
  }));
  assert(compact! < 0.45 * exact!, `${compact} of ${exact}`);
});

Deno.test("generate() writes as many files of numbers as the report says", async () => {
  const { world, report } = await generateWith(leak);
  const folders = report.models[0]!.layers.flatMap(({ id, values, maps }) => [
    [nameKernelValues(`tiny/${id}`), values] as const,
    ...maps.flatMap(({ image, values, activatedValues }) => [
      [nameMapValues(`tiny/${id}`, "maps", image), values] as const,
      [nameMapValues(`tiny/${id}`, "activated", image), activatedValues] as const,
    ]),
  ]);
  const files = folders.flatMap(([folder, values]) =>
    Array.from({ length: values?.files ?? 0 }, (_, i) => `${folder}/${i}.js`)
  );
  assert.deepEqual(listValues(world), files.sort());
  assert.equal(files.filter((path) => path.startsWith("tiny/conv1/values/maps/")).length, 4);
  assert.equal(files.filter((path) => path.startsWith("tiny/conv1/values/activated/")).length, 4);
});

Deno.test("generate() writes nothing behind a lone Relu, which a page computes", async () => {
  const { world, report } = await generateWith(rectify);
  const [{ activated, values, activatedValues }] = report.models[0]!.layers[0]!.maps as [
    Report["models"][number]["layers"][number]["maps"][number],
  ];
  assert(activated !== null && values !== null);
  assert.equal(activatedValues, null);
  assert.deepEqual(listValues(world).filter((path) => path.includes("/activated/")), []);
});

Deno.test("generate() writes no numbers where the config leaves them out", async () => {
  const { world, report } = await generateWith(leak, { values: "none" });
  assert.deepEqual(listValues(world), []);
  for (const { values, maps } of report.models[0]!.layers) {
    assert.equal(values, null);
    for (const each of maps) assert.deepEqual([each.values, each.activatedValues], [null, null]);
  }
});

Deno.test("generate() writes an array for whatever tensor pictures are painted from", async () => {
  const { world } = await generateWith(rectify);
  const arrays = [...world.written.keys()].filter((path) => path.endsWith(".npy"));
  assert.deepEqual(arrays.sort(), [
    "tiny/conv1/activated/cat.npy",
    "tiny/conv1/kernels.npy",
    "tiny/conv1/maps/cat.npy",
    "tiny/conv2/inputs/cat.npy",
    "tiny/conv2/kernels.npy",
    "tiny/conv2/maps/cat.npy",
  ]);
});
