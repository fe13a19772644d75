import assert from "node:assert/strict";
import { writeFailureLines } from "../../src/program/failure_lines.ts";
import { describeFailure, type Failure, placeFile, placeModel } from "../../src/report/failure.ts";

const unlike = new Error("it is no photo");

function failOn(photo: string, model: string, error: Error = new Error("wrong size")): Failure {
  return describeFailure(placeModel(model, { layers: ["conv1"], photo }), error);
}

Deno.test("writeFailureLines() tells what fails alike on many photos in a line, the rest by itself", () => {
  const failures = [
    describeFailure(placeFile("bad.onnx"), unlike),
    ...Array.from({ length: 10 }, (_, i) => failOn(`p${i}`, "a")),
    failOn("p1", "a", unlike),
    failOn("p1", "b"),
    describeFailure(placeFile("bad.jpg"), unlike),
  ];
  assert.deepEqual(writeFailureLines(failures), [
    "left out: bad.onnx: it is no photo",
    "left out: a, conv1 on p0, p1, p2, p3, p4, p5, p6, p7 and 2 more: wrong size",
    "left out: a, conv1 on p1: it is no photo",
    "left out: b, conv1 on p1: wrong size",
    "left out: bad.jpg: it is no photo",
  ]);
});
