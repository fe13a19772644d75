import type { Telling } from "../../reason/reason.ts";
import type { LABEL_REASONS } from "../../reason/model_reasons.ts";

/** Why classes are not named, in Chinese. */
export const LABEL_REASONS_ZH: Telling<keyof typeof LABEL_REASONS> = {
  "labels-unread": ({ file, reason }, tell) => `无法读取标签文件 “${file}”：${tell(reason)}`,
  "labels-no-json": () => "开头像 JSON 却不是；请每类写一行，或写成 JSON 的词语列表",
  "label-no-index": ({ found }) => `出现键 “${found}”，应为从 0 起的类别序号`,
  "no-label": () => "其中没有词语；请按顺序每类写一行",
  "labels-misfit": ({ file, labels, classes }) =>
    `无法用 “${file}” 为类别命名：它有 ${labels} 个标签，模型给出 ${classes} 个类别；应按顺序每类一个` +
    (labels + 1 === classes ? "（若第一类是背景，请加上 “background”）" : ""),
  "labels-without-classes": ({ file }) =>
    `无法用 “${file}” 为类别命名：未找到模型的任何输出为每个类别给出一个数；请去掉 "labels"`,
};
