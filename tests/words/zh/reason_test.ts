import assert from "node:assert/strict";
import { tellReasonInChinese } from "../../../src/words/zh/reason.ts";

// [reason of a report, in Chinese]
const reasons: readonly [string, string][] = [
  ["its receptive field is not known", "其感受野未知"],
  ["its receptive field is not known behind TopK", "在 TopK 之后，其感受野未知"],
  [
    "its receptive field of 195 x 195 pixels is larger than 128",
    "其感受野为 195 x 195 像素，大于 128",
  ],
  [
    'its receptive field is not known in the body of If "choice"',
    "在 If “choice” 的分支图之内，其感受野未知",
  ],
  ["Sigmoid stands in the way", "途中的 Sigmoid 无法反向通过"],
  ['Sigmoid "gate" stands in the way', "途中的 Sigmoid “gate” 无法反向通过"],
  ["the session ran out of memory", "the session ran out of memory"],
];

for (const [reason, chinese] of reasons) {
  Deno.test(`tellReasonInChinese() tells "${reason}"`, () => {
    assert.equal(tellReasonInChinese(reason), chinese);
  });
}
