import assert from "node:assert/strict";
import { planSheets, planTiles } from "../../../src/plan/dataset/tile_files.ts";

Deno.test("planTiles() gives every kernel a row in one of few pictures", () => {
  const planned = planTiles("strongest", {
    ...{ kernels: 50, each: 9, tile: { width: 48, height: 48 } },
  });
  assert.equal(planned.perFile, 25);
  assert.deepEqual(planned.files, [
    { file: "patches/strongest-0.webp", width: 432, height: 1200 },
    { file: "patches/strongest-1.webp", width: 432, height: 1200 },
  ]);
  const rows = planTiles("middle", { ...planned, kernels: 53 }).files.map((f) => f.height / 48);
  assert.deepEqual(rows, [25, 25, 3]);
});

Deno.test("planTiles() makes no picture higher than decoders take", () => {
  const { files } = planTiles("strongest", {
    ...{ kernels: 100_000, each: 2, tile: { width: 1, height: 1 } },
  });
  assert(files.every(({ height }) => height <= 8192));
  assert.equal(files.reduce((sum, { height }) => sum + height, 0), 100_000);
});

Deno.test("planSheets() has 256 photos in each picture, and a row no longer than they are", () => {
  assert.deepEqual(planSheets("images/dataset", 64, 300), {
    ...{ columns: 16, perFile: 256 },
    files: [
      { file: "images/dataset/0.webp", width: 1024, height: 1024 },
      { file: "images/dataset/1.webp", width: 1024, height: 192 },
    ],
  });
  assert.deepEqual(planSheets("images/dataset", 64, 3).files, [
    { file: "images/dataset/0.webp", width: 192, height: 64 },
  ]);
});
