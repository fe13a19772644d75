import assert from "node:assert/strict";
import { matchGains } from "../../../src/analysis/kind/gain_matches.ts";

Deno.test("matchGains() pairs coloured and grey kernels of like gain, the nearest first, each once", () => {
  const kernels = [
    { dcGain: 0.2, chroma: 0.9 },
    { dcGain: 0.21, chroma: 0.1 },
    { dcGain: 0.2, chroma: 0.2 },
    { dcGain: 0.5, chroma: 0.8 }, // more than half as much again as any grey one
    { dcGain: 0.0001, chroma: 0.7 },
    { dcGain: 0.003, chroma: 0.3 }, // neither averages
    { dcGain: 0.2, chroma: 0.6 }, // the nearest is taken
  ];
  assert.deepEqual(matchGains(columns(kernels)), [
    { coloured: 0, grey: 2 },
    { coloured: 6, grey: 1 },
    { coloured: 4, grey: 5 },
  ]);
});

Deno.test("matchGains() leaves out what has no measure, and finds none where all are grey", () => {
  const alike = { dcGain: 0.1, chroma: 0.9 };
  assert.deepEqual(matchGains(columns([alike, { dcGain: null, chroma: 0 }])), []);
  assert.deepEqual(matchGains(columns([{ ...alike, chroma: 0 }, { ...alike, chroma: 0.2 }])), []);
  const unseen = { ...columns([alike, { ...alike, chroma: 0 }]), keepsPicture: [0.5, null] };
  assert.deepEqual(matchGains(unseen), []);
});

function columns(
  kernels: readonly { readonly dcGain: number | null; readonly chroma: number }[],
): Parameters<typeof matchGains>[0] {
  return {
    dcGain: kernels.map(({ dcGain }) => dcGain),
    chroma: kernels.map(({ chroma }) => chroma),
    keepsPicture: kernels.map(() => 0.5),
  };
}
