import type { MODEL_REASONS } from "../../reason/model_reasons.ts";
import type { ReasonValues, Telling } from "../../reason/reason.ts";
import type { WEIGHT_REASONS } from "../../reason/weight_reasons.ts";

const PARTS: Readonly<Record<ReasonValues<"malformed">["part"], string>> = {
  "message": "消息",
  "protobuf field": "protobuf 字段",
  "text": "文本",
  "whole numbers": "整数",
  "numbers": "数",
};

const GRAPH_PARTS: Readonly<Record<ReasonValues<"cut-off">["part"], string>> = {
  graph: "计算图",
  functions: "函数",
  metadata: "元数据",
};

/** Why bytes are no model that can be read, in Chinese. */
export const MODEL_REASONS_ZH: Telling<keyof typeof MODEL_REASONS> = {
  "malformed": ({ part, byte, reason }, tell) =>
    `无法读取第 ${byte} 字节处的${PARTS[part]}：${tell(reason)}` +
    (part === "protobuf field" ? "；文件不是 ONNX 模型或已损坏，请重新获取" : ""),
  "too-many-fields": () => "字段过多",
  "text-too-long": ({ most }) => `长度超过 ${most} 字节`,
  "too-many-numbers": ({ most }) => `个数超过 ${most}`,
  "odd-length": ({ size }) => `长度不是 ${size} 的倍数`,
  "past-parent": ({ bytes }) => `其 ${bytes} 字节超出了上一级的末尾`,
  "wire-type-unused": ({ type }) => `ONNX 不使用编码类型 ${type}`,
  "wire-type": ({ field, type, expected }) =>
    `字段 ${field} 的编码类型为 ${type}，应为 ${expected}`,
  "no-graph": () => "无法读取 ONNX 模型：其中没有计算图",
  "no-model": ({ reason }, tell) => `无法读取 ONNX 模型：${tell(reason)}`,
  "cut-off": ({ bytes, part }) =>
    `文件在其${GRAPH_PARTS[part]}结束之前 ${bytes} 字节处就已结束，可能被截断或损坏；请重新获取`,
  "deep-node": ({ node }) => `无法读取节点 “${node}”：其分支图嵌套过深`,
  "deep-body": ({ byte }) => `无法读取第 ${byte} 字节处的分支图：嵌套过深`,
  "unwritten-tensor": ({ tensor }) => `无法截取模型：计算图中没有节点写出 “${tensor}”`,
};

/** Why weights, as a file stores them, cannot be read, in Chinese. */
export const WEIGHT_REASONS_ZH: Telling<keyof typeof WEIGHT_REASONS> = {
  "zero-point-misfit": ({ dims, axis, scaleDims, zeroDims }) =>
    `无法沿轴 ${axis} 反量化形状为 [${dims}] 的张量：` +
    `其缩放因子的形状为 [${scaleDims}]，零点的形状为 [${zeroDims}]`,
  "scale-misfit": ({ dims, axis, scaleDims }) =>
    `无法沿轴 ${axis} 反量化形状为 [${dims}] 的张量：其缩放因子的形状为 [${scaleDims}]`,
  "constant-too-large": ({ tensor, dims, most }) =>
    `无法计算常量 “${tensor}”：其形状 [${dims}] 超过 ${most} 个值`,
  "constant-misfit": ({ tensor, dims, found }) =>
    `无法求出常量 “${tensor}”：模型声明的形状为 [${dims}]，实际为 [${found}]`,
  "reshape-misfit": ({ tensor, dims, wanted }) =>
    `无法将常量 “${tensor}” 的形状由 [${dims}] 变为 [${wanted}]`,
  "transpose-misfit": ({ tensor, order }) => `无法转置常量 “${tensor}”：轴的次序为 [${order}]`,
  "sparse-too-large": ({ tensor, dims, most }) =>
    `无法读取稀疏张量 “${tensor}”：其形状 [${dims}] 超过 ${most} 个值`,
  "sparse-count": ({ tensor, values, indices }) =>
    `无法读取稀疏张量 “${tensor}”：它有 ${values} 个值和 ${indices} 个索引`,
  "sparse-misfit": ({ tensor, dims, indexDims }) =>
    `无法读取形状为 [${dims}] 的稀疏张量 “${tensor}”：其索引的形状为 [${indexDims}]`,
  "sparse-outside": ({ tensor, dims, value }) =>
    `无法读取形状为 [${dims}] 的稀疏张量 “${tensor}”：第 ${value} 个值位于其外`,
  "sparse-index-type": ({ tensor }) => `无法读取稀疏张量 “${tensor}”：其索引不是 int64`,
  "sparse-incomplete": ({ byte }) => `无法读取第 ${byte} 字节处的稀疏张量：缺少值或索引`,
  "tensor-bytes": ({ tensor, dims, type, needed, held }) =>
    `无法读取张量 “${tensor}”：${type} 类型、形状 [${dims}] 需要 ${needed} 字节，文件中有 ${held} 字节`,
  "tensor-type": ({ tensor, type }) => `无法读取张量 “${tensor}”：其元素类型为 ${type}`,
  "element-type": ({ type }) => `无法解码元素：其类型为 ${type}`,
  "tensor-dims": ({ tensor, dims }) => `无法读取张量 “${tensor}”：其形状为 [${dims}]`,
  "tensor-rank": ({ tensor, rank }) => `无法读取张量 “${tensor}”：其形状有 ${rank} 个数`,
  "external-place": ({ tensor, location, offset, length }) =>
    `无法读取张量 “${tensor}”：其外部数据位于 “${location}”，起点 ${offset}，` +
    `长度 ${length ?? "未给出"}`,
  "external-in-memory": ({ tensor, location }) =>
    `无法读取张量 “${tensor}”：其数据在 “${location}” 中，而模型只在内存里`,
  "external-outside": ({ tensor, location }) =>
    `无法读取张量 “${tensor}”：其数据位于 “${location}”，在模型的文件夹之外`,
  "external-short": ({ tensor, location, offset, length, needed, held, kind }, tell) =>
    `无法读取张量 “${tensor}”：它需要 ${needed} 字节，其数据为 “${location}” 中自 ${offset} 起的 ` +
    `${length === null ? "全部" : `${length} 字节`}，而该文件有 ${held} 字节` +
    `${kind === null ? "" : `：${tell(kind)}`}`,
};
