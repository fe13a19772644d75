import type { Telling } from "../../reason/reason.ts";
import { countMillions, type TUNING_REASONS } from "../../reason/tuning_reasons.ts";

/** Why it is not known what kernels are tuned to, in Chinese. */
export const TUNING_REASONS_ZH: Telling<keyof typeof TUNING_REASONS> = {
  "tuning-not-asked-for": () => "本报告未使用光栅",
  "tuning-misfit": ({ gives, takes }) =>
    `光栅与照片一样有 ${gives} 个通道，而该输入接收 ${takes} 个`,
  "tuning-too-dear": ({ work, most }) =>
    `一幅光栅需要 ${countMillions(work)} 百万次乘法，每幅最多用 ${countMillions(most)} 百万次，` +
    "而模型不接收更小的光栅",
  "tuning-no-plane": () => "其特征图不是由高和宽构成的平面",
  "tuning-fails": ({ reason }, tell) => `模型无法在光栅上运行：${tell(reason)}`,
};
