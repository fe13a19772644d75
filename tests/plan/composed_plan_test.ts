import assert from "node:assert/strict";
import { type ComposedModel, planComposed } from "../../src/plan/composed_plan.ts";

type Layer = ComposedModel["layers"][number];

function makeLayer(outChannels: number, size: readonly number[], inChannels = 64): Layer {
  const line = { size, stride: [1, 1], offset: [0, 0] };
  const window = { strides: [1, 1], dilations: [1, 1], pads: [0, 0, 0, 0] };
  const shape = { kernelShape: [3, 3], ...window, autoPad: "NOTSET", ceilMode: false, group: 1 };
  return {
    conv: { readsInput: null, dense: false, shape: { ...shape, inChannels, outChannels } },
    field: { cells: [9, 9], line, reads: [], straight: true, whole: false },
  };
}

function plan(layers: readonly Layer[]): ReturnType<typeof planComposed> {
  return planComposed({ image: "photo", layers });
}

function listDrawn(layers: readonly Layer[]): (readonly number[] | null)[] {
  return plan(layers).map((each) => each !== null && "drawn" in each ? each.drawn : null);
}

Deno.test("planComposed() averages fields above 64 pixels, as they are shaped", () => {
  const layers = [makeLayer(64, [11, 11]), makeLayer(64, [64, 64]), makeLayer(8, [100, 50])];
  assert.deepEqual(listDrawn(layers), [[11, 11], [64, 64], [64, 32]]);
});

Deno.test("planComposed() averages fields further the more kernels and the fewer numbers they have", () => {
  const drawn = (inChannels: number) => {
    const layers = [[64, 11], [512, 59], [1024, 107], [1024, 91]] as const;
    return listDrawn(layers.map(([count, side]) => makeLayer(count, [side, side], inChannels)))
      .map((size) => size![0]);
  };
  assert.deepEqual(drawn(64), [11, 20, 20, 20]); // 1.5 million numbers
  assert.deepEqual(drawn(1024), [11, 32, 32, 32]); // 24 million
  assert.deepEqual(drawn(4096), [11, 46, 46, 46]); // no more than for 50 million
});

Deno.test("planComposed() leaves out the largest layers where even 20 pixels are too many", () => {
  const layers = [8192, 16384, 64].map((count) => makeLayer(count, [99, 99]));
  assert.deepEqual(listDrawn(layers), [[20, 20], null, [20, 20]]);
  assert.deepEqual(plan(layers)[1], { missing: { code: "composed-too-many", most: 5_500_000 } });
});

Deno.test("planComposed() says why nothing is drawn of a layer", () => {
  const small = makeLayer(8, [9, 9]);
  const field = small.field as Extract<Layer["field"], { line: unknown }>;
  const [first] = planComposed({ image: null, layers: [small] });
  assert.deepEqual(first, { missing: { code: "field-unknown" } });
  assert.deepEqual(
    plan([
      { ...small, conv: { ...small.conv, readsInput: "photo" } },
      { ...small, field: { ...field, whole: true } },
      { ...small, field: { ...field, line: null } },
      { ...small, field: { missing: { code: "field-empty" } } },
      makeLayer(8, [129, 9]),
    ]),
    [
      null,
      { missing: { code: "field-whole" } },
      { missing: { code: "field-uneven" } },
      { missing: { code: "field-empty" } },
      { missing: { code: "field-too-large", size: [129, 9], most: 128 } },
    ],
  );
});

Deno.test("planComposed() draws fully connected layers that read a whole photo, where it is small", () => {
  const dense = (side: number): Layer => {
    const { conv, field } = makeLayer(10, [side, side]);
    const whole = { ...field as Extract<Layer["field"], { line: unknown }>, whole: true };
    return { conv: { ...conv, dense: true }, field: whole };
  };
  assert.deepEqual(listDrawn([dense(28), dense(224)]), [[28, 28], null]);
});
