import { formatCount, tellShare } from "../quantity.ts";
import type { ExerciseWords } from "../en/exercise_words.ts";

/** The words of the exercise, in Chinese. */
export const EXERCISE_ZH: ExerciseWords = {
  label: "自己找出规律",
  question: "这些卷积核中，哪些的特征图看起来仍像照片？",
  tries: {
    guess: "猜一猜",
    sort: "按特征图保留的照片排序",
    pairs: "固定平均作用",
  },
  close: "关闭",
  again: "重新开始",
  on: "继续猜",
  toRule: "结论 ↓",
  reveal: "显示特征图",
  photo: "保留照片",
  edges: "保留边缘",
  slots: { photo: "照片", edges: "边缘" },
  guess: "特征图已隐藏。点击卷积核可切换猜测，或把它拖到两者之一，或按 1、2，按 0 撤回。",
  kernel: (k, guess) => `卷积核 ${k}：${guess ?? "未归类"}`,
  none: "还没有归类：请点击一个卷积核。",
  rule: (photos) =>
    `特征图至少一半是照片（R² 不低于 0.5${
      photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`
    }）才算保留照片；其余都算边缘。`,
  score: ({ photo, edges, kernels }) => {
    const [right, all] = [photo.right + edges.right, photo.all + edges.all];
    const parts = [["归为“保留照片”的", photo], ["归为“保留边缘”的", edges]] as const;
    const told = parts.filter(([, { all }]) => all > 0)
      .map(([name, count]) =>
        `${name} ${formatCount(count.all)} 个中 ${formatCount(count.right)} 个正确`
      );
    return `${formatCount(all)} 个中 ${formatCount(right)} 个正确：${told.join("，")}。` +
      `已归类 ${formatCount(kernels)} 个卷积核中的 ${formatCount(all)} 个。`;
  },
  led: ({ led: { wrong, coloured } }) =>
    `误以为特征图是照片的 ${formatCount(wrong)} 个卷积核中，${formatCount(coloured)} 个是彩色的。`,
  wrong: "归错的，附特征图中照片占多少：",
  sorted: (first, last, photos) =>
    `按特征图中照片占多少排序（R²${
      photos === 1 ? "" : `，${formatCount(photos)} 张照片的平均`
    }），从 ${first} 到 ${last}。`,
  half: (count) => `前 ${formatCount(count)} 个至少一半是照片。`,
  noHalf: "没有一个的一半是照片。",
  compare: "排在前面的卷积核有什么共同之处，是排在后面的所没有的？",
  matched: ({ pairs, coloured, grey, more }) =>
    `${formatCount(pairs)} 对平均作用相近的卷积核，一个彩色，一个灰度。彩色的特征图平均有 ` +
    `${tellShare(coloured)} 是照片，灰度的 ${tellShare(grey)}；` +
    `其中 ${formatCount(more)} 对里彩色的更像照片。`,
  verdicts: {
    alike: "固定平均作用后，颜色几乎没有影响。",
    coloured: "固定平均作用后，彩色卷积核的特征图仍更像照片。",
    grey: "固定平均作用后，灰度卷积核的特征图更像照片。",
  },
  rows: { coloured: "彩色", grey: "灰度", gain: "直流增益" },
  morePairs: (count) => `显示平均作用最强的前 ${count} 对。`,
  note:
    "数字：特征图中照片占多少（R²）。相近：一个直流增益至多是另一个的一倍半；低于 0.01 时两者都不起平均作用。",
};
