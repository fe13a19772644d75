import { FRAME_WORDS, type FrameWords } from "./frame_words.ts";
import { type Language, LANGUAGES, type Translated } from "./language.ts";

/** Everything that pages say in one language, by the part of the page that says it. */
export interface Words {
  readonly language: Language;
  readonly frame: FrameWords;
}

/** The words of every language. */
export const WORDS: Translated<Words> = Object.fromEntries(
  LANGUAGES.map((language) => [language, { language, frame: FRAME_WORDS[language] }]),
) as Translated<Words>;
