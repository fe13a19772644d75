import { tellIn } from "../../reason/tell.ts";
import type { ReviewWords } from "../en/review_words.ts";
import { formatCount } from "../quantity.ts";
import { MISTAKE_REASONS_ZH } from "../zh_reasons/mistake_reasons.ts";

/** The words of reviews, in Chinese. */
export const REVIEW_ZH: ReviewWords = {
  title: "评审",
  titleOf: (k) => `评审第 ${k} 对`,
  tools: "本模型的评审",
  none: "未评",
  fine: "正常",
  suspicious: "可疑",
  dead: "失效",
  note: "备注",
  noteHint: "备注须附于结论：请先选择结论",
  versioned: "报告中的评审",
  list: (tally) => `报告中的评审：${tally}`,
  columns: { kernel: "卷积核", verdict: "结论", note: "备注", from: "来自" },
  from: (reviewer, source) => reviewer === null ? source : `${reviewer}，${source}`,
  tally: ({ reviewed, suspicious, dead }) => {
    const doubts = [
      suspicious > 0 ? `${formatCount(suspicious)} 对可疑` : "",
      dead > 0 ? `${formatCount(dead)} 对失效` : "",
    ].filter((each) => each !== "").join("，");
    return `已评审 ${formatCount(reviewed)} 对：${doubts === "" ? "全部正常" : doubts}`;
  },
  allReviewed: "所显示的各对均已评审",
  progress: (reviewed, pairs, here) =>
    `共 ${formatCount(pairs)} 对，已评审 ${formatCount(reviewed)} 对` +
    (here > 0 ? `，其中 ${formatCount(here)} 对在本浏览器中` : ""),
  export: "导出",
  exportHint: "将本模型的全部标记存为 JSON 文件",
  import: "导入",
  importHint: "把 JSON 文件中的标记并入本模型的标记",
  clear: "清除",
  clearHint: "从本浏览器中移除本层的标记",
  clearAsk: (count) =>
    `从本浏览器中移除本层的 ${formatCount(count)} 个标记？报告中的评审不受影响。`,
  unkept: "本浏览器不为此页保存数据：标记只保留到页面关闭为止，请导出。",
  damaged: "本浏览器保存的部分标记无法读取：",
  taken: (taken, replaced, elsewhere) =>
    `已导入 ${formatCount(taken)} 个标记` +
    (replaced > 0 ? `，其中 ${formatCount(replaced)} 个取代了原有标记` : "") +
    (elsewhere > 0 ? `，其中 ${formatCount(elsewhere)} 个属于其他层` : "") + "。",
  refused: (count) => `拒绝 ${formatCount(count)} 项：`,
  times: (reason, count) => `${reason}（${formatCount(count)} 次）`,
  more: (count) => `另有 ${formatCount(count)} 项`,
  notJson: "该文件不是 JSON",
  tooLarge: (limit) => `该文件大于 ${limit}`,
  mistake: (mistake) => tellIn(MISTAKE_REASONS_ZH, mistake),
  otherModel: (model) => `${model}：不是本模型`,
  otherFile: (model) => `${model}：针对该模型的另一个文件`,
  noLayer: (layer) => `${layer}：本报告中该模型没有此层`,
  noKernel: (kernel, layer, pairs) =>
    `${layer} 的卷积核 ${kernel}：该层有 ${formatCount(pairs)} 个卷积核`,
  twice: (kernel, layer) => `${layer} 的卷积核 ${kernel}：出现多次，取最后一条`,
};
