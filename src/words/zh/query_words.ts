import type { QueryWords } from "../en/query_words.ts";

/** The words of a search, in Chinese. */
export const QUERY_ZH: QueryWords = {
  keys: {
    class: "类别",
    is: "是",
    k: "编号",
    family: "家族",
    label: "标签",
    review: "评审",
    like: "最近",
  },
  flags: {
    zero: "近零",
    neveron: "从不激活",
    constant: "恒定",
    nonfinite: "非有限",
    duplicate: "重复",
    opposite: "相反",
    alike: "相同",
    border: "填充",
    flat: "平坦",
  },
};
