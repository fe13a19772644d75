import assert from "node:assert/strict";
import { findLeadingComponents } from "../../../src/analysis/leading/leading_components.ts";
import type { TiledDrawing } from "../../../src/jobs/pictures_job.ts";
import type { LayerSource, PlannedLayer, PlannedModel } from "../../../src/plan/plan.ts";
import type { LeadingFinding } from "../../../src/report/finding.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";
import type { Visit } from "../../../src/visit/visit.ts";
import { drawLeading, type PatternedLayer } from "../../../src/visit/pixel/leading_views.ts";

interface MadeLayer extends PatternedLayer {
  readonly layer: PlannedLayer;
}

const RED = [1, -0.5, -0.5];
const GREY = [0, 0, 0];

function makeLayer(
  id: string,
  sources: readonly Omit<LayerSource, "count">[],
  { kernels, inputs, ...found }: {
    readonly kernels: Tensor;
    readonly inputs: number;
    readonly tints?: Tensor | null;
    readonly mixing?: PatternedLayer["mixing"];
  },
): MadeLayer {
  const patterned = found.tints === undefined && kernels.dims[1]! > 1 && kernels.dims[2]! > 1;
  return {
    patterns: () => patterned ? findLeadingComponents(kernels) : null,
    mixing: () => null,
    tints: null,
    ...found,
    layer: {
      id,
      folder: `net/${id}`,
      sources: sources.map((part) => ({ ...part, count: null })),
      conv: { name: id, kernels: { dims: kernels.dims }, shape: { inChannels: inputs } },
    } as unknown as PlannedLayer,
  };
}

/** Kernels 3 x 3, each a dot in the slices of these inputs. */
function makeDots(weights: readonly (readonly number[])[]): Tensor {
  const dims = [weights.length, weights[0]!.length, 3, 3];
  const data = new Float32Array(countElements(dims));
  weights.flat().forEach((weight, slice) => data[9 * slice + 4] = weight);
  return { data, dims };
}

/** Draws the patterns of a network; gives the tiles that were painted, by the ids of their layers. */
async function draw(layers: readonly MadeLayer[]): Promise<{
  readonly findings: readonly (LeadingFinding | null)[];
  readonly tiles: ReadonlyMap<string, Tensor>;
}> {
  const tiles = new Map<string, Tensor>();
  const take = (_: unknown, [drawn]: readonly TiledDrawing[]) => {
    tiles.set(/net\/(.*)\//.exec(drawn!.drawing.path)![1]!, drawn!.tiles);
    return Promise.resolve({ files: [], events: [] });
  };
  const visit = {
    plan: { grid: { nrow: 8, padding: 2, padValue: 0 }, board: false, photos: [] },
    effects: { crew: { do: take } },
    fail: assert.fail,
  } as unknown as Visit;
  const planned = layers.map(({ layer }) => layer);
  const model = { name: "net", preprocess: { recipe: { channels: "RGB" } }, layers: planned };
  const findings = await drawLeading(model as unknown as PlannedModel, layers, visit);
  return { findings, tiles };
}

/** Gives the colours of the dot of a kernel. */
function lookAt({ data, dims: [, channels = 1] }: Tensor, k: number): readonly number[] {
  return Array.from({ length: channels }, (_, c) => round(data[(k * channels + c) * 9 + 4]!));
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000 + 0;
}

const first = makeLayer("first", [], {
  kernels: { data: new Float32Array(0), dims: [2, 3, 5, 5] },
  inputs: 3,
  tints: { data: Float32Array.of(...RED, ...GREY), dims: [2, 3] },
});
const second = makeLayer("second", [{ layer: "first", first: 0 }], {
  kernels: makeDots([[1, 0], [0, 1], [-1, 0]]),
  inputs: 2,
});

Deno.test("drawLeading() tints patterns by the kernels that they read", async () => {
  const { findings, tiles } = await draw([first, second]);
  assert.equal(findings[0], null);
  assert.deepEqual(findings[1]!.measures, { share: [1, 1, 1], tinted: true });
  assert.deepEqual(findings[1]!.pictures.map(({ file }) => file), ["leading.png"]);
  const colours = [0, 1, 2].map((k) => lookAt(tiles.get("second")!, k));
  assert.deepEqual(colours, [[1, -0.5, -0.5], [1, 1, 1], [-1, 0.5, 0.5]]);
});

Deno.test("drawLeading() takes tints through layers that are not seen in pixels, and through joins", async () => {
  const single = makeLayer("single", [{ layer: "second", first: 0 }], {
    kernels: { data: new Float32Array(0), dims: [1, 3, 1, 1] },
    inputs: 3,
    mixing: () => ({ mix: { input: [[0]], weight: [[2]], share: [1] }, matrix: null }),
  });
  const apart = makeLayer("apart", [{ layer: "single", first: 0 }], {
    kernels: { data: new Float32Array(9), dims: [1, 1, 3, 3] },
    inputs: 1,
  });
  const joined = [{ layer: "first", first: 0 }, { layer: "apart", first: 2 }];
  const last = makeLayer("last", joined, { kernels: makeDots([[0, 0, 1], [0, 1, 0]]), inputs: 3 });
  const { findings, tiles } = await draw([first, second, single, apart, last]);
  assert.deepEqual([findings[2], findings[3]], [null, null]);
  assert.equal(findings[4]!.measures.tinted, true);
  assert.deepEqual([0, 1].map((k) => lookAt(tiles.get("last")!, k)), [[1, -0.5, -0.5], [1, 1, 1]]);
});

Deno.test("drawLeading() leaves patterns grey where the colours of an input are not known", async () => {
  const sum = makeLayer("sum", [], { kernels: makeDots([[1, 0]]), inputs: 2 });
  const part = makeLayer("part", [{ layer: "first", first: 0 }], {
    kernels: makeDots([[1, 0, 0]]),
    inputs: 3,
  });
  const { findings, tiles } = await draw([first, sum, part]);
  assert.deepEqual(findings.map((each) => each?.measures.tinted), [undefined, false, false]);
  assert.deepEqual(tiles.get("sum")!.dims, [1, 1, 3, 3]);
  assert.deepEqual(lookAt(tiles.get("part")!, 0), [1]);
});
