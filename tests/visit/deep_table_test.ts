import assert from "node:assert/strict";
import { generateReport } from "../../mod.ts";
import type { What } from "../../src/analysis/class/what.ts";
import type { Wiring } from "../../src/analysis/class/wiring.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { drawGabor, type KernelColour, paintKernel } from "../support/analysis/kernels.ts";
import { encodeModel, type ModelText } from "../support/model/onnx_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

// The grey photo is this luma of the photo, so that kernels that weigh colours so lose nothing by it.
const LUMA: KernelColour = [0.299, 0.587, 0.114];
const RED_CYAN: KernelColour = [1, -0.7, -0.3];
const SIDE = 15;
const QUARTER = Math.PI / 2;

/** A pattern of the first layer, and what is known of it by construction. */
interface Row {
  readonly pattern: Tensor;
  readonly colour: KernelColour;
  readonly what: What;
  /** The orientation that it is tuned to; null where it is tuned to none. */
  readonly orientation: number | null;
  /** Whether most of its map goes without the details of a photo; null where that is between. */
  readonly fine: boolean | null;
}

const gabor = (orientation: number, frequency: number, options = {}): Tensor =>
  drawGabor({ size: SIDE, orientation, frequency, sigma: 2.5, ...options });

const TABLE: Readonly<Record<string, Row>> = {
  "edge at 30°": row(gabor(30, 0.15, { phase: QUARTER }), LUMA, "edge", 30),
  "edge at 120°": row(gabor(120, 0.15, { phase: QUARTER }), LUMA, "edge", 120),
  "line at 110°": row(gabor(110, 0.15), LUMA, "line", 110),
  "fine stripes at 60°": row(gabor(60, 0.3, { sigma: 3.5 }), LUMA, "texture", 60, true),
  "spot": row(gabor(0, 0, { sigma: 3 }), LUMA, "spot", null, false),
  "Laplacian": row(drawLaplacian(), LUMA, "spot", null),
  "colour edge at 80°": row(gabor(80, 0.13, { phase: QUARTER }), RED_CYAN, "colour edge", null),
  "colour spot": row(gabor(0, 0, { sigma: 3 }), RED_CYAN, "colour spot", null, false),
  "crossing": row(cross(gabor(45, 0.15, { phase: QUARTER }), 135), LUMA, "mixed", null),
};

function row(
  pattern: Tensor,
  colour: KernelColour,
  what: What,
  orientation: number | null,
  fine: boolean | null = null,
): Row {
  return { pattern, colour, what, orientation, fine };
}

// A spot in a ring, whose sum is 0.
function drawLaplacian(): Tensor {
  const [small, large] = [1.8, 2.6].map((sigma) => gabor(0, 0, { sigma }).data);
  const sum = (data: Float32Array): number => data.reduce((a, b) => a + b, 0);
  const share = sum(small!) / sum(large!);
  return { data: small!.map((each, i) => each - share * large![i]!), dims: [1, SIDE, SIDE] };
}

function cross({ data, dims }: Tensor, orientation: number): Tensor {
  const other = gabor(orientation, 0.15, { phase: QUARTER }).data;
  return { data: data.map((each, i) => each + other[i]!), dims };
}

const ROWS = Object.values(TABLE);
const COUNT = ROWS.length;

/** Weights of all kernels of a layer, [COUNT, COUNT, side, side], from those of single inputs. */
function mix(side: number, weigh: (k: number, input: number) => number): Tensor {
  const data = new Float32Array(COUNT * COUNT * side * side);
  for (let k = 0; k < COUNT; k++) {
    for (let input = 0; input < COUNT; input++) {
      const middle = (side * side - 1) / 2;
      data[(k * COUNT + input) * side * side + middle] = weigh(k, input);
    }
  }
  return { data, dims: [COUNT, COUNT, side, side] };
}

const copy = (k: number, input: number): number => k === input ? 0.5 : 0;

// Kernel 0 adds two edges that cross; 1 adds all; the others copy.
function blend(k: number, input: number): number {
  if (k === 0) return input < 2 ? 0.5 : 0;
  return k === 1 ? 0.2 : copy(k, input);
}

// Four layers: patterns, copies by 1 x 1, copies by 3 x 3, mixes by 1 x 1.
function describeNetwork(): ModelText {
  const conv = (layer: number, input: string, side: number) => [
    {
      op: "Conv",
      name: `conv${layer}`,
      inputs: [input, `w${layer}`],
      outputs: [`map${layer}`],
      ints: { pads: new Array(4).fill((side - 1) / 2) },
    },
    { op: "Relu", inputs: [`map${layer}`], outputs: [`lit${layer}`] },
  ];
  const first = ROWS.flatMap(({ pattern, colour }) => [...paintKernel(pattern, colour).data]);
  return {
    nodes: [
      ...conv(1, "photo", 1),
      ...conv(2, "lit1", 1),
      ...conv(3, "lit2", 3),
      ...conv(4, "lit3", 1),
    ],
    initializers: {
      w1: { data: Float32Array.from(first), dims: [COUNT, 3, SIDE, SIDE] },
      w2: mix(1, copy),
      w3: mix(3, copy),
      w4: mix(1, blend),
    },
    inputs: { photo: [1, 3, 96, 96] },
  };
}

async function reportLayers(): Promise<readonly LayerReport[]> {
  await using folder = await makeTempFolder({ "net.onnx": encodeModel(describeNetwork()) });
  const config = {
    models: [{ path: `${folder.path}/net.onnx`, preprocess: "unit" as const }],
    images: ["fixtures/scenes/*.png"],
    values: "none" as const,
  };
  const { models } = await generateReport(config, { out: `${folder.path}/dist`, jobs: 1 });
  const [{ id, layers }] = models as [typeof models[0]];
  return await Promise.all(
    layers.map(async (layer) =>
      JSON.parse(await Deno.readTextFile(`${folder.path}/dist/${id}/${layer.id}/layer.json`))
    ),
  );
}

Deno.test("a report tells of kernels of 1 to 4 layers what they are by construction", async (t) => {
  const layers = await reportLayers();
  for (const [i, [name, { what, colour, orientation, fine }]] of Object.entries(TABLE).entries()) {
    for (const [depth, { classes, tuning, experiments }] of layers.entries()) {
      if (depth === 3 && i < 2) continue; // mixes
      await t.step(`${name}, layer ${depth + 1}`, () => {
        assert.equal(classes!.what[i], what);
        assert.equal(classes!.wiring[i], depth === 0 ? null : "one" satisfies Wiring);
        if (depth > 0) assert.equal(classes!.acts[i], "excites");
        const dependence = experiments!.colourDependence.mean[i]!;
        if (colour === LUMA) assert(dependence < 0.02, `colour ${dependence}`);
        else assert(dependence > 0.5, `colour ${dependence}`);
        const loss = experiments!.detailLoss.mean[i]!;
        if (fine === true) assert(loss > 0.8, `detail ${loss}`);
        if (fine === false) assert(loss < 0.3, `detail ${loss}`);
        if (orientation === null) return;
        const turned = (tuning!.orientation[i]! - orientation + 270) % 180 - 90;
        assert(Math.abs(turned) < 4, `orientation ${tuning!.orientation[i]}`);
      });
    }
  }
  await t.step("mixes", () => {
    const { what, wiring } = layers[3]!.classes!;
    assert.equal(what[0], "mixed"); // two edges that cross
    assert.notEqual(wiring[0], "many");
    assert.notEqual(wiring[1], "one");
  });
});
