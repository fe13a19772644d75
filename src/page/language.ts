import { type Language, LANGUAGES } from "../words/language.ts";
import { WORDS, type Words } from "../words/words.ts";
import { formatAddress, parseAddress } from "./address.ts";
import { findAll } from "./dom.ts";
import { keep, recall } from "./store.ts";

const KEY = "convatlas.language";

/** The words of the page's own language. */
export function findWords(): Words {
  return WORDS[pageLanguage()];
}

function pageLanguage(): Language {
  return LANGUAGES.find((language) => language === document.documentElement.lang) ?? LANGUAGES[0];
}

/**
 * Finds the page in the reader's language: the one chosen before, else the browser's. An address
 * that names a language is taken at its word; only the default gives way. Null where the page is
 * right as it is.
 */
export function findTranslation(): HTMLLinkElement | null {
  if (pageLanguage() !== LANGUAGES[0]) return null;
  const language = findLanguage();
  if (language === undefined || language === pageLanguage()) return null;
  return document.querySelector<HTMLLinkElement>(`link[hreflang="${language}"]`);
}

/** Finds the reader's language among those of the report: the one chosen before, else the browser's. */
export function findLanguage(): Language | undefined {
  const wanted = recall(KEY) ?? navigator.language;
  return LANGUAGES.find((each) => each.split("-")[0] === wanted.split("-")[0]);
}

/** Remembers the language that the reader chooses, and keeps the state of the page in its links. */
export function followLanguages(signal: AbortSignal): void {
  for (const link of findAll<HTMLAnchorElement>(".languages a")) {
    link.addEventListener("click", () => {
      keep(KEY, link.lang);
      const { rest } = parseAddress(location.hash);
      const { page } = parseAddress(link.hash);
      if (page !== null) link.setAttribute("href", formatAddress({ page, rest }));
      else if (rest !== "") link.hash = rest;
    }, { signal });
  }
}
