import assert from "node:assert/strict";
import { parseLabelTable } from "../../src/dataset/label_table.ts";

Deno.test("labels are found by the path of a photo, else by the longest end of it", () => {
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

Deno.test("tables may lie beside the photos, be of Windows, and leave labels empty", () => {
  const find = parseLabelTable("dog\\1.jpg,dog\r\ncat/1.jpg,cat\r\n1.jpg,other\r\n2.jpg, \r\n");
  assert.deepEqual(
    ["val/dog/1.jpg", "val/cat/1.jpg", "val/cow/1.jpg", "val/cat/2.jpg"].map(find),
    ["dog", "cat", "other", null],
  );
});
