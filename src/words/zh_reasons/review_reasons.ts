import type { Telling } from "../../reason/reason.ts";
import type { REVIEW_REASONS } from "../../reason/review_reasons.ts";

function suggest({ nearest }: { readonly nearest: string | null }): string {
  return nearest === null ? "" : `；是否指 “${nearest}”？`;
}

// How many kernels a message names before it counts the rest.
const NAMED = 8;

function nameKernels(kernels: readonly number[]): string {
  const named = kernels.slice(0, NAMED).join("、");
  const rest = kernels.length > NAMED ? ` 等 ${kernels.length} 个` : "";
  return `卷积核 ${named}${rest}`;
}

/** Why reviews are not taken, in Chinese. */
export const REVIEW_REASONS_ZH: Telling<keyof typeof REVIEW_REASONS> = {
  "reviews-too-large": ({ file, bytes, most }) =>
    `无法解析评审文件 “${file}”：它有 ${bytes} 字节，最多 ${most}`,
  "reviews-no-json": ({ file, text }) => `无法解析评审文件 “${file}”：“${text}”`,
  "reviews-unfit": ({ file, problems, more }, tell) =>
    `无法解析评审文件 “${file}”：${problems.map(tell).join("；")}` +
    `${more === 0 ? "" : `；另有 ${more} 处`}`,
  "reviews-unplaced": ({ kernels, of, reason }, tell) =>
    `“${of}” 的${nameKernels(kernels)}：${tell(reason)}`,
  "no-such-model": (nearest) => `报告中没有这个模型${suggest(nearest)}`,
  "no-such-layer": (nearest) => `报告中没有这一层${suggest(nearest)}`,
  "other-model-file": ({ theirs, ours }) =>
    `针对的是模型的另一个文件，其 SHA-256 为 ${theirs}…，报告中的为 ${ours}…`,
  "no-such-kernel": ({ kernels }) => `该层有 ${kernels} 个卷积核`,
};
