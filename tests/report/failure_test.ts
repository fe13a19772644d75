import assert from "node:assert/strict";
import { createError } from "../../src/reason/error.ts";
import { describeFailure, placeFile, placeModel } from "../../src/report/failure.ts";

Deno.test("describeFailure() tells place and reason in words and by their parts", () => {
  const error = createError(RangeError, { code: "no-cells", space: [0, 3] });
  const place = placeModel("tiny", { layers: ["conv1", "conv2"], photo: "cat" });
  assert.deepEqual(describeFailure(place, error, [{ folder: "tiny/conv1" }]), {
    where: "tiny, conv1, conv2 on cat",
    message: "Cannot draw maps: they have no cells on this photo, 0 x 3",
    place: { file: null, model: "tiny", layers: ["conv1", "conv2"], photo: "cat" },
    code: "no-cells",
    values: { space: [0, 3] },
    layers: ["tiny/conv1"],
  });
});

Deno.test("describeFailure() names a file, and a model on a photo", () => {
  const describe = (place: Parameters<typeof describeFailure>[0]) =>
    describeFailure(place, new Error("no")).where;
  assert.equal(describe(placeFile("photos/cat.jpg")), "photos/cat.jpg");
  assert.equal(describe(placeModel("tiny", { photo: "cat" })), "tiny on cat");
  assert.equal(describe(placeModel("tiny")), "tiny");
});
