import type { ClassWords } from "../en/class_words.ts";
import { formatCount } from "../quantity.ts";

/** The words of the classes of kernels, in Chinese. */
export const CLASS_ZH: ClassWords = {
  names: {
    edge: "边缘",
    line: "线条",
    spot: "斑点",
    "colour edge": "彩色边缘",
    "colour spot": "彩色斑点",
    texture: "纹理",
    even: "均匀",
    mixed: "混合",
    dead: "近零",
    other: "其他",
  },
  facets: {
    when: {
      name: "激活",
      say: (value) => `${value}激活`,
      values: {
        never: "从不",
        rare: "罕见",
        local: "局部",
        broad: "广泛",
        always: "始终",
      },
    },
    where: {
      name: "最强处",
      say: (value) => `最强处在${value}`,
      values: {
        inside: "内部",
        padding: "填充上",
      },
    },
    wiring: {
      name: "输入",
      say: (value) => value,
      values: {
        one: "单一输入",
        few: "少数输入",
        many: "众多输入",
      },
    },
    acts: {
      name: "权重",
      say: (value) => `权重${value}`,
      values: {
        excites: "兴奋",
        inhibits: "抑制",
        both: "兼有",
      },
    },
    shows: {
      name: "图中可见",
      say: (value) => `图中可见${value}`,
      values: {
        photo: "照片",
        edges: "照片边缘",
        neither: "皆非",
      },
    },
  },
  alike: ({ kernels, blur }, all) =>
    `${formatCount(all)} 个逐通道卷积核中有 ${formatCount(kernels.length)} 个` +
    `${blur ? "是同一个模糊核" : "几乎相同"}，各自作用于自己的通道`,
};
