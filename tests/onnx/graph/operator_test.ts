import assert from "node:assert/strict";
import { findTraits, isOperand, listOperators } from "../../../src/onnx/graph/operator.ts";
import type { OperatorTraits } from "../../../src/onnx/graph/operator_traits.ts";
import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";
import {
  findStrongest,
  listChanged,
  measureCentre,
  swapAxes,
} from "../../support/model/map_change.ts";
import {
  MAP_DIMS,
  openOperator,
  type RunningOperator,
} from "../../support/model/operator_example.ts";
import {
  changeAt,
  DRAWN,
  listMaps,
  measureBend,
  type Trial,
} from "../../support/model/operator_trial.ts";

// What the table says of an operator is held against what onnxruntime makes of maps of which a
// cell, a channel or a row is changed, and of maps whose values are known.

// Those that onnxruntime has no more, or runs in training alone, and those that read no maps of
// two samples.
const NOT_RUN = [
  ..."Affine ParametricSoftplus BiasAdd BiasDropout BitmaskBiasDropout BitmaskDropout".split(" "),
  ..."NhwcMaxPool Squeeze ConstantOfShape Multinomial RandomNormal RandomUniform".split(" "),
  ..."GRU LSTM RNN".split(" "),
];
// MatMul keeps axis 1 apart where it is none of the last two, which nothing asks for.
const UNTOLD = ["MatMul"];
const OF_SIZES = ["Shape", "Size"];

const CELLS = [[0, 1, 2, 3], [1, 6, 5, 0], [1, 0, 7, 5], [0, 4, 0, 2]] as const;

const LAWS: readonly ((trial: Trial) => Promise<void>)[] = [
  holdOperands,
  holdCells,
  holdChannels,
  holdSpace,
  holdValues,
  holdChannelwise,
  holdPool,
  holdReducing,
  holdWhole,
];

for (const op of listOperators(() => true)) {
  Deno.test(`findTraits() says of ${op} what onnxruntime does`, async () => {
    const running = await openOperator(op);
    const refused = "onnxruntime runs what NOT_RUN does not list, and nothing of it";
    assert.equal(running === null, NOT_RUN.includes(op), refused);
    if (running === null) return;
    try {
      const traits = findTraits({ domain: "", op });
      const written = await running.run(DRAWN);
      if (traits.random && !traits.cellByCell) return await holdRandom(running, written);
      for (const hold of LAWS) await hold({ op, traits, running, maps: DRAWN, written });
    } finally {
      await running.close();
    }
  });
}

async function holdRandom(running: RunningOperator, written: Tensor): Promise<void> {
  assert.notDeepEqual((await running.run(DRAWN)).data, written.data);
}

// deno-lint-ignore require-await
async function holdOperands({ traits, running }: Trial): Promise<void> {
  running.inputs.forEach((name, i) => {
    if (name !== "" || traits.operands !== "all") assert.equal(isOperand(traits, i), name !== "");
  });
}

async function holdCells(trial: Trial): Promise<void> {
  const changes: [string, readonly string[]][] = [];
  for (const name of listMaps(trial)) {
    for (const cell of CELLS) {
      changes.push([String(cell), listChanged(await changeAt(trial, name, cell)).map(String)]);
    }
  }
  const own = changes.every(([cell, changed]) => changed.every((place) => place === cell));
  assert.equal(own && isWhole(trial), trial.traits.cellByCell);
}

function isWhole({ written }: Trial): boolean {
  return String(written.dims) === String(MAP_DIMS);
}

async function holdChannels(trial: Trial): Promise<void> {
  if (UNTOLD.includes(trial.op)) return;
  let found: OperatorTraits["channels"] = isOfMaps(trial) ? "kept" : null;
  for (const name of listMaps(trial)) {
    for (let channel = 0; channel < MAP_DIMS[1]!; channel++) {
      const changed = await changeAt(trial, name, [null, channel, null, null]);
      const places = listChanged(changed);
      if (places.length === 0 || found === null) continue;
      if (places.some((place) => place[1] !== channel)) found = "scaled";
      if (findStrongest(changed)[1] !== channel) found = null;
    }
  }
  assert.equal(found, trial.traits.channels);
}

// As many channels as before, of as many axes.
function isOfMaps({ written: { dims } }: Trial): boolean {
  return dims.length === MAP_DIMS.length && dims[1] === MAP_DIMS[1];
}

async function holdSpace(trial: Trial): Promise<void> {
  const found = await keepsPlaces(trial) ? "kept" : await keepsOrder(trial) ? "moved" : null;
  assert.equal(found, trial.traits.space);
}

async function keepsPlaces(trial: Trial): Promise<boolean> {
  for (const name of listMaps(trial)) {
    for (const cell of CELLS) {
      const changed = await changeAt(trial, name, cell);
      const strongest = String(findStrongest(changed));
      if (listChanged(changed).length > 0 && strongest !== String(cell)) return false;
    }
  }
  return isWhole(trial);
}

