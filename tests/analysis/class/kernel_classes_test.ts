import assert from "node:assert/strict";
import { classifyLayer, type ClassSources } from "../../../src/analysis/class/kernel_classes.ts";
import { measureComposed } from "../../../src/analysis/kernel/composed_measures.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import { studyKernels } from "../../../src/analysis/kernel_study.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { drawGabor } from "../../support/analysis/kernels.ts";

const edge = drawGabor({ size: 9, orientation: 90, frequency: 0.12, phase: Math.PI / 2, sigma: 2 });
const spot = drawGabor({ size: 9, orientation: 0, frequency: 0, sigma: 2 });
const nothing = { ...spot, data: spot.data.map((weight) => weight * 1e-5) };

function stack(...kernels: readonly Tensor[]): Tensor {
  const data = Float32Array.from(kernels.flatMap((kernel) => [...kernel.data]));
  return { data, dims: [kernels.length, ...kernels[0]!.dims] };
}

function gather(own: readonly Tensor[], sources: Partial<ClassSources> = {}): ClassSources {
  return {
    count: own.length,
    slices: 1,
    readsImage: false,
    kernels: studyKernels(stack(...own)),
    composed: null,
    leading: null,
    tuning: null,
    experiments: null,
    maps: null,
    onPadding: null,
    circuits: [],
    ...sources,
  };
}

Deno.test("classifyLayer() goes by what stands beside the map: the composed kernel, where there is one", () => {
  const composed = measureComposed(stack(edge, edge, edge), { image: null, step: 1 });
  const own = [spot, spot, nothing];
  assert.deepEqual(classifyLayer(gather(own)).what, ["spot", "spot", "dead"]);
  assert.deepEqual(classifyLayer(gather(own, { composed })).what, ["edge", "edge", "dead"]);
  const first = classifyLayer(gather(own, { composed, readsImage: true }));
  assert.deepEqual(first.what, ["spot", "spot", "dead"]);
});

Deno.test("classifyLayer() goes by the kernel's own pattern where it has one slice and none is composed", () => {
  const none = { data: new Float32Array(edge.data.length), dims: edge.dims };
  const composed = measureComposed(stack(edge, none), { image: null, step: 1 });
  assert.deepEqual(classifyLayer(gather([spot, spot], { composed })).what, ["edge", "spot"]);
  const deep = classifyLayer(gather([spot, spot], { composed, slices: 2 }));
  assert.deepEqual(deep.what, ["edge", "other"]); // several slices are no one pattern
});

Deno.test("classifyLayer() goes by the pattern that leads in the slices where nothing else is known", () => {
  const measures = measureKernels(stack(edge, spot, edge));
  const own = [spot, spot, spot];
  const leading = { measures, share: [0.9, 0.31, 0.29] };
  const { what, confidence } = classifyLayer(gather(own, { leading, slices: 2 }));
  assert.deepEqual(what, ["edge", "spot", "other"]);
  assert(Math.abs(confidence[1]! - 0.1) < 1e-9); // as sure as that it leads
});

Deno.test("classifyLayer() of single weights that nothing is known of is other, without a confidence", () => {
  const points = { data: Float32Array.of(1, 2, 3, 4), dims: [2, 2, 1, 1] };
  const found = classifyLayer(gather([spot, spot], { kernels: studyKernels(points), slices: 2 }));
  assert.deepEqual(found.what, ["other", "other"]);
  assert.deepEqual(found.confidence, [null, null]);
  assert.deepEqual(found.acts, ["excites", "excites"]);
  assert.deepEqual(found.wiring, ["few", "few"]);
});

Deno.test("classifyLayer() of kernels that are not known tells what is known of their maps", () => {
  const found = classifyLayer(gather([spot, edge], { kernels: null, onPadding: [1] }));
  assert.deepEqual(found.what, ["other", "other"]);
  assert.deepEqual(found.where, ["inside", "padding"]);
  assert.deepEqual(
    [found.when, found.wiring, found.acts, found.shows],
    Array(4).fill([null, null]),
  );
});
