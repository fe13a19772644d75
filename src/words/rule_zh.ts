import type { KernelMeasure, Rule } from "../analysis/rule.ts";
import {
  type ClearReading,
  type Found,
  readRule,
  type Rest,
  type Rival,
} from "../analysis/rule_reading.ts";
import { tellP } from "../analysis/p_value.ts";
import { formatCorrelation } from "../analysis/rule_sentence.ts";
import { MEASURE_WORDS } from "./measure_words.ts";

/** Says in a Chinese sentence what `describeRule` says in an English one. */
export function tellRuleInChinese(rule: Rule): string {
  const reading = readRule(rule);
  switch (reading.kind) {
    case "none":
      return `没有卷积核度量可与${PICTURE_KEPT}相比较。`;
    case "few":
      return `卷积核太少，无法判断什么与${PICTURE_KEPT}相关：` +
        `只有 ${countKernels(reading.lead.n, rule.n)}。`;
    case "unclear":
      return `在 ${countKernels(reading.lead.n, rule.n)}中，没有卷积核度量与${PICTURE_KEPT}` +
        `明显相关；最接近的是${nameMeasure(reading.lead.kernel)}${tellNumbers(reading.lead)}。`;
    case "clear":
      return tellClear(reading, rule.n);
  }
}

const PICTURE_KEPT = "特征图保留画面的多少";

function nameMeasure(kernel: KernelMeasure): string {
  return MEASURE_WORDS["zh-CN"].kernels[kernel].name;
}

function tellNumbers({ value, p }: Found): string {
  return `（Spearman ${formatCorrelation(value)}，${tellP(p)}）`;
}

function tellClear({ lead, control, peer, rival }: ClearReading, all: number): string {
  const found = `在 ${countKernels(lead.n, all)}中，${PICTURE_KEPT}` +
    `与${nameMeasure(lead.kernel)}${tellWay(lead)}${tellNumbers(lead)}`;
  const rest = control ? `，${tellRest(control)}` : "";
  return `${found}${rest}${tellPeer(peer)}${tellRival(rival, lead)}。`;
}

function tellWay({ value }: Found): string {
  return value < 0 ? "负相关" : "正相关";
}

function tellPeer(peer: Found | null): string {
  if (peer === null) return "";
  const value = formatCorrelation(peer.value);
  return `，与${nameMeasure(peer.kernel)}同样紧密地${tellWay(peer)}（${value}）`;
}

function tellRival(rival: Rival | null, lead: Found): string {
  if (rival === null) return "";
  const [name, value] = [nameMeasure(rival.kernel), formatCorrelation(rival.value)];
  if (!rival.clear) return `；与${name}没有明显相关（${value}）`;
  const too = rival.value * lead.value > 0 ? "也" : "";
  const rest = rival.rest ? `，${tellRest(rival.rest)}` : "";
  return `；与${name}${too}${tellWay(rival)}（${value}）${rest}`;
}

const RESTS: Readonly<Record<Rest["kind"], readonly [string, string]>> = {
  gone: ["但", "后不再相关"],
  hardly: ["但", "后几乎不再相关"],
  unclear: ["但", "后不再明显"],
  turned: ["但", "后方向相反"],
  "as much": ["", "后依然如此"],
  less: ["但", "后有所减弱"],
};

function tellRest({ kind, held, value }: Rest): string {
  const [before, after] = RESTS[kind];
  return `${before}固定${nameMeasure(held)}${after}（${formatCorrelation(value)}）`;
}

function countKernels(n: number, all: number): string {
  return n === all ? `${n} 个卷积核` : `${all} 个卷积核的 ${n} 个`;
}
