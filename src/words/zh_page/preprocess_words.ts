import type { PreprocessSection } from "../en_page/preprocess_words.ts";

/** The words of how a photo becomes input, in Chinese. */
export const PREPROCESS_ZH: PreprocessSection = {
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
  margins: (level) => `边缘像素值 ${level}`,
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
  found: (origin) => `自动判定：${origin}`,
  sayOtherwise: "可用配置中的“preprocess”或 --preprocess 另行指定",
};
