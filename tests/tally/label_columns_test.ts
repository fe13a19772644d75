import assert from "node:assert/strict";
import { LEAST_LABELLED, measureLabels } from "../../src/tally/label_columns.ts";
import { meanOf } from "../support/analysis/plain_numbers.ts";
import { createChance } from "../support/rounds.ts";
import { type MadePhoto, tallyPhotos } from "../support/tallied_photos.ts";

const LABELS = 4;
const KERNELS = 5;
const chance = createChance(77);

// Kernel 1 sees label 2, kernel 2 labels 0 and 3, the less the second; kernel 3 is never on, and what
// kernel 4 gives is below 0 as often as above.
const photos = Array.from({ length: 240 }, (_, i): MadePhoto & { label: number } => {
  const label = i % LABELS;
  const noise = (): number[] => [...chance.floats(6, 0, 2)].map(Math.fround);
  const shift = (by: number): number[] => noise().map((value) => Math.fround(value + by));
  return {
    label,
    maps: [
      noise(),
      shift(label === 2 ? 3 : 0),
      shift(label === 0 ? 4 : label === 3 ? 1 : 0),
      Array<number>(6).fill(0),
      shift(-1.9),
    ],
  };
});

const found = measureLabels(tallyPhotos(photos))!;

const strongestOf = (kernel: number, keep: (label: number) => boolean): number[] =>
  photos.filter(({ label }) => keep(label)).map(({ maps }) => Math.max(...maps[kernel]!));

const LEAST_BIT = 2 ** -31; // sums of labels are kept to 2⁻³²

const close = (one: number, other: number, within = LEAST_BIT): void =>
  assert.ok(Math.abs(one - other) <= within, `${one}, ${other}`);

Deno.test("labels that a kernel sees are named, the one it tells best first", () => {
  assert.deepEqual(found.label[0], []);
  assert.deepEqual(found.label[1], [2]);
  assert.deepEqual(found.label[2], [0, 3]);
  assert.deepEqual(found.label[3], []);
});

Deno.test("an AUC is that of a plain count of pairs within what bins leave open", () => {
  for (let kernel = 0; kernel < KERNELS; kernel++) {
    found.label[kernel]!.forEach((label, i) => {
      const own = strongestOf(kernel, (each) => each === label);
      const others = strongestOf(kernel, (each) => each !== label);
      const pairs = own.flatMap((a) => others.map((b) => a > b ? 1 : a === b ? 0.5 : 0));
      close(found.auc[kernel]![i]!, meanOf(pairs), 0.015);
      close(found.mean[kernel]![i]!, meanOf(own));
    });
  }
});

Deno.test("selectivity and the mean of all are those of a plain computation", () => {
  for (let kernel = 0; kernel < KERNELS; kernel++) {
    close(found.overall[kernel]!, meanOf(strongestOf(kernel, () => true)));
    const means = Array.from(
      { length: LABELS },
      (_, own) => meanOf(strongestOf(kernel, (label) => label === own)),
    );
    const most = Math.max(...means);
    const rest = meanOf(means.filter((_, label) => label !== means.indexOf(most)));
    if (kernel === 3 || means.some((mean) => mean < 0)) {
      assert.equal(found.selectivity[kernel], null);
    } else close(found.selectivity[kernel]!, (most - rest) / (most + rest));
  }
});

Deno.test("selectivity has no meaning where a label's mean is below 0", () => {
  const tally = tallyPhotos(photos.map(({ label }) => ({ label, maps: [[label === 0 ? -1 : 2]] })));
  const { selectivity, label, auc } = measureLabels(tally)!;
  assert.deepEqual(selectivity, [null]);
  assert.deepEqual(label, [[1, 2, 3]]); // each is above the one, and beside the other two
  assert.deepEqual(auc, [[2 / 3, 2 / 3, 2 / 3]]);
});

Deno.test("a label of few photos is not named, however well it is told", () => {
  const name = (count: number): readonly number[] => {
    const labelled = photos.map(({ maps }, i) => ({
      label: i < count ? 1 : 0,
      maps: [[i < count ? 9 : maps[0]![0]!]],
    }));
    return measureLabels(tallyPhotos(labelled))!.label[0]!;
  };
  assert.deepEqual(name(LEAST_LABELLED - 1), []);
  assert.deepEqual(name(LEAST_LABELLED), [1]);
});

Deno.test("without labels, or with one of them, nothing is told apart", () => {
  assert.equal(measureLabels(tallyPhotos(photos.map(({ maps }) => ({ maps })))), null);
  const alone = measureLabels(tallyPhotos(photos.map(({ maps }) => ({ maps, label: 0 }))))!;
  assert.deepEqual(alone.label.flat(), []);
  assert.deepEqual(alone.selectivity, Array(KERNELS).fill(null));
});

Deno.test("by chance alone hardly a kernel names a label", () => {
  const kernels = 200;
  const drawn = Array.from({ length: 200 }, (_, i) => ({
    label: i % 20,
    maps: Array.from(chance.floats(kernels), (value) => [value]),
  }));
  const named = measureLabels(tallyPhotos(drawn))!.label.filter(({ length }) => length > 0);
  assert.ok(named.length <= 0.05 * kernels, `${named.length} kernels`);
});
