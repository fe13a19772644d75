import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { packColumn, unpackColumn } from "../../src/tally/packed_column.ts";
import { createRandom } from "../support/random.ts";

const counts = Float64Array.from(
  createRandom(5).floats(3000),
  (value) => Math.floor(value ** 4 * 20),
);

// As Node 20 and 24 have it, where zlib is another one.
const OF_NODE = "0d151690ccf12306c479ebad93470bb93db47ed96929a6fb720fa33a5dbd370e";

Deno.test("packColumn() gives the bytes that Node gives", () => {
  const { deflated } = packColumn("float64", counts);
  assert.equal(createHash("sha256").update(deflated).digest("hex"), OF_NODE);
});

Deno.test("unpackColumn() gives back what was packed, and nothing of another type or length", () => {
  const packed = packColumn("float64", counts);
  assert.deepEqual(unpackColumn(packed, "float64", counts.length), counts);
  assert.throws(
    () => unpackColumn(packed, "uint8", counts.length),
    /^TypeError: it is no uint8 column$/,
  );
  assert.throws(
    () => unpackColumn(packed, "float64", counts.length + 1),
    /^TypeError: it has 3000 numbers, not 3001$/,
  );
});
