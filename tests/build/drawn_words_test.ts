import assert from "node:assert/strict";
import { type KernelMeasures, measureKernels } from "../../src/analysis/kernel/kernel_measures.ts";
import { drawWords } from "../../build/drawing/drawn_words.ts";
import { DRAWING_SIDE } from "../../src/site/drawing.ts";

const drawings = drawWords();
const CELLS = DRAWING_SIDE ** 2;

for (const [id, tiles] of Object.entries(drawings)) {
  Deno.test(`the drawing of "${id}" has tiles of one level a cell, or three`, () => {
    assert.ok(tiles.length > 0);
    for (const [cells] of tiles) {
      assert.match(cells, /^[0-9a-f]+$/);
      assert.ok([CELLS, 3 * CELLS].includes(cells.length));
    }
  });
}

// Each cell in red, green and blue, −1 to 1.
function readTile(cells: string): Float32Array {
  const depth = cells.length / CELLS;
  return Float32Array.from({ length: 3 * CELLS }, (_, i) => {
    const [channel, cell] = [Math.floor(i / CELLS), i % CELLS];
    return parseInt(cells[cell * depth + channel % depth]!, 16) / 7.5 - 1;
  });
}

function listLabelled(id: string): readonly (readonly [Float32Array, number])[] {
  return drawings[id]!.filter(([, label]) => /\d/.test(label)).map(([cells, label]) => {
    return [readTile(cells), parseFloat(label.replace("−", "-"))];
  });
}

const image = { channels: "RGB", std: [1, 1, 1] } as const;

// How far the value of what is drawn may be from the number below it.
const MEASURED: Readonly<Partial<Record<keyof KernelMeasures, number>>> = {
  dcGain: 0.05,
  chroma: 0.05,
  hue: 2,
  orientation: 2,
  coherence: 0.12,
  separability: 0.05,
  symmetry: 0.05,
  ownSymmetry: 0.1,
  roundness: 0.1,
  waves: 0.3,
};

for (const [id, most] of Object.entries(MEASURED)) {
  Deno.test(`what is drawn of the measure "${id}" has the values that stand below it`, () => {
    const labelled = listLabelled(id);
    assert.ok(labelled.length > 0);
    for (const [data, value] of labelled) {
      const kernel = { data, dims: [1, 3, DRAWING_SIDE, DRAWING_SIDE] };
      const [measured] = measureKernels(kernel, { image })[id as keyof KernelMeasures];
      assert.ok(Math.abs(measured! - value) <= most, `${measured} is drawn, not ${value}`);
    }
  });
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}

const first = (id: string): Float32Array => readTile(drawings[id]![0]![0]);

Deno.test("what is drawn of the cosine has the values that stand below it", () => {
  const a = first("cosine");
  for (const [b, value] of listLabelled("cosine")) {
    const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    assert.ok(Math.abs(cosine - value) < 0.05, `${cosine} is drawn, not ${value}`);
  }
});

Deno.test("what is drawn of the relative error has the values that stand below it", () => {
  const a = first("change");
  for (const [b, value] of listLabelled("change")) {
    const error = Math.sqrt(
      dot(a.map((cell, i) => cell - b[i]!), a.map((cell, i) => cell - b[i]!)) / dot(a, a),
    );
    assert.ok(Math.abs(error - value) < 0.08, `${error} is drawn, not ${value}`);
  }
});
