import type { TuningWords } from "../en/tuning_words.ts";
import type { MeasureSection } from "../measure_section.ts";

/** The words of what gratings tell of kernels, in Chinese. */
export const TUNING_MEASURES_ZH: MeasureSection["tuning"] = {
  orientation: {
    name: "偏好方向",
    unit: "度",
    meaning: "响应最强的条纹的走向，逆时针计：0° 如 –，90° 如 |；选择性低于 0.1 时视为没有偏好。",
  },
  orientationBandwidth: {
    name: "方向宽度",
    unit: "度",
    meaning: "响应降至一半的两个方向之间的夹角。",
  },
  orientationSelectivity: {
    name: "方向选择性",
    unit: null,
    meaning: "某一方向领先于其他方向的程度：1 − 各响应的环形方差。",
  },
  frequency: {
    name: "偏好频率",
    unit: "周期 / 像素",
    meaning: "响应最强的条纹的频率；0.035 与 0.34 是所试频率的两端。",
  },
  frequencyBandwidth: {
    name: "频率宽度",
    unit: "倍频程",
    meaning: "响应降至一半的两个频率之间的距离。",
  },
  frequencySelectivity: {
    name: "频率选择性",
    unit: null,
    meaning: "某一频率领先于其他频率的程度：各频率响应相同为 0，只对一个响应为 1。",
  },
  hue: {
    name: "偏好色相",
    unit: "度",
    meaning: "红、绿、蓝之和相同时响应最强的色相：0° 红，60° 黄，120° 绿；" +
      "对一色相及其相反色相都响应时，取低于 180° 者。",
  },
  hueSelectivity: {
    name: "色相选择性",
    unit: null,
    meaning: "某一色相，或一色相及其相反色相，领先于其他色相的程度。",
  },
  response: {
    name: "对光栅的响应",
    unit: null,
    meaning: "特征图在光栅或色相上的最大值，减去在纯灰上的最大值，取激活之后。",
  },
};

/** The words of the plots of a tuning, in Chinese. */
export const TUNING_ZH: TuningWords = {
  heading: "它对什么响应，由光栅测得",
  orientation: "方向",
  frequency: "频率",
  hue: "色相",
  stripes: (angle, width) => width === null ? `${angle} 的条纹` : `${angle} 的条纹，宽 ${width}`,
  noOrientation: "没有领先的方向",
  cycles: (frequency, octaves) =>
    octaves === null
      ? `${frequency} 周期 / 像素`
      : `${frequency} 周期 / 像素，宽 ${octaves} 倍频程`,
  noFrequency: "没有领先的频率",
  hues: ["红", "黄", "绿", "青", "蓝", "品红"],
  one: (hue, angle) => `${hue}，${angle}`,
  two: (hue, opposite) => `${hue}与${opposite}`,
  noHue: "没有领先的色相",
  none: "它对任何光栅的响应都不强于对纯灰的响应。",
  curve: (name, caption, values) => `${name}：${caption}。${values}。`,
  value: (at, share) => `${at}：${share}`,
  response: (strongest) => `最强响应：比对纯灰高 ${strongest}。`,
  padded: "其单元也读取填充。",
  pictures: (count, size) => `共运行 ${count} 幅 ${size} 像素的图像。`,
};
