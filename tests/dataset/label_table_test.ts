import assert from "node:assert/strict";
import { parseLabelTable } from "../../src/dataset/label_table.ts";

Deno.test("labels are found by the path of a photo, else by the name of its file", () => {
  const find = parseLabelTable("path,label\nval/a.jpg,cat\n./val/b.jpg, dog \r\nc.jpg,cow\n");
  assert.deepEqual(
    ["val/a.jpg", "val/b.jpg", "elsewhere/c.jpg", "elsewhere/a.jpg"].map(find),
    ["cat", "dog", "cow", null],
  );
});

Deno.test("paths and labels may be quoted, begin with a byte order mark and hold more columns", () => {
  const find = parseLabelTable('\ufeff"a, b.jpg","say ""hi""",1\n照片.jpg,猫,2\n\n');
  assert.deepEqual(["a, b.jpg", "照片.jpg"].map(find), ['say "hi"', "猫"]);
});
