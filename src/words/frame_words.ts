import type { Translated } from "./language.ts";

const en = {
  skip: "Skip to the content",
  layers: "Layers",
  language: "Language",
  foot: (generator: string) => `${generator}. Opens from a disk and asks nothing of the network.`,
  position: (at: string, of: string) => `${at} of ${of}`,
  previousLayer: (name: string) => `Previous layer: ${name}`,
  nextLayer: (name: string) => `Next layer: ${name}`,
};

/** The words around every page. */
export type FrameWords = typeof en;

const zh: FrameWords = {
  skip: "跳到正文",
  layers: "层",
  language: "语言",
  foot: (generator) => `${generator}。可直接从文件夹打开，不发出任何网络请求。`,
  position: (at, of) => `第 ${at} 层，共 ${of} 层`,
  previousLayer: (name) => `上一层：${name}`,
  nextLayer: (name) => `下一层：${name}`,
};

/** The words around every page, in every language. */
export const FRAME_WORDS: Translated<FrameWords> = { en, "zh-CN": zh };
