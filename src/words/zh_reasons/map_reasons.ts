import type { COMPARISON_REASONS, MAP_REASONS } from "../../reason/map_reasons.ts";
import type { RUNTIME_REASONS } from "../../reason/runtime_reasons.ts";
import type { Reason, Telling } from "../../reason/reason.ts";
import type { Tell } from "../../reason/tell.ts";
import { quoteNode } from "./layer_reasons.ts";

/** A node that does not run, and why. */
interface Needed {
  readonly op: string;
  readonly node: string;
  readonly domain: string;
  readonly reason: Reason;
}

function describeNeeded({ domain, reason, ...node }: Needed, tell: Tell): string {
  const named = domain === "" ? quoteNode(node) : `“${domain}” 的 ${quoteNode(node)}`;
  return `${named}，而${tell(reason)}`;
}

function tellMemory(bytes: number, most: number): string {
  const [takes, taken] = [bytes, most].map((count) => (count / 2 ** 30).toFixed(1));
  return `需占用 ${takes} GiB 内存，最多可用 ${taken} GiB`;
}

const RESIZE = '在 "preprocess" 中设置 "resize"，例如 {"shortestEdge": 512}';

/** Why pictures of kernels or maps are not drawn, in Chinese. */
export const MAP_REASONS_ZH: Telling<keyof typeof MAP_REASONS> = {
  "kernels-not-drawn": ({ reason }, tell) => `无法绘制卷积核：${tell(reason)}`,
  "maps-not-drawn": ({ reason }, tell) => `无法绘制特征图：${tell(reason)}`,
  "no-photo": () => "没有照片能够读取",
  "several-reasons": () => "一张也未能绘制；原因见各项失败",
  "no-trial": () => "没有照片能够以其他方式输入；数组按原样输入",
  "no-trials-asked": () => "本报告未包含实验",
  "no-sample": () => "无法绘制特征图：这张照片没有样本到达该层",
  "no-cells": ({ space }) => `无法绘制特征图：在这张照片上它们没有单元，${space.join(" x ")}`,
  "maps-need-node": (needed, tell) => `特征图需要 ${describeNeeded(needed, tell)}`,
  "activated-need-node": ({ operators, ...needed }, tell) =>
    `${operators.join("、")} 之后的特征图需要 ${describeNeeded(needed, tell)}`,
  "picture-too-large": ({ file, width, height, most }) =>
    `无法绘制 “${file}”：它将有 ${width} x ${height} 像素，最多 ${most}；` +
    '请在 "preprocess" 中设置较小的尺寸，或选择其他 "layers"',
  "input-too-large": ({ dims, bytes, most }) =>
    `无法输入 [${dims.join(", ")}]：${tellMemory(bytes, most)}；请${RESIZE}`,
  "maps-too-large": ({ bytes, most }) =>
    `无法将特征图与较小各层的一并取出：${tellMemory(bytes, most)}；` +
    `请选择较少的 "layers"，或${RESIZE}`,
  "size-misfit": ({ own, width, height, multiple, fitting }) =>
    `输入的尺寸为${own ? "照片自身的" : ""} ${width} x ${height}；` +
    `合适的尺寸是 ${multiple} 的倍数，例如 "preprocess" 中的 ` +
    `"resize": {"width": ${fitting[0]}, "height": ${fitting[1]}}`,
};

/** What the runtime says, and what nothing here has words for, in Chinese. */
export const RUNTIME_REASONS_ZH: Telling<keyof typeof RUNTIME_REASONS> = {
  "runtime-refuses": ({ text }) => `onnxruntime 拒绝该模型：“${text}”`,
  "runtime-fails": ({ text }) => `onnxruntime 无法运行该模型：“${text}”`,
  "runtime-type": ({ tensor }) => `无法读取张量 “${tensor}”：它不是 float32`,
  "too-many-refused": ({ most }) => `被拒绝的节点超过 ${most} 个，其余未再尝试`,
  "thread-ended": ({ text }) => `处理它的线程已终止，原文为：“${text}”`,
  "unforeseen": ({ text }) => `原文为：“${text}”`,
};

/** Why layers of two models are not compared, in Chinese. */
export const COMPARISON_REASONS_ZH: Telling<keyof typeof COMPARISON_REASONS> = {
  "no-common-photo": () => "没有照片同时得到两者的特征图",
  "maps-of-other-size": ({ a, b }) =>
    `两者的特征图尺寸不同，分别为 ${a.join(" x ")} 和 ${b.join(" x ")}`,
  "inputs-unpaired": () => "之前各层的卷积核顺序不同，而无法得知其输入由哪些卷积核产生",
  "side-lacks": ({ model, reason }, tell) => `“${model}” 缺少它们：${tell(reason)}`,
};
