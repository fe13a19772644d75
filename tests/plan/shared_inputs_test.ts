import assert from "node:assert/strict";
import type { PlannedLayer } from "../../src/plan/plan.ts";
import { findSharedInputs } from "../../src/plan/shared_inputs.ts";

interface Described {
  readonly reads: string;
  readonly makes: string;
  readonly behind?: string;
  readonly whole?: boolean;
}

// A layer by its tensors; one of whole numbers is tapped behind its scale.
function describe({ reads, makes, behind, whole = false }: Described): PlannedLayer {
  const quantization = whole ? { scale: "s", zeroPoint: "z" } : null;
  const conv = {
    node: { domain: "", op: "Conv" },
    kernels: {},
    readsInput: reads === "photo" ? "photo" : null,
    shape: { kernelShape: [3, 3], inChannels: 4, group: 1 },
    input: reads,
    output: makes,
    tap: { tensor: makes, quantization },
    chain: behind === undefined ? null : { output: behind },
  };
  return { id: makes, conv } as unknown as PlannedLayer;
}

function list(described: readonly Described[]): Record<string, string> {
  const shared = findSharedInputs(described.map(describe));
  return Object.fromEntries(
    [...shared].map(([{ id }, { layer, as }]) => [id, `${layer.id} ${as}`]),
  );
}

Deno.test("findSharedInputs() finds what another layer has made, before or behind what follows it", () => {
  const layers = [
    { reads: "photo", makes: "a", behind: "lit a" },
    { reads: "lit a", makes: "b" },
    { reads: "b", makes: "c" },
  ];
  assert.deepEqual(list(layers), { b: "a activated", c: "b maps" });
});

Deno.test("findSharedInputs() lets the first of those that read the same draw it", () => {
  const layers = [{ reads: "pool", makes: "a" }, { reads: "pool", makes: "b" }];
  assert.deepEqual(list(layers), { b: "a inputs" });
});

Deno.test("findSharedInputs() takes whole numbers for other than what their scale makes of them", () => {
  const layers = [{ reads: "photo", makes: "a", whole: true }, { reads: "a", makes: "b" }];
  assert.deepEqual(list(layers), {});
});
