import type { FoundValue } from "../../reason/found_value.ts";
import type { MISTAKE_REASONS } from "../../reason/mistake_reasons.ts";
import type { Telling } from "../../reason/reason.ts";

function describeFound(found: Exclude<FoundValue, { readonly kind: "missing" }>): string {
  switch (found.kind) {
    case "list":
      return found.length === 0 ? "空列表" : ` ${found.length} 项的列表`;
    case "object":
      return found.keys === null ? "空对象" : `对象 {${found.keys}}`;
    case "value":
      return ` \`${found.text}\``;
  }
}

function contrast(
  { path, found }: { readonly path: string; readonly found: FoundValue },
  expected: string,
): string {
  const said = found.kind === "missing" ? "缺失" : `现为${describeFound(found)}`;
  return `${path === "" ? "" : `\`${path}\` `}${said}，应为${expected}`;
}

/** What is wrong with a file of reviews, in Chinese. */
export const MISTAKE_REASONS_ZH: Telling<keyof typeof MISTAKE_REASONS> = {
  "review-object": ({ keys, ...mistake }) => contrast(mistake, `对象 {${keys.join(", ")}}`),
  "review-constant": ({ constant, ...mistake }) => contrast(mistake, ` \`${constant}\``),
  "review-list": ({ most, ...mistake }) => contrast(mistake, `至多 ${most} 条评审的列表`),
  "review-model": ({ most, ...mistake }) => contrast(mistake, `模型的名称，至多 ${most} 个字符`),
  "review-layer": ({ most, ...mistake }) => contrast(mistake, `层的名称，至多 ${most} 个字符`),
  "review-reviewer": ({ most, ...mistake }) => contrast(mistake, `名称，至多 ${most} 个字符`),
  "review-sha256": (mistake) => contrast(mistake, " 64 位十六进制数字"),
  "review-kernel": (mistake) => contrast(mistake, "不小于 0 的整数"),
  "review-verdict": ({ verdicts, ...mistake }) =>
    contrast(mistake, ` ${verdicts.map((each) => `“${each}”`).join("、")} 之一`),
  "review-note": ({ most, ...mistake }) => contrast(mistake, `至多 ${most} 个字符的文本`),
  "review-unknown-key": ({ path, nearest, keys }) =>
    `\`${path}\` 是未知的键${nearest === null ? "" : `，是否指 “${nearest}”？`}` +
    `${nearest === null ? "；" : ""}已知的键为 {${keys.join(", ")}}`,
};
