import assert from "node:assert/strict";
import { formatState, parseViewState, type ViewState } from "../../../src/page/tile/view_state.ts";

const start: ViewState = {
  k: 0,
  image: "coffee",
  stage: "before",
  kernels: "composed",
  sort: "index",
  reversed: false,
  classes: [],
  families: [],
  query: "",
  scale: "tile",
  map: "grey",
  size: "m",
  layout: "grids",
  try: "",
  guess: "",
};

const bounds = {
  pairs: 64,
  choices: {
    image: ["coffee", "größe_2.b"],
    stage: ["before", "after"],
    kernels: ["composed", "slices"],
    sort: ["index", "class", "norm"],
    scale: ["tile", "layer", "zero"],
    map: ["grey", "viridis", "signed"],
    size: ["s", "m", "l"],
    layout: ["grids", "pairs"],
    class: ["grey edge", "colour edge", "colour blob"],
    family: ["1", "2", "3"],
    try: ["", "guess", "score", "sort"],
  },
};

const parse = (hash: string, from = start): ViewState =>
  parseViewState(new URLSearchParams(hash), from, bounds);

Deno.test("formatState() writes the pair and what differs from the start", () => {
  assert.equal(String(formatState(start, start)), "k=0");
  const state = { ...start, k: 12, sort: "norm", reversed: true, query: 'class:"grey edge" !dead' };
  assert.deepEqual(Object.fromEntries(formatState(state, start)), {
    k: "12",
    sort: "norm",
    reverse: "1",
    q: 'class:"grey edge" !dead',
  });
});

Deno.test("parseViewState() reads what formatState() wrote", () => {
  const other: ViewState = {
    k: 63,
    image: "größe_2.b",
    stage: "after",
    kernels: "slices",
    sort: "norm",
    reversed: true,
    classes: ["grey edge", "colour blob"],
    families: ["1", "3"],
    query: "norm>0.3 & more=1#",
    scale: "zero",
    map: "signed",
    size: "l",
    layout: "pairs",
    try: "score",
    guess: "1.36_0.2-5",
  };
  for (const one of [start, other]) {
    for (const from of [start, { ...other, classes: [], families: [], query: "", guess: "" }]) {
      assert.deepEqual(parse(String(formatState(one, from)), from), one);
    }
  }
});

Deno.test("parseViewState() starts as the page does where values are unknown", () => {
  assert.deepEqual(parse(""), start);
  for (const k of ["-1", "64", "1.5", "x", "", "1e1", " 3"]) {
    assert.equal(parse(`k=${k}`).k, 0, k);
  }
  assert.equal(parse("k=007").k, 7);
  assert.deepEqual(
    parse(
      "image=x&stage=x&kernels=x&sort=x&scale=x&map=x&size=x&layout=x&class=x&family=x.4&other=x&try=pairs",
    ),
    start,
  );
  assert.deepEqual(parse("class=colour+blob.x.grey+edge").classes, ["grey edge", "colour blob"]);
});
