import type { Translated } from "./language.ts";

const en = {
  crop: (size: string) => `centre crop ${size}`,
  greyChannel: "one grey channel",
  channels: (order: string) => `channels in the order ${order}`,
  sizeKept: "size of the photo kept",
  toInput: (interpolation: string) =>
    `to the size of the network's input by the shortest side and a centre crop, ${interpolation}`,
  shortestSide: (side: string, interpolation: string) =>
    `shortest side to ${side} pixels, ${interpolation}`,
  longestSide: (side: string) => `longest side at most ${side}`,
  resized: "resized",
  resizedTo: (size: string) => `resized to ${size}`,
  fits: {
    contain: "the whole photo with margins",
    cover: "filled, the rest cut off",
    fill: "stretched",
  },
  interpolations: {
    bilinear: "bilinear",
    bicubic: "bicubic",
    lanczos3: "lanczos3",
    nearest: "nearest",
  },
  profilesConverted: "colour profiles converted to sRGB",
  /** What was done with the colour profile that a photo carries. */
  profiles: {
    ignore: (name: string) => `carries “${name}”; levels as stored`,
    convert: (name: string) => `carries “${name}”; converted to sRGB`,
  },
  arrays: "none, as arrays are fed as they are",
  array: (size: string) => `an array of ${size}, fed as it is`,
  formula: (value: string) => `value = ${value}`,
  level: "level",
};

/** The words of how a photo becomes input. */
export type PreprocessSection = typeof en;

const zh: PreprocessSection = {
  crop: (size) => `中心裁剪 ${size}`,
  greyChannel: "单个灰度通道",
  channels: (order) => `通道顺序 ${order}`,
  sizeKept: "保持照片尺寸",
  toInput: (interpolation) => `按短边缩放并中心裁剪到网络的输入尺寸，${interpolation}`,
  shortestSide: (side, interpolation) => `短边缩放到 ${side} 像素，${interpolation}`,
  longestSide: (side) => `长边不超过 ${side} 像素`,
  resized: "缩放",
  resizedTo: (size) => `缩放到 ${size}`,
  fits: { contain: "完整照片，四周留边", cover: "铺满，裁去其余部分", fill: "拉伸" },
  interpolations: {
    bilinear: "双线性插值",
    bicubic: "双三次插值",
    lanczos3: "Lanczos3 插值",
    nearest: "最近邻插值",
  },
  profilesConverted: "色彩配置文件转换为 sRGB",
  profiles: {
    ignore: (name) => `带有色彩配置文件“${name}”；使用存储的像素值`,
    convert: (name) => `带有色彩配置文件“${name}”；已转换为 sRGB`,
  },
  arrays: "无，数组原样输入",
  array: (size) => `${size} 的数组，原样输入`,
  formula: (value) => `输入值 = ${value}`,
  level: "像素值",
};

/** The words of how a photo becomes input, in every language. */
export const PREPROCESS_WORDS: Translated<PreprocessSection> = { en, "zh-CN": zh };
