import type { Telling } from "../../reason/reason.ts";
import type {
  DATASET_REASONS,
  TALLIED_REASONS,
  TALLY_REASONS,
} from "../../reason/tally_reasons.ts";

// How many parts a message names before it counts the rest.
const NAMED = 12;

function nameParts(parts: readonly number[], of: number): string {
  const named = parts.slice(0, NAMED).join("、");
  const rest = parts.length > NAMED ? ` 等 ${parts.length} 部分` : "";
  return `第 ${named}${rest} 部分（共 ${of} 部分）`;
}

/** Why tallies are not read, or not put together, in Chinese. */
export const TALLY_REASONS_ZH: Telling<keyof typeof TALLY_REASONS> = {
  "tally-cut-off": ({ file }) => `无法读取统计文件 “${file}”：它不完整；请重新测量这一部分`,
  "tally-changed": ({ file }) => `无法读取统计文件 “${file}”：它写成后被改动；请重新测量这一部分`,
  "tally-other": ({ file }) =>
    `无法读取统计文件 “${file}”：它不是统计文件；“convatlas measure” 会写出这种文件`,
  "tally-version": ({ file, version, read }) =>
    `无法读取统计文件 “${file}”：其格式为第 ${version} 版，可读取的是第 ${read} 版`,
  "tally-unfit": ({ file, text }) => `无法读取统计文件 “${file}”：“${text}”`,
  "tally-foreign": ({ file, other, differs }) => `无法合并 “${file}” 与 “${other}”：“${differs}”`,
  "tally-doubled": ({ file, other, parts, of }) =>
    `无法合并 “${file}” 与 “${other}”：两者都含${nameParts(parts, of)}`,
  "tally-missing": ({ parts, of }) => `无法合并：缺少${nameParts(parts, of)}`,
};

/** Why a report does not tell of a dataset, or of less of it than it might, in Chinese. */
export const TALLIED_REASONS_ZH: Telling<keyof typeof TALLIED_REASONS> = {
  "tally-part": ({ file, parts, of }) =>
    `无法采用统计文件 “${file}”：它只含${
      nameParts(parts, of)
    }；请先用 “convatlas merge” 合并所有部分`,
  "tally-without-model": ({ file }) =>
    `没有数据集的数据：统计文件 “${file}” 中没有这个模型；请用 “convatlas measure” 测量，或不指定统计文件，由报告自行测量`,
  "tally-of-other-file": ({ file }) =>
    `没有数据集的数据：统计文件 “${file}” 属于同名的另一个文件；请测量这一个`,
  "tally-of-other-photos": ({ file }) =>
    `没有数据集的数据：统计文件 “${file}” 中的照片以另一种方式预处理，或其他输入不同；请用这份配置测量`,
  "tally-without-layers": ({ file, layers }) =>
    `没有数据集的数据：统计文件 “${file}” 中没有这 ${layers.length} 个层；请用报告的层测量`,
  "tally-columns": ({ text }) =>
    `没有数据集的数据：统计文件中的列与应有的不同（“${text}”）；请重新测量`,
  "dataset-unread": ({ photos, first }) =>
    `数据集的 ${photos} 张照片都无法测量；第一张的原因是：“${first}”`,
};

/** Why photos of a dataset are not found, or not measured, in Chinese. */
export const DATASET_REASONS_ZH: Telling<keyof typeof DATASET_REASONS> = {
  "tar-none": ({ file }) => `无法读取归档 “${file}”：开头不是 tar 文件；不读取压缩的归档`,
  "tar-broken": ({ file, at }) => `无法读取归档 “${file}”：第 ${at} 字节处不是文件头`,
  "tar-ends": ({ file, at }) => `无法读取归档 “${file}”：它在始于第 ${at} 字节的文件中提前结束`,
  "dataset-none": () => "无法测量：配置没有指定数据集",
  "dataset-empty": () => "无法测量数据集：其中没有照片",
  "photo-lost": ({ file, reason }, tell) =>
    `无法再读取照片 “${file}”：${tell(reason)}；没有写出任何文件，请在照片齐全后重新运行`,
  "photo-changed": ({ file, bytes, listed }) =>
    `无法测量照片 “${file}”：列出照片时为 ${listed} 字节，现在为 ${bytes} 字节；没有写出任何文件，` +
    "请在照片不再改动后重新运行",
};
