import assert from "node:assert/strict";
import {
  classifyPattern,
  type PatternTraits,
  readPattern,
} from "../../../src/analysis/class/what.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import {
  assertNear,
  drawGabor,
  type GaborOptions,
  type KernelColour,
  paintKernel,
} from "../../support/analysis/kernels.ts";

const image = { channels: "RGB", std: [1, 1, 1] } as const;

// What a kernel [3, height, width] of an image is told to be.
function classify({ data, dims }: Tensor): string {
  const columns = measureKernels({ data, dims: [1, ...dims] }, { image });
  return classifyPattern(readPattern(columns, 0)).kind;
}

const GREY: KernelColour = [1, 1, 1];
const RED_CYAN: KernelColour = [1, -0.5, -0.5];
const gabor = (options: Partial<GaborOptions>, colour = GREY): Tensor =>
  paintKernel(drawGabor({ orientation: 30, frequency: 0.1, sigma: 2.5, ...options }), colour);
const quarter = Math.PI / 2;

Deno.test("classifyPattern() tells edges from lines by their phase, at every angle", () => {
  for (const orientation of [0, 20, 45, 90, 135, 170]) {
    const wave = { orientation, frequency: 0.15 };
    assert.equal(classify(gabor({ ...wave, phase: quarter })), "edge", `${orientation}`);
    assert.equal(classify(gabor({ ...wave, phase: 0 })), "line", `${orientation}`);
    assert.equal(classify(gabor({ ...wave, phase: quarter }, RED_CYAN)), "colour edge");
  }
});

Deno.test("classifyPattern() calls many waves a texture, in all directions or in one", () => {
  assert.equal(classify(gabor({ frequency: 0.35, sigma: 3.5, size: 21 })), "texture");
  const noise = Float32Array.from({ length: 441 }, (_, i) => (i * 7919 % 101 - 50) / 50);
  assert.equal(classify(paintKernel({ data: noise, dims: [1, 21, 21] }, GREY)), "texture");
});

Deno.test("classifyPattern() calls what is round a spot, with a surround or without", () => {
  assert.equal(classify(gabor({ frequency: 0 })), "spot");
  assert.equal(classify(gabor({ frequency: 0 }, RED_CYAN)), "colour spot");
  const laplacian = { data: Float32Array.of(0, -1, 0, -1, 4, -1, 0, -1, 0), dims: [1, 3, 3] };
  assert.equal(classify(paintKernel(laplacian, GREY)), "spot");
  const opponent = paintKernel(laplacian, [1, -1, 0]);
  assert.equal(classify(opponent), "colour spot");
});

Deno.test("classifyPattern() calls a grey plane even, and a coloured one a colour spot", () => {
  const plane = { data: new Float32Array(25).fill(1), dims: [1, 5, 5] };
  assert.equal(classify(paintKernel(plane, GREY)), "even");
  assert.equal(classify(paintKernel(plane, [1, 0, 0])), "colour spot");
});

Deno.test("classifyPattern() calls a crossing of two orientations mixed", () => {
  const [one, other] = [45, 135].map((orientation) =>
    drawGabor({ orientation, frequency: 0.15, phase: quarter }).data
  );
  const data = one!.map((weight, i) => weight + other![i]!);
  assert.equal(classify(paintKernel({ data, dims: [1, 15, 15] }, GREY)), "mixed");
});

const known: PatternTraits = {
  dcGain: 0,
  chroma: 0,
  centroid: 0.2,
  bandwidth: 0.15,
  coherence: 0.6,
  roundness: 0.1,
  ownSymmetry: 0.1,
  waves: 1.5,
};

Deno.test("classifyPattern() is as sure as the nearest threshold that decided", () => {
  const confidence = (change: Partial<PatternTraits>): number | null =>
    classifyPattern({ ...known, ...change }).confidence;
  assertNear(confidence({}), 1);
  assertNear(confidence({ coherence: 0.225 }), 0.5);
  assertNear(confidence({ ownSymmetry: 0.4 }), 0.5);
  assertNear(confidence({ chroma: 0.375 }), 0.5);
  assertNear(confidence({ waves: 4.25 }), 0.25);
  assertNear(confidence({ roundness: 0.36, coherence: 0 }), 0.2);
});

Deno.test("classifyPattern() takes what has no colours for grey, and knows nothing without a measure", () => {
  assert.equal(classifyPattern({ ...known, chroma: null }).kind, "edge");
  for (const name of Object.keys(known).filter((each) => each !== "chroma")) {
    assert.deepEqual(classifyPattern({ ...known, [name]: null }), {
      kind: "other",
      confidence: null,
    });
  }
});
