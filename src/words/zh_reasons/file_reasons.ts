import type { FILE_REASONS } from "../../reason/file_reasons.ts";
import type { NPY_REASONS } from "../../reason/npy_reasons.ts";
import type { PHOTO_REASONS } from "../../reason/photo_reasons.ts";
import { formatBytes } from "../../reason/byte_size.ts";
import type { Telling } from "../../reason/reason.ts";

/** Why a file cannot be read or written, in Chinese. */
export const FILE_REASONS_ZH: Telling<keyof typeof FILE_REASONS> = {
  "unopened": ({ file, reason }, tell) => `无法打开文件 “${file}”：${tell(reason)}`,
  "unread": ({ file, reason }, tell) => `无法读取文件 “${file}”：${tell(reason)}`,
  "unwritten": ({ file, reason }, tell) => `无法写入 “${file}”：${tell(reason)}`,
  "not-set-aside": ({ reason }, tell) => `无法暂存测量值：${tell(reason)}`,
  "changed-while-read": ({ file }) => `无法读取 “${file}”：文件在读取期间被改动；请重新运行`,
  "changed-between": ({ file }) => `无法读取文件 “${file}”：它在生成报告期间被改动；请重新运行`,
  "file-ends": ({ byte }) => `无法读取文件：它在第 ${byte} 字节处结束`,
  "text-file-too-large": ({ size, most }) =>
    `大小为 ${formatBytes(size)}，超过这类文件的上限 ${formatBytes(most)}`,
  "no-such-file": () => "没有这个文件",
  "is-folder": () => "它是一个文件夹",
  "path-through-file": () => "其路径中有一段不是文件夹",
  "permission-denied": () => "没有访问权限",
  "permission-not-given": () => "未授予访问权限",
  "disk-full": () => "磁盘空间不足",
  "disk-too-small": ({ out, bytes, free }) =>
    `无法把报告写入 “${out}”：约需 ${formatBytes(bytes)}，磁盘仅剩 ${formatBytes(free)}`,
  "link-circle": () => "其链接首尾循环",
  "link-out": () => "一个链接把它引到其文件夹之外；请直接写出链接所指的文件",
  "is-device": () => "它是管道或设备，不是文件",
};

function refuse(state: string): string {
  return `无法读取 .npy 文件：${state}`;
}

// By the letter of numpy.
const ELEMENTS: Readonly<Record<string, string>> = {
  c: "复数",
  O: "Python 对象",
  S: "文本的字节",
  U: "文本",
  V: "记录",
  M: "日期",
  m: "时间间隔",
};

/** Why an array of a file is not read, in Chinese. */
export const NPY_REASONS_ZH: Telling<keyof typeof NPY_REASONS> = {
  "npy-ends": ({ byte }) => refuse(`它在第 ${byte} 字节处结束`),
  "npy-version": ({ version }) => refuse(`其格式版本为 ${version}，可读取 1 至 3`),
  "npy-head-length": ({ bytes }) => refuse(`其文件头自称有 ${bytes} 字节`),
  "npy-head-ends": ({ byte }) => refuse(`它在第 ${byte} 字节处结束，仍在文件头之内`),
  "npy-empty": () => refuse("它是空的"),
  "npy-archive": () => refuse("它是多个数组的归档 (.npz)；请用 `numpy.save` 写出其中一个"),
  "npy-other": () => refuse("其开头不是这种文件；`numpy.save` 可写出这种文件"),
  "npy-head": () => refuse("其文件头未写明类型、次序和形状"),
  "npy-records": () => refuse("其元素是记录；请保存其中一个字段"),
  "npy-shape": ({ shape }) => refuse(`其形状为 (${shape})`),
  "npy-type": ({ kind, descr }) =>
    refuse(
      `其元素是${ELEMENTS[kind] ?? "未知的类型"} (“${descr}”)，可读取不超过 8 字节的实数或整数；` +
        '可用 NumPy 的 `.astype("float32")` 转换',
    ),
  "npy-bytes": ({ dims, descr, needed, held }) =>
    refuse(
      `其形状 [${dims.join(", ")}]、类型 “${descr}” 需要 ${needed} 字节，文件中有 ${held} 字节`,
    ),
  "npy-without-values": ({ dims }) =>
    `无法输入 .npy 文件：其形状 [${dims.join(", ")}] 中没有任何值`,
};

const UNIT_ADVICE = "0 到 1 的浮点数按级别 0 至 255 读取：请如此缩放，或以 8 位保存";

const TIFF_COLOURS: Readonly<Record<string, string>> = { grey: "灰度", palette: "调色板" };

function nameColours(colours: string | null): string {
  if (colours === null) return "未知的颜色";
  return TIFF_COLOURS[colours] ?? ` ${colours}`;
}

const TIFF_NUMBERS: Readonly<Record<string, string>> = {
  unsigned: "无符号整数",
  signed: "有符号整数",
  float: "浮点数",
  complex: "复数",
  undefined: "未知种类的数",
};

/** Why a photo is not read, in Chinese. */
export const PHOTO_REASONS_ZH: Telling<keyof typeof PHOTO_REASONS> = {
  "image-undecoded": ({ reason }, tell) => `无法解码图像：${tell(reason)}`,
  "image-empty": () => "它是空的",
  "image-format": () => "它不是 JPEG、PNG、WebP、AVIF、GIF 或 TIFF",
  "heic": () => "它是 HEIC，不予读取；请另存为 JPEG、PNG 或 AVIF",
  "tiff-content": ({ colours, bands, bits, format, opacity }) =>
    `其内容为${nameColours(colours)}，` +
    `${bands} 个波段，${bits} 位${TIFF_NUMBERS[format]}${opacity ? "，带不透明度" : ""}；` +
    "请另存为 8 或 16 位的灰度、RGB 或 CMYK，或 0 到 1 的浮点数",
  "sample-kind": ({ kind }) => `其采样的类型为 “${kind}”`,
  "too-many-pixels": ({ most }) => `它超过 ${most} 像素`,
  "not-a-number": () => `其中有非数值的浮点数；${UNIT_ADVICE}`,
  "floats-beyond": ({ least, most }) => `其中的浮点数从 ${least} 到 ${most}；${UNIT_ADVICE}`,
  "profile-of-floats": () => '无法按色彩配置转换浮点数："profile": "ignore" 按存储的值读取',
  "profile-of-grey": () => '无法按色彩配置转换 16 位灰度："profile": "ignore" 按存储的值读取',
  "resized-too-large": ({ width, height, resized, most }) =>
    `无法缩放 ${width} x ${height} 的照片：${resized.join(" x ")} 超过 ${most} 像素`,
};
