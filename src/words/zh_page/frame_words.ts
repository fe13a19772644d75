import type { FrameWords } from "../en_page/frame_words.ts";

/** The words around every page, in Chinese. */
export const FRAME_ZH: FrameWords = {
  skip: "跳到正文",
  layers: "层",
  language: "语言",
  foot: (generator) => `${generator}。可直接从文件夹打开，不发出任何网络请求。`,
  position: (at, of) => `第 ${at} 层，共 ${of} 层`,
  previousLayer: (name) => `上一层：${name}`,
  nextLayer: (name) => `下一层：${name}`,
};
