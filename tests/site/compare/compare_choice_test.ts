import assert from "node:assert/strict";
import {
  chooseOther,
  chooseSides,
  type ComparedLayer,
  followTwin,
} from "../../../src/site/compare/compare_choice.ts";
import { listCompared } from "../../../src/html/compare/compared_layers.ts";
import { report } from "../../support/report/report_fixture.ts";

const BOTH = ["cat", "dog"];

function layer(path: string, kernel: string, images: readonly string[] = BOTH): ComparedLayer {
  return { path, kernel, channels: "", images, twins: [] };
}

Deno.test("chooseSides() pairs layers of two models with one id and one size of kernels", () => {
  const layers = [
    layer("before/stem", "7 × 7 × 3"),
    layer("before/conv", "3 × 3 × 8"),
    layer("after/stem", "5 × 5 × 3"),
    layer("after/conv", "3 × 3 × 8", ["dog"]),
  ];
  assert.deepEqual(chooseSides(layers), {
    a: { path: "before/conv", image: "cat" },
    b: { path: "after/conv", image: "dog" },
  });
});

Deno.test("chooseSides() takes two photos of the first layer where no layers pair", () => {
  assert.deepEqual(chooseSides([layer("net/stem", "7 × 7 × 3"), layer("net/conv", "3 × 3 × 8")]), {
    a: { path: "net/stem", image: "cat" },
    b: { path: "net/stem", image: "dog" },
  });
});

Deno.test("chooseSides() takes two layers where there is one photo, those with like kernels first", () => {
  const layers = [
    layer("net/a", "3 × 3 × 8", ["cat"]),
    layer("net/b", "1 × 1 × 8", ["cat"]),
    layer("net/c", "3 × 3 × 8", ["cat"]),
  ];
  assert.deepEqual(chooseSides(layers)!.b, { path: "net/c", image: "cat" });
});

Deno.test("chooseSides() gives null where there is nothing to compare", () => {
  assert.equal(chooseSides([]), null);
  assert.equal(chooseSides([layer("net/only", "3 × 3 × 8", ["cat"])]), null);
});

Deno.test("chooseOther() keeps the photo for the same layer of another model", () => {
  const layers = [layer("one/conv", "3 × 3 × 8"), layer("two/conv", "3 × 3 × 8")];
  assert.deepEqual(chooseOther(layers, { path: "two/conv", image: "dog" }), {
    path: "one/conv",
    image: "dog",
  });
});

Deno.test("listCompared() lists the layers that have kernels or maps to see", () => {
  const paths = listCompared(report).map(({ path }) => path);
  assert.deepEqual(paths.slice(0, 2), ["net-1.0/conv1", "net-1.0/features.3-Conv"]);
  const [model] = report.models;
  const bare = { ...model!.layers[0]!, pictures: [], maps: [] };
  assert.deepEqual(listCompared({ ...report, models: [{ ...model!, layers: [bare] }] }), []);
});

Deno.test("followTwin() goes on to the layer of the same model that goes with the next", () => {
  const twins = (path: string, ...twins: readonly string[]) => ({ ...layer(path, ""), twins });
  const layers = [
    twins("one/a", "two/x", "three/a"),
    twins("one/b", "two/y", "three/b"),
    twins("one/c"),
    layer("two/x", ""),
  ];
  const follow = (to: string, other: string) => followTwin(layers, { from: "one/a", to, other });
  assert.equal(follow("one/b", "two/x"), "two/y");
  assert.equal(follow("one/b", "three/a"), "three/b");
  assert.equal(follow("one/c", "two/x"), "two/x");
  assert.equal(follow("one/b", "two/y"), "two/y");
});

Deno.test("chooseOther() takes the layer that is compared with a layer before one of its name", () => {
  const layers = [
    { ...layer("one/a", "3 × 3 × 8"), twins: ["two/x"] },
    layer("two/a", "3 × 3 × 8"),
    layer("two/x", "3 × 3 × 8"),
  ];
  assert.equal(chooseOther(layers, { path: "one/a", image: "cat" }).path, "two/x");
});
