import { CHINESE } from "./chinese.ts";
import { ENGLISH } from "./english.ts";
import type { Translated } from "../plan/language.ts";
import type { Words } from "./words.ts";

/** The words of every language. */
export const WORDS: Translated<Words> = { en: ENGLISH, "zh-CN": CHINESE };
