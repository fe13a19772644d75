import assert from "node:assert/strict";
import type { What } from "../../../src/analysis/class/what.ts";
import type { When } from "../../../src/analysis/class/when.ts";
import type { Where } from "../../../src/analysis/class/where.ts";
import { findTellingPair } from "../../../src/html/part/telling_pair.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const KERNELS = 10;

interface Told {
  readonly what?: Readonly<Record<number, What>>;
  readonly when?: Readonly<Record<number, When>>;
  readonly where?: Readonly<Record<number, Where>>;
  readonly norm?: Readonly<Record<number, number>>;
  readonly constant?: readonly number[];
}

// Spots of one norm, on in some places, but for what is told.
function measure(
  { what = {}, when = {}, where = {}, norm = {}, constant = [] }: Told,
): LayerReport {
  const [layer] = layerReports;
  const fill = <Value>(value: Value, told: Readonly<Record<number, Value>>) =>
    Array.from({ length: KERNELS }, (_, k) => told[k] ?? value);
  return {
    ...layer!,
    kernels: { ...layer!.kernels!, norm: fill(1, norm), coherence: fill(0.5, {}) },
    classes: {
      ...layer!.classes!,
      what: fill<What>("spot", what),
      when: fill<When>("local", when),
      where: fill<Where>("inside", where),
    },
    condition: { dead: [], constant, nonFinite: [] },
  };
}

Deno.test("findTellingPair() chooses an edge before all others, and a grey one before a coloured", () => {
  const what = { 2: "colour edge", 4: "line", 6: "edge" } as const;
  assert.equal(findTellingPair(measure({ what, norm: { 1: 9, 2: 9 } })), 6);
  assert.equal(findTellingPair(measure({ what: { 2: "colour edge" } })), 2);
});

Deno.test("findTellingPair() chooses the strongest of equally clear edges", () => {
  const what = { 2: "edge", 4: "edge", 6: "edge" } as const;
  assert.equal(findTellingPair(measure({ what, norm: { 4: 2 } })), 4);
});

Deno.test("findTellingPair() passes over maps that are never or always on, flat, or strongest on padding", () => {
  const what = { 1: "edge", 2: "edge", 3: "edge", 4: "edge", 5: "line" } as const;
  const dull = {
    what,
    when: { 1: "never", 2: "always" },
    where: { 3: "padding" },
    constant: [4],
  } as const;
  assert.equal(findTellingPair(measure(dull)), 5);
  assert.equal(findTellingPair(measure({ ...dull, constant: [] })), 4);
});

Deno.test("findTellingPair() is the first pair where nothing was measured", () => {
  assert.equal(findTellingPair(null), 0);
  assert.equal(findTellingPair({ ...measure({}), kernels: null }), 0);
});
