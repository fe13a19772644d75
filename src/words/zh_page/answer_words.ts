import type { AnswerWords } from "../en_page/answer_words.ts";

/** The words of a classifier's answers, in Chinese. */
export const ANSWER_ZH: AnswerWords = {
  heading: "网络的回答",
  unnamed: (index) => `类别 ${index}`,
  shared: (name, share) => `${name} ${share}`,
  lead: "网络的回答",
  shares: {
    model: null,
    chances: "各类别的概率相互独立",
    softmax: "网络本身没有 softmax，此处代为计算",
  },
};
