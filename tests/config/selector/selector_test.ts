import assert from "node:assert/strict";
import { selectLayers } from "../../../src/config/selector/selector.ts";

const layers = [
  { name: "/features/0/Conv", op: "Conv" },
  { name: "/features/3/Conv", op: "Conv" },
  { name: "", op: "ConvInteger" },
  { name: "/up/ConvTranspose", op: "ConvTranspose" },
  { name: "head", op: "Conv" },
];

// [selectors, indices]
const choices: [string[], number[]][] = [
  [["*"], [0, 1, 2, 3, 4]],
  [[], [0, 1, 2, 3, 4]],
  [["head"], [4]],
  [["head", "/features/0/Conv"], [0, 4]],
  [["/features/*"], [0, 1]],
  [["/*Conv*"], [0, 1, 3]],
  [["/features/[03]/Conv"], [0, 1]],
  [["/{up,features}/?/Conv", "*T*"], [0, 1, 3]],
  [["#0"], [0]],
  [["#-1", "#2"], [2, 4]],
  [["#-0"], [0]],
  [["op:ConvTranspose"], [3]],
  [["op:convt*"], [3]],
  [["op:conv"], [0, 1, 4]],
  [["!head"], [0, 1, 2, 3]],
  [["!op:Conv"], [2, 3]],
  [["!#0", "!#-1"], [1, 2, 3]],
  [["!#0", "/features/*"], [1]],
  [["/features/*", "!*/0/*"], [1]],
];

for (const [selectors, indices] of choices) {
  Deno.test(`selectLayers() of ${JSON.stringify(selectors)} is [${indices}]`, () => {
    assert.deepEqual(selectLayers(selectors, layers), indices);
  });
}

// [node name, a glob that reaches it too]
const hostileNames: [string, string][] = [
  ["conv[1]", "conv[[]1]"],
  ["conv(1)", "conv(*)"],
  ["conv{a,b}", "conv?a,b?"],
  ["**/x", "?[*]/x"],
  ["a|b", "a|*"],
  ["+(a)", "+(?)"],
  ["./conv", "./c*"],
  ["a\\b", "a?b"],
  ["a;b/Conv2D", "*;b/*"],
  ["^$.+", "^$.*"],
  [".hidden/x", "*/x"],
  ["..", "*."],
  ["line\nbreak", "line*break"],
  ["größe/çonv", "größe*"],
  ["__proto__", "__*__"],
];

for (const [name, glob] of hostileNames) {
  Deno.test(`selectLayers() reaches a node named ${JSON.stringify(name)}`, () => {
    const others = ["conv1", "convx", "a", "b"].map((other) => ({ name: other, op: "Conv" }));
    const all = [...others, { name, op: "Conv" }];
    assert.deepEqual(selectLayers([name], all), [4]);
    assert.deepEqual(selectLayers([glob], all), [4]);
    assert.deepEqual(selectLayers([`!${name}`], all), [0, 1, 2, 3]);
    assert.deepEqual(selectLayers(["*"], all), [0, 1, 2, 3, 4]);
  });
}

Deno.test("selectLayers() reaches names that begin as other selectors do by a glob", () => {
  const all = ["#0", "!x", "op:y"].map((name) => ({ name, op: "Conv" }));
  assert.deepEqual(selectLayers(["[#]0"], all), [0]);
  assert.deepEqual(selectLayers(["?x"], all), [1]);
  assert.deepEqual(selectLayers(["[o]p:y"], all), [2]);
});

Deno.test("selectLayers() takes all nodes of one name", () => {
  const twins = [{ name: "a", op: "Conv" }, { name: "a", op: "Conv" }];
  assert.deepEqual(selectLayers(["a"], twins), [0, 1]);
});

const there =
  "There are: #0 /features/0/Conv (Conv), #1 /features/3/Conv (Conv), #2 unnamed (ConvInteger), " +
  "#3 /up/ConvTranspose (ConvTranspose), #4 head (Conv)";

// [selector, what is said of it]
const misses: [string, string][] = [
  ["heat", `it matches none of 5 layers; did you mean "head"? ${there}`],
  ["!/features/0/conv", `it matches none of 5 layers; did you mean "!/features/0/Conv"? ${there}`],
  ["op:ConvTransposed", `it matches none of 5 layers; did you mean "op:ConvTranspose"? ${there}`],
  ["#5", `it matches none of 5 layers. ${there}`],
  ["#-6", `it matches none of 5 layers. ${there}`],
  ["zzz*", `it matches none of 5 layers. ${there}`],
];

for (const [selector, state] of misses) {
  Deno.test(`selectLayers() refuses ${selector}, which matches nothing`, () => {
    assert.throws(() => selectLayers(["*", selector], layers), {
      name: "RangeError",
      message: `Cannot select layers "${selector}": ${state}`,
    });
  });
}

Deno.test("selectLayers() lists twelve layers at most", () => {
  const many = Array.from({ length: 15 }, (_, i) => ({ name: `n${i}`, op: "Conv" }));
  assert.throws(() => selectLayers(["x"], many), { message: /#11 n11 \(Conv\) and 3 more$/ });
});

Deno.test("selectLayers() refuses a list that leaves nothing", () => {
  assert.throws(() => selectLayers(["head", "!#-1"], layers), {
    name: "RangeError",
    message: 'Cannot select layers ["head","!#-1"]: none of the 5 is left',
  });
});

Deno.test("selectLayers() says that there are no layers", () => {
  assert.throws(() => selectLayers(["*"], []), {
    name: "RangeError",
    message: 'Cannot select layers "*": there are no layers',
  });
});

Deno.test("selectLayers() refuses what is no selector", () => {
  for (const selector of ["", "!", "!!a", "#", "#x", "#1.5", "# 1", "op:", "!op:"]) {
    assert.throws(() => selectLayers([selector], layers), { name: "SyntaxError" });
  }
});
