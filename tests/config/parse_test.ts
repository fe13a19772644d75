import assert from "node:assert/strict";
import { ConfigError } from "../../src/config/problem/config_error.ts";
import { parseConfig, parseConfigText } from "../../src/config/parse.ts";

const least = { models: [{ path: "nets/AlexNet.ONNX" }], images: ["photos/*.jpg"] };

Deno.test("parseConfig() fills in every default", () => {
  const { models, ...rest } = parseConfig(least);
  assert.deepEqual(rest, {
    title: "convatlas",
    note: null,
    site: null,
    projections: false,
    experiments: true,
    tuning: true,
    compare: true,
    values: "compact",
    images: [{ kind: "glob", pattern: "photos/*.jpg" }],
    grid: { nrow: 8, padding: 2, padValue: 0 },
    reviews: [],
    checks: [],
    dataset: null,
    tally: null,
    patches: true,
  });
  const [model] = models;
  assert.equal(model?.name, "AlexNet");
  assert.deepEqual(model?.layers, ["*"]);
  assert.deepEqual(model?.preprocess, { kind: "auto", changes: {} });
});

Deno.test("parseConfig() leaves $schema out of the config", () => {
  assert.equal("$schema" in parseConfig({ $schema: "./config.schema.json", ...least }), false);
});

Deno.test("parseConfig() names a photo after its file", () => {
  const images = [{ path: "photos\\coffee.cup.jpg" }, { path: ".png" }, { name: "x", path: "y" }];
  assert.deepEqual(parseConfig({ ...least, images }).images, [
    { kind: "file", name: "coffee.cup", path: "photos\\coffee.cup.jpg" },
    { kind: "file", name: ".png", path: ".png" },
    { kind: "file", name: "x", path: "y" },
  ]);
});

Deno.test("parseConfig() takes one path of reviews for a list of one", () => {
  assert.deepEqual(parseConfig({ ...least, reviews: "a.json" }).reviews, ["a.json"]);
  assert.deepEqual(parseConfig({ ...least, reviews: ["a.json", "b/*"] }).reviews, [
    "a.json",
    "b/*",
  ]);
});

Deno.test("parseConfig() keeps a string without glob characters as a pattern", () => {
  assert.deepEqual(parseConfig({ ...least, images: ["cat.jpg"] }).images, [
    { kind: "glob", pattern: "cat.jpg" },
  ]);
});

const model = (fields: object): object => ({ ...least, models: [{ path: "a.onnx", ...fields }] });

const selector =
  'a node name, a glob, "#" and an integer, or "op:" and an operator, at most one "!" before it';

// [what is wrong, the config, the problem's line]
const mistakes: [string, unknown, string][] = [
  [
    "no config",
    null,
    "found null, expected an object {$schema, title, note, models, images, projections, experiments, tuning, compare, values, grid, reviews, checks, dataset, tally, patches, site}",
  ],
  [
    "a list",
    [],
    "found an empty list, expected an object {$schema, title, note, models, images, projections, experiments, tuning, compare, values, grid, reviews, checks, dataset, tally, patches, site}",
  ],
  [
    "no images",
    { models: least.models },
    'images: missing, expected a list of at least one path or glob, such as ["photos/*.jpg"]',
  ],
  [
    "empty models",
    { ...least, models: [] },
    "models: found an empty list, expected a list of at least one model",
  ],
  [
    "an empty title",
    { ...least, title: "" },
    'title: found "", expected a title that is not empty',
  ],
  [
    "a list for text",
    { ...least, title: ["x"] },
    "title: found a list of 1, expected a title that is not empty",
  ],
  [
    "text for a number",
    { ...least, grid: { nrow: "8" } },
    'grid.nrow: found "8", expected an integer >= 1',
  ],
  [
    "a fraction",
    { ...least, grid: { padding: 1.5 } },
    "grid.padding: found 1.5, expected an integer >= 0",
  ],
  [
    "infinity",
    { ...least, grid: { padValue: Infinity } },
    "grid.padValue: found Infinity, expected a finite number",
  ],
  [
    "an image of no type",
    { ...least, images: [3] },
    "images[0]: found 3, expected a path, a glob, or an object {name, path}",
  ],
  [
    "an image object with a mistake",
    { ...least, images: [{ path: 3 }] },
    'images[0].path: found 3, expected a path such as "photos/cat.jpg"',
  ],
  [
    "an empty image",
    { ...least, images: [""] },
    'images[0]: found "", expected a path, a glob, or an object {name, path}',
  ],
  [
    "no layers",
    model({ layers: [] }),
    'models[0].layers: found an empty list, expected a list of at least one selector, such as ["*"]',
  ],
  ["#x", model({ layers: ["#x"] }), `models[0].layers[0]: found "#x", expected ${selector}`],
  [
    "!!x",
    model({ layers: ["*", "!!x"] }),
    `models[0].layers[1]: found "!!x", expected ${selector}`,
  ],
  ["op:", model({ layers: ["op:"] }), `models[0].layers[0]: found "op:", expected ${selector}`],
  [
    "a control character",
    { ...least, grid: { nrow: "\u001b[2J" } },
    'grid.nrow: found "\\u{1b}[2J", expected an integer >= 1',
  ],
  [
    "a model's unknown key",
    model({ layer: ["*"] }),
    'models[0].layer: unknown key; did you mean "layers"? Known keys: name, path, layers, preprocess, image, inputs, labels',
  ],
  [
    "an input that is given nothing known",
    model({ inputs: { right: "right.jpg" } }),
    'models[0].inputs.right: found "right.jpg", expected a number, a list of numbers, ' +
    '{"photo": "right.jpg"} or {"npy": "values.npy"}',
  ],
  [
    "a key beside the photo of an input",
    model({ inputs: { right: { photo: "right.jpg", foto: 1 } } }),
    'models[0].inputs.right.foto: unknown key; did you mean "photo"? Known keys: photo',
  ],
  [
    "an array without a path",
    model({ inputs: { mask: { npy: 3 } } }),
    'models[0].inputs.mask.npy: found 3, expected a path such as "values.npy"',
  ],
  [
    "an input of the photo without a name",
    model({ image: "" }),
    'models[0].image: found "", expected an input\'s name',
  ],
  [
    "a number for reviews",
    { ...least, reviews: 3 },
    'reviews: found 3, expected a path, a glob or a list of them, such as "reviews/*.json"',
  ],
  [
    "an empty path of reviews",
    { ...least, reviews: ["a.json", ""] },
    'reviews[1]: found "", expected a path or glob',
  ],
  [
    "a key like no other",
    { ...least, grid: { "tile colour": 3 } },
    'grid["tile colour"]: unknown key. Known keys: nrow, padding, padValue',
  ],
];

