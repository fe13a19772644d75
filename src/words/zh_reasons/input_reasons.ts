import type { INPUT_REASONS } from "../../reason/input_reasons.ts";
import { describeDims, describeInput, type ToldInput } from "../../reason/input_text.ts";
import type { ReasonValues, Telling } from "../../reason/reason.ts";
import type { Guess, RECIPE_ORIGINS } from "../../reason/recipe_origins.ts";
import type { RECIPE_REASONS } from "../../reason/recipe_reasons.ts";

function listInputs(inputs: readonly ToldInput[]): string {
  return inputs.map((input) => `输入 ${describeInput(input)}`).join("、");
}

function tellThere(inputs: readonly ToldInput[]): string {
  return inputs.length === 0 ? "未读取任何输入" : listInputs(inputs);
}

/** Why a model cannot be fed with what there is, in Chinese. */
export const INPUT_REASONS_ZH: Telling<keyof typeof INPUT_REASONS> = {
  "no-input-for-photo": ({ inputs }) => `无法输入照片：没有输入接收照片（${tellThere(inputs)}）`,
  "input-not-read": ({ input, inputs }) =>
    `无法使用输入 “${input}”：所绘内容与它无关（${tellThere(inputs)}）；` +
    '请在配置中用 "image" 指定另一个输入',
  "input-without-value": ({ inputs, image, first, takesPhoto }) => {
    const name = JSON.stringify(first);
    return `无法使用${listInputs(inputs)}：未给出值，而照片送入 “${image}”；` +
      `请在模型的配置中写 "inputs": {${name}: 1}，或把 1 换成 ` +
      `${takesPhoto ? '{"photo": "….png"} 或 ' : ""}{"npy": "….npy"}；` +
      `若接收照片的是它，则写 "image": ${name}`;
  },
  "input-without-space": ({ input, dims }) =>
    `无法将照片送入输入 “${input}” [${describeDims(dims)}]：它没有高和宽两轴；` +
    '请在 "images" 中给出 .npy 文件，或在模型的配置中用 "image" 指定另一个输入',
  "value-count": ({ input, dims, count }) =>
    `无法使用输入 “${input}” [${describeDims(dims)}]：给出了 ${count} 个值`,
  "value-unheld": ({ input, type, least, most, found }) =>
    `无法使用 ${type} 类型的输入 “${input}”：它接收 ${least} 至 ${most} 的整数，` +
    `配置的 "inputs" 给出 ${found}`,
  "array-misfit": ({ input, dims, found }) =>
    `无法使用输入 “${input}” [${describeDims(dims)}]：给出的数组为 [${found.join(", ")}]`,
  "preprocess-misfit": ({ input, preprocess, gives, takes }) =>
    `无法使用输入 “${input}”：预处理 “${preprocess}” 给出 ${gives.channels} 个通道、` +
    `${gives.width} x ${gives.height}，模型接收 ${takes.channels} 个通道、` +
    `${takes.width} x ${takes.height}（宽 x 高）；在配置中，` +
    advisePreprocess({ gives, takes }).join("；"),
  "levels-misfit": ({ input, least, most, found }) =>
    `无法使用输入 “${input}”：它接收${describeLevels(least, most)}，预处理给出 ${found}；` +
    adviseLevels(least, most),
  "array-levels-misfit": ({ input, least, most, found }) =>
    `无法使用输入 “${input}”：它接收${describeLevels(least, most)}，数组给出 ${found}`,
  "channels-misfit": ({ given, channels }) =>
    `无法预处理照片："mean" 和 "std" 有 ${given} 个通道，输入接收 ${channels} 个；` +
    '改用数组 {"npy": "….npy"} 则无需预处理',
  "given-unread": ({ file, input, reason }, tell) =>
    `无法将 “${file}” 送入输入 “${input}”：${tell(reason)}`,
};

// By the number of channels.
const CHANNELS: Readonly<Record<number, string>> = { 1: "gray", 3: "RGB", 4: "RGBA" };

function advisePreprocess(
  { gives, takes }: Pick<ReasonValues<"preprocess-misfit">, "gives" | "takes">,
): readonly string[] {
  const sameSize = gives.width === takes.width && gives.height === takes.height;
  return [
    ...sameSize ? [] : ['不缩放也不裁剪的 "preprocess"（例如 "unit"）给出该尺寸'],
    ...gives.channels === takes.channels ? [] : [adviseChannels(takes.channels)],
  ];
}

function adviseChannels(channels: number): string {
  const name = CHANNELS[channels];
  return name === undefined
    ? `"preprocess" 的 "channels" 都不能给出 ${channels} 个通道`
    : `"preprocess" 中的 "channels": "${name}" 给出 ${channels} 个通道`;
}

function describeLevels(least: number, most: number): string {
  if (most === 1) return "仅 0 和 1";
  return most < 2 ** 15 ? ` ${least} 至 ${most} 的整数` : "仅整数";
}

function adviseLevels(least: number, most: number): string {
  if (most === 1) return '对于尺寸与模型相同的黑白图片，预设 "unit" 给出这些值';
  if (least === -128) return '"preprocess" 中的 "rescale": 1 和 "mean": 128 给出 -128 至 127';
  if (most < 255) return "没有照片的级别如此之少";
  return '预设 "raw" 给出 0 至 255';
}

