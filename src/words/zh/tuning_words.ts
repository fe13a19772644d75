import type { TuningWords } from "../en/tuning_words.ts";
import type { MeasureSection } from "../measure_section.ts";

/** The words of what gratings tell of kernels, in Chinese. */
export const TUNING_MEASURES_ZH: MeasureSection["tuning"] = {
  orientation: { name: "偏好方向", unit: "度" },
  orientationBandwidth: { name: "方向宽度", unit: "度" },
  orientationSelectivity: { name: "方向选择性", unit: null },
  frequency: { name: "偏好频率", unit: "周期 / 像素" },
  frequencyBandwidth: { name: "频率宽度", unit: "倍频程" },
  frequencySelectivity: { name: "频率选择性", unit: null },
  hue: { name: "偏好色相", unit: "度" },
  hueSelectivity: { name: "色相选择性", unit: null },
  response: { name: "对光栅的响应", unit: null },
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
