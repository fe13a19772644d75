import assert from "node:assert/strict";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { measure } from "../../src/measure.ts";
import type { GenerateOptions } from "../../src/prepare.ts";
import type { Report } from "../../src/report/report.ts";
import { writeTally } from "../../src/tally/tally_file.ts";
import { changeTools, encodePhoto, type MemoryWorld } from "../support/report/memory_effects.ts";
import { configureTiny, createTinyWorld } from "../support/report/tiny_site.ts";

const NAMES = ["ash", "birch", "cedar", "dogwood"];

function openWorld(
  names: readonly string[],
  more: Readonly<Record<string, string>> = {},
): MemoryWorld {
  const world = createTinyWorld({
    ...Object.fromEntries(names.map((name) => [
      `set/${name}.jpg`,
      encodePhoto({ width: 30, height: 20 }, NAMES.indexOf(name)),
    ])),
    ...Object.fromEntries(
      Object.entries(more).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    ),
  });
  return { ...world, effects: changeTools(world.effects, { runtime: onnxRuntime }) };
}

const dataset = "set/*.jpg";

const tally = writeTally(
  await measure(configureTiny({ dataset }), openWorld(NAMES).effects, {
    shard: { part: 1, of: 1 },
  }),
);

interface Drawn {
  readonly report: Report;
  readonly world: MemoryWorld;
  /** The pictures of patches and their photos. */
  readonly pictures: readonly string[];
}

async function draw(
  fields: Partial<ConfigInput>,
  { names = NAMES, ...options }: GenerateOptions & { readonly names?: readonly string[] } = {},
): Promise<Drawn> {
  const world = openWorld(names, { "all.tally": tally });
  const report = await generate(configureTiny(fields), world.effects, options);
  const pictures = [...world.written.keys()].filter((path) =>
    /patches\/|images\/dataset/.test(path)
  );
  return { report, world, pictures };
}

const hasPictures = ({ report: { models: [model] } }: Drawn): boolean =>
  model!.datasetPhotos !== null || model!.layers.some(({ patches }) => patches !== null);

Deno.test("a report shows patches of the photos that it measures", async () => {
  const drawn = await draw({ dataset });
  const [model] = drawn.report.models;
  assert.deepEqual(model!.datasetPhotos!.places, [0, 1, 2, 3]);
  const files = model!.layers.flatMap(({ id, patches }) =>
    [patches!.strongest, patches!.middle!].flatMap(({ files }) =>
      files.map(({ file }) => `tiny/${id}/${file}`)
    )
  );
  assert(files.length > 0);
  assert.deepEqual([...drawn.pictures].sort(), ["images/dataset/0.webp", ...files].sort());
});

Deno.test("a report without the photos, or whose config asks for none, has no patches", async () => {
  const without: readonly [Partial<ConfigInput>, GenerateOptions][] = [
    [{ tally: "all.tally" }, {}],
    [{ tally: "all.tally", dataset, patches: false }, {}],
    [{ dataset, patches: false }, {}],
    [{ dataset }, { small: true }],
  ];
  for (const [fields, options] of without) {
    const drawn = await draw(fields, options);
    assert(drawn.report.dataset !== null);
    assert(!hasPictures(drawn), JSON.stringify(fields));
    assert.deepEqual(drawn.pictures, []);
    const isTold = drawn.world.notes.some((note) => note.includes("patches"));
    assert.equal(isTold, options.small ?? false);
  }
});

Deno.test("photos of a tally that are not there are told, once, and the others are shown", async () => {
  const names = ["ash", "cedar", "dogwood"];
  const { report, world } = await draw({ tally: "all.tally", dataset }, { names });
  const told = world.warnings.filter((warning) => warning.includes("patches"));
  assert.equal(told.length, 2, told.join("\n"));
  assert.match(
    told[1]!,
    /^1 of 4 photos .* such as "set\/birch.jpg": their patches are left empty$/,
  );
  const [model] = report.models;
  assert.deepEqual(model!.datasetPhotos!.width.map((width) => width > 0), [
    true,
    false,
    true,
    true,
  ]);
  assert(model!.layers.every(({ patches }) => patches!.strongest.missing.length > 0));
});