const EXPECTED: Readonly<Record<ReasonValues<"json-mistake">["expected"], string>> = {
  value: '双引号括起的键和文本、数、"true"、"false" 或 "null"',
  number: "数",
  key: "双引号括起的键",
  "any-value": "值",
  colon: "键之后的 `:`",
  comma: "`,`",
  brace: "`}`",
  bracket: "`]`",
  end: "配置的结尾",
  "no-comment": "没有注释",
  "comment-end": "结束注释的 `*/`",
  quote: "结束文本的双引号",
  digit: "数字",
  unicode: "`\\u` 之后的四位十六进制数字",
  escape: '反斜杠之后的 `" \\ / b f n r t u` 之一',
  control: "以 `\\n` 或 `\\t` 之类的转义代替控制字符",
  json: "JSON",
};

function tellPlace(
  { source, line, column }: Pick<ReasonValues<"json-mistake">, "source" | "line" | "column">,
): string {
  return `无法解析配置${source === null ? "" : ` “${source}”`}：第 ${line} 行第 ${column} 列`;
}

const ADVICE = "请在配置中以对象写出预处理";

/** Why a file of preprocessing is not taken, in Chinese. */
export const RECIPE_REASONS_ZH: Telling<keyof typeof RECIPE_REASONS> = {
  "json-mistake": ({ found, expected, ...place }) =>
    `${tellPlace(place)}为${found === null ? "文本的结尾" : ` \`${found}\``}，应为${
      EXPECTED[expected]
    }`,
  "json-repetition": ({ key, ...place }) =>
    `${tellPlace(place)}再次出现键 \`${key}\`，每个键只应出现一次`,
  "recipe-unread": ({ file, reason }, tell) => `无法读取预处理配置 “${file}”：${tell(reason)}`,
  "recipe-no-object": () => "它不是对象",
  "recipe-kind": ({ kind }) => `无法照办种类 \`${kind}\`；${ADVICE}`,
  "recipe-field-missing": ({ field }) => `缺少字段 “${field}”，而该种类没有默认值；${ADVICE}`,
  "recipe-field": ({ field, value }) => `无法照办字段 “${field}” (\`${value}\`)；${ADVICE}`,
  "recipe-number": ({ field, value }) => `字段 “${field}” (\`${value}\`) 不是大于 0 的数`,
  "recipe-triple": ({ field, value }) => `字段 “${field}” (\`${value}\`) 不是 3 个数的列表`,
  "recipe-size": ({ size }) =>
    `字段 “size” (${size}) 可以是正方形，也可以是最短边；请写 ` +
    '{"shortest_edge": …} 或 {"height": …, "width": …}',
};

const GUESSES: Readonly<Record<Guess, string>> = {
  caffe: "来自 Caffe 的模型大多如此",
  cntk: "来自 CNTK 的模型大多如此",
  tensorflow: "来自 TensorFlow 的模型大多如此",
  gray: "接收灰度照片的模型大多如此",
  small: "接收这样小的照片的模型大多如此",
  detector: "这种形式的检测模型大多如此",
  painter: "输出照片的模型大多如此",
  colour: "接收彩色照片的模型大多如此",
};

/** By what a preprocessing was found that nobody named, and what was passed over, in Chinese. */
export const RECIPE_ORIGINS_ZH: Telling<keyof typeof RECIPE_ORIGINS> = {
  "recipe-of-file": ({ file }) => `依据模型旁的 “${file}”`,
  "recipe-of-metadata": ({ maker, keys }) => {
    const list = keys.map((key) => `“${key}”`).join("、");
    return `依据模型的元数据：${maker === null ? "" : `“${maker}” 的 `}${list}`;
  },
  "recipe-of-steps": ({ operators }) =>
    `因为模型自身以 ${operators.map((op) => `“${op}”`).join("、")} 开头`,
  "recipe-of-type": ({ type }) => `因为输入接收 “${type}”`,
  "recipe-of-quantizer": ({ least, most }) => `因为输入的量化范围为 ${least} 至 ${most}`,
  "recipe-of-norm": ({ mean, deviation }) =>
    `因为第一个 BatchNormalization 训练时的输入均值为 ${mean}，标准差为 ${deviation}`,
  "recipe-guessed": ({ guess }) => `此为猜测：${GUESSES[guess]}`,
  "recipe-passed-over": ({ file, reason }, tell) => `未采用模型旁的 “${file}”：${tell(reason)}`,
  "metadata-passed-over": ({ key, found }) =>
    `未采用模型的元数据 “${key}”：${found} 不是各通道的数`,
  "recipe-size-misfit": ({ told, taken }) =>
    `未采用其中的尺寸 ${told.width} x ${told.height}：输入接收 ${taken.width} x ${taken.height}`,
  "recipe-values-misfit": () => "未采用其中的取值：输入接收整数",
  "recipe-size-open": ({ width, height }) => `任何尺寸均可，取 ${width} x ${height}`,
  "recipe-changed": ({ keys }) => `配置另行指定 ${keys.map((key) => `“${key}”`).join("、")}`,
};
