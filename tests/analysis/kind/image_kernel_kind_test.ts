import assert from "node:assert/strict";
import {
  BLOB_DC_GAIN,
  classifyImageKernel,
  COLOUR_CHROMA,
  EDGE_COHERENCE,
  HIGH_CENTROID,
} from "../../../src/analysis/kind/image_kernel_kind.ts";
import { assertNear } from "../../support/analysis/kernels.ts";

const greyEdge = { dcGain: 0, chroma: 0, centroid: 0.1, coherence: 1 };

const KINDS = {
  "grey edge": greyEdge,
  "colour edge": { ...greyEdge, chroma: 1 },
  "grey blob": { ...greyEdge, dcGain: 1 },
  "colour blob": { ...greyEdge, dcGain: 1, chroma: 1 },
  "high frequency": { ...greyEdge, centroid: 0.4 },
  "other": { ...greyEdge, coherence: 0 },
};

for (const [kind, traits] of Object.entries(KINDS)) {
  Deno.test(`classifyImageKernel() is sure of a clear case: ${kind}`, () => {
    assert.deepEqual(classifyImageKernel(traits, 11), { kind, confidence: 1 });
  });
}

Deno.test("classifyImageKernel() asks for an even surface first, then for fine waves", () => {
  const all = { dcGain: 1, chroma: 1, centroid: 0.6, coherence: 0 };
  assert.equal(classifyImageKernel(all, 11).kind, "colour blob");
  assert.equal(classifyImageKernel({ ...all, dcGain: 0 }, 11).kind, "high frequency");
});

Deno.test("classifyImageKernel() is as sure as the nearest threshold that decided", () => {
  const confidence = (traits: Partial<typeof greyEdge>) =>
    classifyImageKernel({ ...greyEdge, ...traits }, 11).confidence;
  const halfway = ({ at, doubt }: { at: number; doubt: number }) => at + doubt / 2;
  assertNear(confidence({ dcGain: halfway(BLOB_DC_GAIN), chroma: 1 }), 0.5);
  assertNear(confidence({ chroma: halfway(COLOUR_CHROMA) }), 0.5);
  assertNear(confidence({ coherence: halfway(EDGE_COHERENCE) }), 0.5);
  assertNear(confidence({ centroid: halfway(HIGH_CENTROID) }), 0.5);
  assert.equal(confidence({ coherence: 0, chroma: COLOUR_CHROMA.at }), 1); // colour decided nothing
});

Deno.test("classifyImageKernel() takes a plain edge of 3 x 3 for an edge, however short", () => {
  const edge = { ...greyEdge, centroid: 0.33 };
  assert.equal(classifyImageKernel(edge, 3).kind, "grey edge");
  assert.equal(classifyImageKernel(edge, 11).kind, "high frequency");
  assert.equal(classifyImageKernel({ ...edge, centroid: 0.5 }, 3).kind, "high frequency");
});

Deno.test("classifyImageKernel() has no class for a kernel without measures", () => {
  for (const missing of Object.keys(greyEdge)) {
    const traits = { ...greyEdge, [missing]: null };
    assert.deepEqual(classifyImageKernel(traits, 11), { kind: "other", confidence: null });
  }
});
