import { formatCount } from "../quantity.ts";
import type { PanelWords } from "../en/panel_words.ts";

/** The words of the panel of one pair, in Chinese. */
export const PANEL_ZH: PanelWords = {
  panel: "所选的一对",
  kernel: "卷积核",
  map: "特征图",
  pair: (k) => `第 ${k} 对`,
  labelledPair: (k, label) => `第 ${k} 对：${label}`,
  previous: "上一对",
  next: "下一对",
  enlarge: "放大",
  lecture: "全屏，用于讲课",
  copy: "复制此视图的链接",
  link: "链接",
  details: "详情",
  sure: (confidence) => `置信度 ${confidence}`,
  patch: "此处读取的像素",
  slices: "同一组权重，每个输入通道一片",
  allWeights: (weights, { marked, share }) =>
    `按输入次序排列的全部 ${weights} 个权重。标出最强的 ${marked} 个` +
    (share === null ? "" : `，占该卷积核能量的 ${share}`),
  allSlices: (slices, { framed, share, above }) =>
    (slices === "1" ? "其唯一的切片。" : `全部 ${slices} 个切片。`) +
    (framed.length === 0
      ? ""
      : `框出的是${above ? "上方所示" : ""}最强的切片：${framed.join("、")}` +
        (share === null ? "" : `，占该卷积核能量的 ${share}`)),
  channels: ["红", "绿", "蓝"],
  before: (activation) => `${activation} 之前`,
  after: (activation) => `${activation} 之后`,
  withField: "照片与其读取的区域",
  through: "透过特征图看照片",
  arrayWithField: "数组与其读取的区域",
  arrayThrough: "透过特征图看数组",
  probeMap: "特征图。方向键移动探针。",
  probePhoto: "照片。方向键移动探针。",
  cell: (place, value) => `${place} = ${value}`,
  cellAlong: (column) => `第 ${column} 格`,
  depth: (depth) => `第 ${depth} 深度`,
  cellAlone: (row, column) => `第 ${row} 行，第 ${column} 列`,
  behind: (activation, value) => `${activation} 之后为 ${value}`,
  reads: (top, bottom, left, right) =>
    `读取照片第 ${top} 至 ${bottom} 行、第 ${left} 至 ${right} 列`,
  readsArray: (top, bottom, left, right) =>
    `读取数组第 ${top} 至 ${bottom} 行、第 ${left} 至 ${right} 列`,
  probe: (facts, notes) => [`${facts.join("；")}。`, ...notes].join(""),
  strongestHint: "响应最强的一格；指向特征图或照片可移动探针。",
  strongestOnMap: "响应最强的一格；指向特征图可移动探针。",
  weight: (row, column, { channel, values }) =>
    channel === null
      ? `第 ${row} 行，第 ${column} 列：${values}`
      : `输入 ${channel}，第 ${row} 行，第 ${column} 列：${values}`,
  weightAt: (kernel, input, value) =>
    `卷积核 ${kernel}，输入 ${input}${value === null ? "" : `：${value}`}`,
  weightOf: (input, value) => `输入 ${input}：${value}`,
  readWeights: "卷积核。方向键读取其权重。",
  noValues: "此报告不含数值。",
  valuesMissing: "数值未能载入。",
  range: (low, high) => `${low} … ${high}`,
  flat: (value) => `恒为 ${value}`,
  keeps: (share) => `照片占比 ${share}`,
  measures: (others) => others === "0" ? "度量" : `度量，与其余 ${others} 个相比`,
  place: (place, all) => `第 ${place} / ${all}`,
  ordinal: formatCount,
  everyPhoto: "此卷积核在每张照片上的结果，以及特征图中照片占多少（R²）",
  everyPhotoAlone: "此卷积核在每张照片上的结果",
  everyArray: "此卷积核在每个数组上的结果",
  nearest: "最近的卷积核（余弦）",
  opposite: "最相反",
  noneNear: {
    nearest: (best) => best === null ? "没有相近者" : `没有相近者（最高 ${best}）`,
    opposite: (best) => best === null ? "没有相反者" : `没有相反者（最低 ${best}）`,
  },
  unoriented: "无主导方向",
  mix: (named, all, share) =>
    `权重最大的输入：${all} 个中的 ${named} 个` + (share === null ? "" : `，占其能量的 ${share}`),
  mixed: {
    kernels: "每个权重之下为产生该输入的卷积核。",
    maps: (photo) => `每个权重之下为它所加权的特征图（${photo}）。`,
    both: (photo) => `每个权重之下为产生该输入的卷积核，及它所加权的特征图（${photo}）。`,
  },
  circuit: (photo) => `它读取什么，以及在 ${photo} 上各占特征图多少`,
  circuitHeads: { map: "读取特征图", kernel: "产生它的卷积核", slice: "所用切片", share: "份额" },
  circuitRest: (named, all, share) => `${all} 片中的 ${named} 片，共占特征图方差的 ${share}`,
  exciting: "在所有照片中最能激发它的区域",
  excitingOfArrays: "在所有数组中最能激发它的区域",
  excitingAt: (photo, row, column, value) => `${photo}，第 ${row} 行，第 ${column} 列：${value}`,
  excitingPadded: (last, all) =>
    last === all ? "它们全部位于填充上。" : `最后 ${last} 个位于填充上。`,
  averaged: (view, from, to) => `${view}；${from} 像素，平均为 ${to}`,
  viewMissing: (view, reason) => `${view}。未绘制：${reason}`,
  flags: {
    deadKernel: "近零的卷积核：与本层其他卷积核相比",
    duplicate: (other, cosine, otherBias) =>
      `与读取相同通道的 ${other} 重复（${cosine}）${otherBias ? "；偏置不同" : ""}`,
    opposite: (other, cosine) => `与 ${other} 相反${cosine}`,
    deadMap: (behind) => `从不激活的特征图：在每张照片上经 ${behind} 之后均为零`,
    constantMap: "在每张照片上都是常数",
    onPadding: "所有照片中最强的一格位于填充上",
    nonFinite: "在某些照片上含非有限值",
    nonFiniteHere: (count) => `${count} 个值非有限`,
    nonFiniteWeights: (count) => `${count} 个权重非有限`,
  },
  pairName: (k, kind, facts) =>
    [`卷积核 ${k}`, ...(kind === null ? [] : [kind]), ...facts].join("，"),
  fact: (name, value) => `${name} ${value}`,
  member: (family, others) =>
    `家族 ${family}：它的特征图与另外 ${formatCount(others)} 个卷积核的一致。`,
  table: "全部度量",
};
