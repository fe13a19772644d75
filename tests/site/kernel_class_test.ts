import assert from "node:assert/strict";
import { matchClass } from "../../src/site/kernel_class.ts";
import { layerReports } from "../support/report/made_measures.ts";

const classes = layerReports[1]!.classes!;

Deno.test("matchClass() matches what kernels look for, and a value of a facet", () => {
  const all = classes.what.map((_, k) => k);
  const [what] = classes.what;
  const same = all.filter((k) => classes.what[k] === what);
  assert.deepEqual(all.filter(matchClass(classes, what!)), same);
  const rare = all.filter((k) => classes.when[k] === "rare");
  assert.equal(rare.length, 1);
  assert.deepEqual(all.filter(matchClass(classes, "when:rare")), rare);
});

Deno.test("matchClass() matches no kernel by a class that is not, nor by what is not known", () => {
  const unknown = { ...classes, when: classes.when.map(() => null) };
  const all = classes.what.map((_, k) => k);
  for (const value of ["stripe", "when:sometimes", "when:null", "when:"]) {
    assert.deepEqual(all.filter(matchClass(unknown, value)), []);
  }
});