// What lies further on is written no less far on, along every axis.
async function keepsOrder(trial: Trial): Promise<boolean> {
  const [name = ""] = listMaps(trial);
  for (const [axis, extent] of MAP_DIMS.entries()) {
    let last = 0;
    for (let index = 0; index < extent; index++) {
      const changed = await changeAt(
        trial,
        name,
        MAP_DIMS.map((_, i) => i === axis ? index : null),
      );
      if (listChanged(changed).length === 0) continue;
      const centre = measureCentre(changed, axis);
      if (centre < last - 1e-6) return false;
      last = centre;
    }
  }
  return trial.written.dims.length === MAP_DIMS.length;
}

async function holdValues(trial: Trial): Promise<void> {
  const { op, traits: { values, cellByCell, quantized }, written } = trial;
  if (quantized) assert(written.data.every(Number.isInteger));
  const truth = written.data.every((value) => value === 0 || value === 1);
  if (cellByCell) assert.equal(truth, values === "truth");
  const bend = await measureBend(trial);
  switch (values) {
    case "same":
      assert(bend < 1e-6);
      return await holdConstant(trial);
    case "rounded":
      return assert(bend > 1e-6 && bend < 0.01, `bent by ${bend}`);
    case "scaled":
      return assert(bend < (quantized ? 0.02 : 1e-6), `bent by ${bend}`);
    case "clipped":
      return holdClipped(trial);
    case "activated":
      assert(bend > 0.02, `bent by ${bend}`);
      return await holdActivated(trial);
    case "truth":
      return;
    case null:
      return assert(!cellByCell || !(bend < 0.02) || op === "Where", `bent by ${bend}`);
  }
}

async function holdConstant({ running }: Trial): Promise<void> {
  const even = createTensor(new Float32Array(DRAWN.x!.data.length).fill(0.75), MAP_DIMS);
  const { data } = await running.run({ x: even, z: even });
  assert(data.every((value) => value === 0.75));
}

function holdClipped({ maps, written }: Trial): void {
  const clipped = maps.x!.data.map((value) => Math.max(-1, Math.min(1, value)));
  assert.deepEqual(written.data, clipped);
}

// It never falls above 0, and what lies below gives less than twice what lies as far above.
async function holdActivated({ running, maps, written }: Trial): Promise<void> {
  const { data } = maps.x!;
  const turned = await running.run({ ...maps, x: createTensor(data.map((x) => -x), MAP_DIMS) });
  const above = [...data.keys()].filter((i) => data[i]! > 0).sort((a, b) => data[a]! - data[b]!);
  above.forEach((i, n) => {
    assert(written.data[i]! >= written.data[above[n - 1] ?? i]! - 1e-6);
    if (!running.inputs.includes("z")) {
      assert(Math.abs(turned.data[i]!) <= 2 * Math.abs(written.data[i]!) + 1e-6);
    }
  });
}

async function holdChannelwise({ traits, running, maps, written }: Trial): Promise<void> {
  if (!traits.cellByCell && !traits.channelwise) return;
  const swapped = await running.run({ x: swapAxes(maps.x!), z: swapAxes(maps.z!) });
  const same = JSON.stringify(swapped) === JSON.stringify(swapAxes(written));
  assert.equal(same, !traits.channelwise);
}

async function holdPool(trial: Trial): Promise<void> {
  const { traits: { pool }, written } = trial;
  if (pool === null) return;
  assert.deepEqual(written.dims, pool === "map" ? [2, 8, 1, 1] : [2, 8, 4, 3]);
  for (const [n, c, y, x] of CELLS) {
    const changed = listChanged(await changeAt(trial, "x", [n, c, y, x]));
    const own = pool === "map" ? [n, c, 0, 0] : [n, c, Math.floor(y / 2), Math.floor(x / 2)];
    assert(changed.every((place) => String(place) === String(own)));
  }
}

async function holdReducing(trial: Trial): Promise<void> {
  if (!trial.traits.reducing) return;
  assert.deepEqual(trial.written.dims, MAP_DIMS.toSpliced(1, 1));
  for (const cell of CELLS) {
    const changed = listChanged(await changeAt(trial, "x", cell));
    assert(changed.every((place) => String(place) === String(cell.toSpliced(1, 1))));
  }
}

// A part would leave some cell out, and so would what chooses.
async function holdWhole(trial: Trial): Promise<void> {
  const { traits: { whole, values }, op } = trial;
  if (!whole || values === "truth" || OF_SIZES.includes(op)) return;
  for (const cell of CELLS) {
    const changed = listChanged(await changeAt(trial, "x", cell, [60, -60]));
    assert(changed.length > 0, `nothing reads cell ${cell}`);
  }
}

Deno.test("findTraits() says nothing of an operator of a domain that is not known", () => {
  assert(findTraits({ domain: "", op: "Relu" }).cellByCell);
  assert(findTraits({ domain: "com.microsoft", op: "QuickGelu" }).cellByCell);
  assert(!findTraits({ domain: "my.domain", op: "Relu" }).cellByCell);
});
