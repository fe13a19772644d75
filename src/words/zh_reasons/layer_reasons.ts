import type { FIELD_REASONS } from "../../reason/field_reasons.ts";
import {
  type LAYER_REASONS,
  writeSelectors,
  writeWeightShare,
} from "../../reason/layer_reasons.ts";
import type { Telling } from "../../reason/reason.ts";

/** Names a node by its operator, and by its own name where it has one. */
export function quoteNode({ op, node }: { readonly op: string; readonly node: string }): string {
  return node === "" ? op : `${op} “${node}”`;
}

/** Why it is not known what cells read, and why kernels are not shown in pixels, in Chinese. */
export const FIELD_REASONS_ZH: Telling<keyof typeof FIELD_REASONS> = {
  "field-unknown": () => "其感受野未知",
  "field-unknown-behind": (node) => `在 ${quoteNode(node)} 之后，其感受野未知`,
  "field-unknown-in-body": (node) => `在 ${quoteNode(node)} 的分支图之内，其感受野未知`,
  "field-empty": () => "其不读取照片",
  "field-of-each-cell": () => "每个单元的感受野各不相同，且数量过多",
  "field-whole": () => "其单元读取整张照片",
  "field-uneven": () => "其各单元读取的区域形状不一",
  "field-too-large": ({ size, most }) => `其感受野为 ${size.join(" x ")} 像素，大于 ${most}`,
  "composed-too-many": ({ most }) => `模型的卷积核过多，其图像合计将超过 ${most} 像素`,
  "no-photo-input": () => "没有输入接收照片",
  "never-excited": () => "没有照片激活任何卷积核",
  "node-in-the-way": (node) => `途中的 ${quoteNode(node)} 无法反向通过`,
  "not-asked-for": () => "耗时较长，本报告未包含",
};

const BEFORE = "请提供优化之前的模型";

/** Why a convolution is not drawn as its node stands in the graph, in Chinese. */
export const LAYER_REASONS_ZH: Telling<keyof typeof LAYER_REASONS> = {
  "computed": () => "权重为计算所得，未绘制：模型在运行时才生成它",
  "not-yet-computed": () => "权重为计算所得，未绘制：模型由常量生成它，而运行时尚未计算",
  "blocked-operator": () => `优化后计算图的算子，其卷积核按通道分块存储；${BEFORE}`,
  "unknown-fusion": () => `优化后计算图的算子，其激活函数或输出未知；${BEFORE}`,
  "in-body": (node) => `它位于 ${quoteNode(node)} 的分支图之内，其中的张量无法取出`,
  "too-many-kernels": ({ kernels, most }) => `它有 ${kernels} 个卷积核，最多绘制 ${most} 个`,
  "too-many-channels": ({ channels, most }) =>
    `其卷积核读取 ${channels} 个通道，最多绘制 ${most} 个`,
  "attribute-length": ({ attribute, found, expected, ...node }) =>
    `无法读取 ${quoteNode(node)}：“${attribute}” 为 [${found}]，应有 ${expected} 个数`,
  "attribute-below-one": ({ attribute, found, ...node }) =>
    `无法读取 ${quoteNode(node)}：“${attribute}” 为 [${found}]，各数应不小于 1`,
  "no-kernel": ({ dims, ...node }) =>
    `无法读取 ${quoteNode(node)}：形状为 [${dims.join(", ")}] 的权重不含卷积核`,
  "kernel-misfit": ({ dims, kernelShape, group, ...node }) =>
    `无法读取 ${quoteNode(node)}：形状为 [${dims}] 的权重与 “kernel_shape” [${kernelShape}] ` +
    `及组数 ${group} 不符`,
  "no-convolution": () => "无法绘制模型：其中没有卷积",
  "dense-left-out": ({ layers, ops, share }) =>
    `${layers.length} 个全连接层未绘制${
      share === null ? "" : `：它们占全部权重的 ${writeWeightShare(share)}`
    }；写明 "layers": ${writeSelectors(ops)} 即可一并绘制`,
  "dense-alone": ({ ops }) =>
    `无法绘制模型：其中没有卷积；在 "layers" 中写明 ${
      ops.map((op) => `"op:${op}"`).join("、")
    } 才会绘制其全连接层`,
  "crowded-bodies": ({ most }) => `无法列出卷积：各分支图及其周围的节点超过 ${most} 个`,
  "deep-bodies": (node) => `无法列出卷积：${quoteNode(node)} 之内的分支图嵌套过深`,
  "large-functions": ({ most }) => `无法列出卷积：函数中的节点超过 ${most} 个`,
};
