import type { BadgeWords } from "../en/badge_words.ts";

/** The badges of layers, in Chinese. */
export const BADGE_ZH: BadgeWords = {
  "batchnorm-folded": {
    name: "已折叠批归一化",
    meaning: "批归一化已折叠进这些权重：每个卷积核都经过缩放",
  },
  "weights-folded": {
    name: "权重已折叠",
    meaning: "导出程序由其他数值（例如权重归一化的参数）算出了这些权重；文件未说明由何而来",
  },
  derived: {
    name: "由常量算出",
    meaning: "模型由常量（例如权重归一化的参数）算出这些权重；卷积核按模型算出的数值显示",
  },
  computed: { name: "运行时计算", meaning: "这些权重由模型在运行时算出，文件中没有" },
  "fully-connected": {
    name: "全连接",
    meaning: "每个卷积核对照片变成的全部数值加权，其特征图只是一个数",
  },
  depthwise: { name: "逐通道", meaning: "每个卷积核只读取一个通道" },
  "not-capturable": { name: "无法截取", meaning: "它所在的位置，运行时不允许截取张量" },
  quantized: { name: "已量化", meaning: "文件存储的是整数；卷积核按其代表的数值显示" },
  shared: { name: "共享权重", meaning: "另一层由同一份存储的权重构成" },
};
