import assert from "node:assert/strict";
import { viewDifferences } from "../../../src/html/ranked/difference_view.ts";
import type { ReportComparison } from "../../../src/report/report_comparison.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { COMPARED, COMPARED_REPORT } from "../../support/report/made_comparison.ts";

const comparison = { ...COMPARED_REPORT.comparisons[0]!, seenAlike: true };
const view = (
  comparisons: readonly ReportComparison[],
  language: keyof typeof WORDS = "en",
) => viewDifferences(comparisons, { report: COMPARED_REPORT, words: WORDS[language], root: "../" });
const say = (...args: Parameters<typeof view>) =>
  view(...args).map(({ parts }) => parts.join("").replaceAll("\u202f", " "));

Deno.test("viewDifferences() says which layer differs most, and leads to its pair", () => {
  const [line] = view([comparison]);
  assert.match(say([comparison])[0]!, / against int8: the worst map of .* differs by 17 %, of /s);
  assert.match(line!.href, /^\.\.\/compare\.html#a=net-1\.0%2Ffeatures\.3-Conv&.*&k=11&/);
  assert.equal(line!.note, null);
  assert.match(view([comparison], "zh-CN")[0]!.href, /^\.\.\/compare\.zh-CN\.html#a=/);
});

Deno.test("viewDifferences() says of different networks that they are, and points at no layer", () => {
  const apart = { ...comparison, learnedAlike: false, medianError: 1.234, medianCosine: 0.0123 };
  const [line] = view([apart]);
  assert.match(
    say([apart])[0]!,
    /against int8: different networks, their kernels are unlike \(median cosine 0\.01\) and the median map differs by 120 %$/,
  );
  assert.equal(line!.href, "../compare.html");
  assert.match(
    say([{ ...apart, medianCosine: null }])[0]!,
    /different networks, the median map differs by 120 %$/,
  );
  assert.match(say([apart], "zh-CN")[0]!, /不同的网络.*0\.01.*120 %$/);
});

Deno.test("viewDifferences() says what is not seen alike, and nothing where no maps are compared", () => {
  assert.match(
    view([{ ...comparison, seenAlike: false }])[0]!.note!,
    /do not see the photos alike/,
  );
  assert.deepEqual(view([{ ...comparison, layers: [COMPARED[2]!] }]), []);
  const same = { ...COMPARED[0]!, worstError: 0 };
  assert.match(say([{ ...comparison, layers: [same] }])[0]!, /no map differs$/);
});

Deno.test("viewDifferences() puts those that differ most first, and counts the rest", () => {
  const less = { ...comparison, layers: [COMPARED[0]!] };
  const other = { ...comparison, learnedAlike: false };
  const said = say([other, less, less, comparison, less]);
  assert.equal(said.length, 4);
  assert.match(said[0]!, /17 %/);
  assert.match(said[1]!, /by 5 %$/);
  assert.equal(said[3], "2 more comparisons");
});
