import assert from "node:assert/strict";
import {
  contrastPhotos,
  isColourNoHelp,
  isOfAverages,
} from "../../../src/analysis/kind/photo_contrast.ts";

// [dcGain, chroma, photo share] of kernels
type Row = readonly [number | null, number | null, number | null];

function contrast(...rows: readonly Row[]): ReturnType<typeof contrastPhotos> {
  const column = (i: number) => rows.map((row) => row[i]!);
  return contrastPhotos({ dcGain: column(0), chroma: column(1), keepsPicture: column(2) });
}

const times = (count: number, row: Row): Row[] => new Array(count).fill(row);
const greyEdges = times(20, [0.01, 0.1, 0.04]);
const colourEdges = times(4, [0.01, 0.9, 0.02]);
const colourBlobs = times(4, [0.4, 0.9, 0.8]);

Deno.test("contrastPhotos() counts the photos and the averages, and splits the coloured", () => {
  const found = contrast(...greyEdges, ...colourEdges, ...colourBlobs, [null, null, 0.9]);
  assert.deepEqual(found, {
    photos: 4,
    photosOfAverages: 4,
    averages: 4,
    all: 28,
    colour: { averages: { kernels: 4, mean: 0.8 }, differences: { kernels: 4, mean: 0.02 } },
  });
  assert.ok(isOfAverages(found));
  assert.ok(isColourNoHelp(found));
});

Deno.test("isOfAverages() says nothing of few photos, of others, or where most kernels average", () => {
  assert.ok(!isOfAverages(contrast(...greyEdges, ...colourBlobs.slice(0, 2))));
  assert.ok(!isOfAverages(contrast(...greyEdges, ...colourBlobs, [0.01, 0.1, 0.9])));
  assert.ok(!isOfAverages(contrast(...colourBlobs, ...colourEdges.slice(0, 3))));
});

Deno.test("isColourNoHelp() says nothing where the coloured are few, or their maps are photo", () => {
  assert.equal(contrast(...greyEdges, ...colourEdges, ...colourBlobs.slice(0, 2)).colour, null);
  assert.ok(!isColourNoHelp(contrast(...greyEdges)));
  const photos = times(4, [0.01, 0.9, 0.3]);
  assert.ok(!isColourNoHelp(contrast(...photos, ...colourBlobs)));
});
