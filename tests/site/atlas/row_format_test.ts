import assert from "node:assert/strict";
import { formatRowNumber } from "../../../src/site/atlas/row_format.ts";

Deno.test("formatRowNumber() writes shares in tenths of a percent, and sides in cells", () => {
  const shares = [0, 0.0004, 0.0951, 0.48, 1, -0.052].map((each) => formatRowNumber("on", each));
  assert.deepEqual(
    shares.map((text) => text.replace("\u202f", " ")),
    ["0.0 %", "0.0 %", "9.5 %", "48.0 %", "100.0 %", "−5.2 %"],
  );
  assert.equal(formatRowNumber("side", 1024), "1,024");
});