for (const [what, config, line] of mistakes) {
  Deno.test(`parseConfig() refuses ${what}`, () => {
    assert.throws(() => parseConfig(config), {
      name: "ConfigError",
      message: `Cannot parse config: 1 problem\n  ${line}`,
    });
  });
}

Deno.test("parseConfig() names the nearest known key", () => {
  for (const [key, nearest] of [["titel", "title"], ["Images", "images"], ["model", "models"]]) {
    assert.throws(() => parseConfig({ ...least, [key ?? ""]: 1 }), {
      message: new RegExp(`${key}: unknown key; did you mean "${nearest}"\\?`),
    });
  }
});

Deno.test("parseConfig() reports three mistakes as three problems", () => {
  const config = {
    models: [{ path: "a.onnx", layers: "conv1" }],
    images: ["a.jpg"],
    grid: { nrow: 0 },
    titel: "x",
  };
  assert.throws(() => parseConfig(config, { source: "convatlas.json" }), (error) => {
    assert(error instanceof ConfigError && error instanceof TypeError);
    assert.deepEqual(error.problems.map(({ path }) => path), [
      "models[0].layers",
      "grid.nrow",
      "titel",
    ]);
    assert.match(error.message, /^Cannot parse config "convatlas.json": 3 problems\n {2}models/);
    assert.equal(error.message.split("\n").length, 4);
    return true;
  });
});

Deno.test("parseConfig() names both models that share a name, beside other mistakes", () => {
  const models = [{ path: "a/net.onnx" }, { path: "b/net.onnx" }, { path: 3 }];
  assert.throws(() => parseConfig({ ...least, models }), {
    message:
      /models\[1\]\.name: found "net", the name of models\[0\] too; expected a name of its own/,
  });
  assert.throws(() => parseConfig({ ...least, models }), {
    message: /2 problems[^]*models\[2\]\.path/,
  });
});

Deno.test("parseConfig() shortens long values", () => {
  assert.throws(() => parseConfig({ ...least, grid: { nrow: "x".repeat(90) } }), {
    message: new RegExp(`found "${"x".repeat(39)}…", expected`),
  });
});

Deno.test("parseConfig() never speaks of zod's types", () => {
  for (const [, config] of mistakes) {
    assert.throws(() => parseConfig(config), (error) => {
      assert.doesNotMatch(String(error), /Invalid|received|string|union|too small|pattern/i);
      return true;
    });
  }
});

Deno.test("parseConfigText() reads comments, trailing commas and a byte order mark", () => {
  const text = `\uFEFF{
    // the net
    "models": [{ "path": "alexnet.onnx", }], /* and */
    "images": ["*.jpg"],
  }`;
  assert.equal(parseConfigText(text).models[0]?.name, "alexnet");
});

// [text, where and what]
const slips: [string, string][] = [
  ["", "1:1 found the end of the text, expected a value"],
  ['{\n  "models": [', '2:14 found the end of the text, expected a "]"'],
  ['{\r\n  "title" "x"\r\n}', '2:11 found "\\"x\\"", expected a ":" after the key'],
  ['{\n  "title": }', '2:12 found "}", expected a value'],
  ['{ "images": ["a" "b"] }', '1:18 found "\\"b\\"", expected a ","'],
  [
    "{ title: 1 }",
    '1:3 found "title", expected keys and text in double quotes, a number, true, false or null',
  ],
  ['{ "title": "x }', '1:12 found "\\"x }", expected a double quote that ends the text'],
  [
    '{ "title": "\\x" }',
    '1:12 found "\\"\\x\\"", expected one of " \\ / b f n r t u after the backslash',
  ],
  ["/* x", '1:1 found "/* x", expected a "*/" that ends the comment'],
  [
    '{ "title": "a",\n  "title": "b" }',
    '2:3 found the key "title" a second time, expected each key once',
  ],
  [
    '{ "grid": { "nrow": 1, "nrow": 2 } }',
    '1:24 found the key "nrow" a second time, expected each key once',
  ],
];

for (const [text, state] of slips) {
  Deno.test(`parseConfigText() says where ${JSON.stringify(text)} is not JSON`, () => {
    assert.throws(() => parseConfigText(text, { source: "c.json" }), {
      name: "SyntaxError",
      message: `Cannot parse config "c.json": ${state}`,
    });
  });
}

Deno.test("parseConfigText() takes __proto__ for the unknown key that it is", () => {
  const text = '{ "__proto__": { "title": "x" }, "models": [{ "path": "a" }], "images": ["a"] }';
  assert.throws(() => parseConfigText(text), { message: /1 problem\n {2}__proto__: unknown key/ });
});
