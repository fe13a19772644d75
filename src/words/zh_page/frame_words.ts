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
  queries: {
    lead: "各条件并列，须同时成立。",
    examples: [
      { query: "class:spot", finds: "类别名（中文或英文）含该词的卷积核" },
      { query: 'class:"colour edge"', finds: "含空格的词加引号" },
      {
        query: "when:rare",
        finds: "其他类别：when、where、wiring、acts、shows，或其在页面上的名称",
      },
      { query: "norm>0.3", finds: "表中任一度量（中文或英文名），可用 > >= < <= =" },
      { query: "!duplicate", finds: "感叹号表示排除" },
      { query: "is:zero", finds: "卷积核：zero、duplicate、opposite、alike" },
      { query: "is:never-on", finds: "特征图：never-on、constant、flat、border；两者：nonfinite" },
      { query: "family:3", finds: "深层中按家族编号" },
      { query: "label:tabby", finds: "按分类器类别的词语（若已知）" },
      { query: "k:3,5,10-20", finds: "按编号" },
      { query: "like:21>0.5", finds: "最近的卷积核是 21 者，按余弦" },
      { query: "review:suspicious", finds: "按评审结果" },
    ],
  },
};
