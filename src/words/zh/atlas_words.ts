import type { AtlasWords } from "../en/atlas_words.ts";
import { formatCount } from "../quantity.ts";

/** The words of a network on one screen, and of the table of its layers, in Chinese. */
export const ATLAS_ZH: AtlasWords = {
  heading: "整个网络",
  lead: "每层一列，按计算图的顺序。指向一列，显示这一行的数最高的那一对；点按即打开。",
  still: "每层一列，按计算图的顺序；点按即打开。",
  group: "各层；方向键逐层移动，Enter 打开该对",
  rows: {
    side: { name: "特征图边长", unit: "单元数，对数；颜色表示卷积核的形式" },
    what: { name: "卷积核寻找什么", unit: "各类别的份额" },
    photo: { name: "特征图是照片", unit: "R²，减去偶然的部分" },
    colour: { name: "需要颜色", unit: "1 − r²（与灰度照片的特征图）" },
    detail: { name: "需要细节", unit: "1 − r²（与模糊照片的特征图）" },
    on: { name: "激活的单元", unit: "特征图中大于 0 的份额" },
    never: { name: "从不激活", unit: "在任何照片上都不激活的特征图份额" },
    border: { name: "在填充处", unit: "最强处在填充上的特征图份额" },
    duplicate: { name: "重复", unit: "卷积核的份额" },
    family: { name: "成族", unit: "特征图一同出现的卷积核份额" },
    damage: { name: "损失", unit: "特征图的 ‖A − B‖ ÷ ‖A‖；线为最差者" },
  },
  branches: "分支与汇合",
  forms: {
    photo: "读取照片",
    dense: "全连接",
    depthwise: "逐通道",
    pointwise: "1 × 1",
    wide: "更大，读取多张特征图",
  },
  spread: "条：一百张特征图中第十至第九十张；线：中位数",
  stage: (size, first, last) =>
    first === last ? `${size}：第 ${first} 层` : `${size}：第 ${first} 至 ${last} 层`,
  column: (place, name, kernels, maps) =>
    `${place}. ${name}：${kernels}${maps === null ? "" : `，${maps}`}`,
  choose: "行",
  table: {
    place: "#",
    tiles: "前几个卷积核与特征图",
    name: "层",
    kernels: "卷积核",
    maps: "特征图",
  },
  search: "搜索各层",
  hint: "depthwise side<20 never>3",
  queries: "名称的一部分、op:Conv、is:depthwise、kernels>64、side<20，或某一列：photo>50；" +
    "份额以百分比计；! 表示排除",
  shown: (shown, all) => `${formatCount(all)} 层中的 ${formatCount(shown)} 层`,
  unknown: (key, near) => `没有名为“${key}”的列${near === null ? "" : `；是否指“${near}”？`}`,
  noNumber: (term) => `“${term}”需要一个数，例如 side<20`,
  tip: {
    pair: (k, value) => value === null ? `第 ${k} 对` : `第 ${k} 对：${value}`,
    worst: (worst, low, high) => `最差 ${worst}，十张中有八张在 ${low} 至 ${high}`,
    spread: (median, low, high) => `中位数 ${median}，十张中有八张在 ${low} 至 ${high}`,
  },
};
