import type { OddityFacts, OddityWords, SeenKind } from "../en_page/oddity_words.ts";
import { formatCount } from "../quantity.ts";

/** The words of what is odd about a network, in Chinese. */
export const ODDITY_ZH: OddityWords = {
  heading: "这里有何异常",
  lead: (cards, all) =>
    cards === all
      ? `${formatCount(all)} 项发现，最出人意料的在前。`
      : `${formatCount(all)} 项发现中的 ${formatCount(cards)} 项，最出人意料的在前。`,
  all: (n) => `全部 ${formatCount(n)} 项发现`,
  rest: (n) => `另外 ${formatCount(n)} 项发现`,
  also: "同样",
  more: (n) => `以及另外 ${formatCount(n)} 层`,
  evidence: "查看",
  seen: "已看",
  pictures: {
    kernel: (k) => `卷积核 ${k}`,
    map: (k) => `特征图 ${k}`,
    input: (k) => `输入 ${k}`,
    patch: "数据集中最强处",
    of: (picture, model) => `${picture}，${model}`,
  },
  names: {
    damage: "偏差",
    "not-finite": "非有限值",
    "equal-maps": "相同的特征图",
    mergeable: "可以合并",
    "same-on-all": "对输入视而不见",
    "copies-input": "只复制一个输入",
    "never-on": "从不激活",
    "rarely-on": "很少激活",
    "zero-kernel": "接近零",
    constant: "恒定",
    "one-blur": "同一个模糊",
    "one-filter": "同一个滤波器",
    "colour-lost": "颜色丢失",
    outlier: "离群",
    "still-photo": "仍是照片",
    border: "填充",
    "always-on": "从不关闭",
    "needs-colour": "由颜色构成",
  },
  tell: {
    damage: ({ layer, kernel, value, usual, model }) =>
      `${layer} 的特征图 ${kernel} 与 ${model} 的相差 ${value}，为该层之最；中位特征图相差 ${usual}。`,
    "not-finite": ({ layer, kernel, count, of, value }) =>
      `${layer} 的 ${formatCount(of)} 对中有 ${
        formatCount(count)
      } 对含有非有限值：第 ${kernel} 对有 ${value} 个。`,
    "equal-maps": ({ layer, kernel, other, count, ...facts }) =>
      `${layer} 的特征图 ${kernel} 与 ${other} ${onAll(facts)}完全相同，而它们的卷积核不同${
        count > 2 ? `；共有 ${formatCount(count)} 张特征图与另一张相同` : ""
      }。`,
    mergeable: ({ layer, kernel, other, count, value }) =>
      `${layer} 的卷积核 ${kernel} 与 ${other} 可以合并：它们读取相同的输入，权重和偏置只差一个倍数（余弦 ${value}）${
        count > 2 ? `；这样的卷积核共有 ${formatCount(count)} 个` : ""
      }。`,
    "same-on-all": ({ layer, kernel, count, of, images, seen }) =>
      count === 1
        ? `${layer} 的特征图 ${kernel} ${onInputs(images, seen)}都一样：它显示的不是${
          SEEN[seen][1]
        }。`
        : `${layer} 的 ${formatCount(of)} 张特征图中有 ${formatCount(count)} 张${
          onInputs(images, seen)
        }都一样：它们显示的不是${SEEN[seen][1]}。`,
    "copies-input": ({ layer, kernel, other, count, value, images, seen }) =>
      `${layer} 的卷积核 ${kernel} 只传递一个输入：${
        onInputs(images, seen)
      }，输入 ${other} 独自构成其特征图方差的 ${value} 或更多${
        count > 1 ? `；有这样一个输入的卷积核共 ${formatCount(count)} 个` : ""
      }。`,
    "never-on": ({ layer, kernel, count, of, value, usual, ...facts }) =>
      `${
        count === 1
          ? `${layer} 的特征图 ${kernel} 从不激活`
          : `${layer} 的 ${formatCount(of)} 张特征图中有 ${formatCount(count)} 张从不激活`
      }：${onAll(facts)}，激活之后每个单元都是 0${
        value === "" ? "" : `；激活之前，特征图 ${kernel} 最大为 ${value}`
      }。中位特征图有 ${usual} 的单元激活。`,
    "rarely-on": ({ layer, kernel, count, of, dataset, value, usual }) =>
      `${
        count === 1
          ? `${layer} 的特征图 ${kernel} `
          : `${layer} 的 ${formatCount(of)} 张特征图中有 ${
            formatCount(count)
          } 张很少激活：特征图 ${kernel} `
      }只在数据集 ${
        formatCount(dataset)
      } 张照片的 ${value} 中激活。中位特征图在其中 ${usual} 激活。`,
    "zero-kernel": ({ layer, kernel, count, of, value }) =>
      `${layer} 的 ${formatCount(of)} 个卷积核中有 ${
        formatCount(count)
      } 个接近零：卷积核 ${kernel} 的范数是中位数的 ${value}。`,
    constant: ({ layer, kernel, count, of, images, value, seen }) =>
      count === 1
        ? `${layer} 的特征图 ${kernel} ${
          onInputs(images, seen)
        }每个单元都相同：${value}，而其卷积核并不为零。`
        : `${layer} 的 ${formatCount(of)} 张特征图中有 ${formatCount(count)} 张${
          onInputs(images, seen)
        }每个单元都相同，而它们的卷积核并不为零。`,
    "one-blur": ({ layer, count, of }) =>
      `${layer} 的 ${formatCount(of)} 个逐通道卷积核中有 ${
        formatCount(count)
      } 个是同一个模糊，各作用于另一张特征图。`,
    "one-filter": ({ layer, count, of }) =>
      `${layer} 的 ${formatCount(of)} 个逐通道卷积核中有 ${
        formatCount(count)
      } 个是同一个滤波器，各作用于另一张特征图。`,
    "colour-lost": ({ layer, value, usual, ...facts }) =>
      `${layer} 丢失了颜色：没有颜色时，其十分之九的特征图最多失去 ${value}，而它读取的特征图的中位数失去 ${usual}（${
        tellTried(facts)
      }）。`,
    outlier: ({ layer, kernel, other, value, usual }) =>
      `${layer} 的特征图 ${kernel} 达到 ${value}，离 0 至少是该层其他任何一张的三倍：其次是特征图 ${other}，达到 ${usual}。`,
    "still-photo": ({ layer, kernel, count, value, usual, images, seen }) =>
      `${layer} 的特征图 ${kernel} 仍然像照片：${
        onInputs(images, seen)
      }，其中 ${value} 或更多是照片，而该层中位特征图为 ${usual}${
        count > 1 ? `；至少一半是照片的特征图共 ${formatCount(count)} 张` : ""
      }。`,
    border: ({ layer, count, of, value, usual }) =>
      `${layer} 的 ${formatCount(of)} 张特征图中有 ${
        formatCount(count)
      } 张（${value}）在填充处最强，而读取填充的单元占 ${usual}。`,
    "always-on": ({ layer, kernel, count, of, value, usual, ...facts }) =>
      `${
        count === 1
          ? `${layer} 的特征图 ${kernel} 从不关闭：${
            onAll(facts)
          }，激活之后每个单元都是 ${value} 或更大`
          : `${layer} 的 ${formatCount(of)} 张特征图中有 ${formatCount(count)} 张从不关闭：${
            onAll(facts)
          }，激活之后每个单元都大于 0`
      }。中位特征图有 ${usual} 的单元激活。`,
    "needs-colour": ({ layer, kernel, count, value, usual, ...facts }) =>
      `${layer} 的特征图 ${kernel} 由颜色构成：没有照片的颜色，它失去 ${value}，该层中位特征图失去 ${usual}（${
        tellTried(facts)
      }）${count > 1 ? `；同样需要颜色的特征图共 ${formatCount(count)} 张` : ""}。`,
  },
};

const SEEN: Readonly<Record<SeenKind, readonly [measure: string, noun: string]>> = {
  photo: ["张", "照片"],
  array: ["个", "数组"],
  input: ["个", "输入"],
};

function onInputs(count: number, seen: SeenKind): string {
  const [measure, noun] = SEEN[seen];
  return count === 1 ? `在${noun}上` : `在全部 ${formatCount(count)} ${measure}${noun}上`;
}

function onAll(
  { dataset, images, seen }: Pick<OddityFacts, "dataset" | "images" | "seen">,
): string {
  if (dataset === 0) return onInputs(images, seen);
  return `在数据集的全部 ${formatCount(dataset)} 张照片上`;
}

function tellTried({ dataset, images }: Pick<OddityFacts, "dataset" | "images">): string {
  const [set, count] = dataset === 0 ? ["", images] : ["数据集的 ", dataset];
  return `${set}${formatCount(count)} 张照片以灰度试过`;
}
