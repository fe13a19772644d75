/** The words of a classifier's answers, in English. */
export const ANSWER_EN = {
  heading: "What the network answers",
  /** A class without a word. */
  unnamed: (index: string) => `class ${index}`,
  /** A class and its share, in percent. */
  shared: (name: string, share: string) => `${name} ${share}`,
  /** What comes before the classes of a photo. */
  lead: "The network answers",
  shares: {
    model: null,
    chances: "a chance for each class by itself",
    softmax: "softmax applied here, as the network has none",
  } as Readonly<Record<string, string | null>>,
};

/** The words of a classifier's answers. */
export type AnswerWords = typeof ANSWER_EN;
