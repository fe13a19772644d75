import { type Language, LANGUAGES } from "../../plan/language.ts";
import { keep, recall } from "./store.ts";

const KEY = "convatlas.language";

/** The language of the page. */
export function pageLanguage(): Language {
  return LANGUAGES.find((language) => language === document.documentElement.lang) ?? LANGUAGES[0];
}

/** Finds the reader's language among those of the report: the one chosen before, else the browser's. */
export function findLanguage(): Language | undefined {
  const wanted = recall(KEY) ?? navigator.language;
  return LANGUAGES.find((each) => each.split("-")[0] === wanted.split("-")[0]);
}

/** Remembers the language that the reader chooses by its link. */
export function followChoice(): void {
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>(".languages a") : null;
    if (link) keep(KEY, link.lang);
  });
}

/**
 * Finds the page in the reader's language. An address that names a language is taken at its word;
 * only the default gives way. Null where the page is right as it is.
 */
export function findTranslation(): HTMLLinkElement | null {
  if (pageLanguage() !== LANGUAGES[0]) return null;
  const language = findLanguage();
  if (language === undefined || language === pageLanguage()) return null;
  return document.querySelector<HTMLLinkElement>(`link[hreflang="${language}"]`);
}
