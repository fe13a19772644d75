import assert from "node:assert/strict";
import { ODDITY_KINDS } from "../../../src/config/oddity_kind.ts";
import type { OddityNumbers } from "../../../src/report/oddity.ts";
import { tellOddity } from "../../../src/site/oddity/oddity_text.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report } from "../../support/report/report_fixture.ts";

const oddity: OddityNumbers = {
  ...{ id: "conv1/never-on", code: "never-on", layer: "conv1", kernel: 7, other: 8 },
  ...{ image: "chelsea", images: 3, dataset: 0, value: -0.6121, usual: 0.158, count: 1, of: 384 },
  ...{ kernels: [7], model: "net-1.0", surprise: 0.5 },
};

for (const words of Object.values(WORDS)) {
  for (const kind of ODDITY_KINDS) {
    Deno.test(`tellOddity() tells ${kind} in a sentence of its own, in ${words.language}`, () => {
      for (const count of [1, 2, 30]) {
        for (const images of [1, 2, 3]) {
          const place = { report, model: "net-1.0", words };
          const told = tellOddity({ ...oddity, code: kind, count, images }, place);
          assert.match(told, /[.。]$/);
          assert.match(told, /conv1/);
          assert.doesNotMatch(told, /undefined|null|NaN|\s\s|\s[.,;:]/);
        }
      }
    });
  }
}

Deno.test("tellOddity() says numbers, of how many photos, and what is usual", () => {
  const place = { report, model: "net-1.0", words: WORDS.en };
  assert.equal(
    tellOddity(oddity, place),
    "Map 7 of conv1 is never on: 0 in every cell on all 3 photos, behind the activation; before it, " +
      "map 7 is −0.612 at most. The median map is on in 16\u202f% of its cells.",
  );
  assert.equal(
    tellOddity({ ...oddity, code: "mergeable", value: 0.99998, count: 2 }, place),
    "Kernels 7 and 8 of conv1 could be merged: they read the same inputs with the same weights and " +
      "bias up to a factor (cosine 0.9999).",
  );
  assert.match(
    tellOddity({ ...oddity, code: "still-photo", value: 0.71, usual: 0.0041 }, place),
    /71\u202f% of it is photo or more on all 3 photos, while of the layer's median map 0.4\u202f% is/,
  );
});

Deno.test("tellOddity() says in how many photos of a dataset it is so", () => {
  const dataset = { ...oddity, images: 0, dataset: 50000, value: null };
  const tell = (own: OddityNumbers, language: keyof typeof WORDS): string =>
    tellOddity(own, { report, model: "net-1.0", words: WORDS[language] });
  assert.equal(
    tell(dataset, "en"),
    "Map 7 of conv1 is never on: 0 in every cell on all 50,000 photos of the dataset, behind the " +
      "activation. The median map is on in 16\u202f% of its cells.",
  );
  const rare = { ...dataset, code: "rarely-on" as const, value: 0.0002, usual: 0.92 };
  assert.equal(
    tell(rare, "en"),
    "Map 7 of conv1 is on in 0.02\u202f% of the 50,000 photos of the dataset. The median map is on " +
      "in 92\u202f% of them.",
  );
  const grey = { ...dataset, code: "needs-colour" as const, dataset: 32, value: 0.9 };
  assert.match(tell(grey, "en"), /\(32 photos of the dataset tried in grey\)/);
  assert.match(tell(grey, "zh-CN"), /（数据集的 32 张照片以灰度试过）/);
  assert.match(tell(dataset, "zh-CN"), /在数据集的全部 50,000 张照片上/);
  assert.match(tell(rare, "zh-CN"), /数据集 50,000 张照片的 0.02\u202f% 中激活/);
});

Deno.test("tellOddity() says on what it is so: photos, arrays, or both", () => {
  const [model] = report.models;
  const tell = (dims: readonly (readonly number[] | null)[], language: keyof typeof WORDS) => {
    const inputs = dims.map((dims) => ({ ...model!.inputs[0]!, dims }));
    const models = [{ ...model!, inputs }];
    return tellOddity(oddity, {
      ...{ report: { models }, model: model!.id, words: WORDS[language] },
    });
  };
  assert.match(tell([null, null, null], "en"), /on all 3 photos/);
  assert.match(tell([[3, 8], [3, 8], [3, 8]], "en"), /on all 3 arrays/);
  assert.match(tell([[3, 8], null, null], "en"), /on all 3 inputs/);
  assert.match(tell([[3, 8], null, null], "zh-CN"), /在全部 3 个输入上/);
});
