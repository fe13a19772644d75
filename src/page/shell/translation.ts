import { type Language, LANGUAGES } from "../../plan/language.ts";
import { HEAD_HOOKS } from "../../site/hook/hooks.ts";
import { openStoredText, STORAGE_KEYS } from "./stored_text.ts";

/** The language of the page. */
export function pageLanguage(): Language {
  return LANGUAGES.find((language) => language === document.documentElement.lang) ?? LANGUAGES[0];
}

/** Finds the reader's language among those of the report: the one chosen before, else the browser's. */
export function findLanguage(): Language | undefined {
  const wanted = openStoredText(STORAGE_KEYS.language).read() ?? navigator.language;
  return LANGUAGES.find((each) => each.split("-")[0] === wanted.split("-")[0]);
}

/** Remembers the language that the reader chooses by its link. */
export function followChoice(): void {
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element
      ? target.closest<HTMLElement>(HEAD_HOOKS.languageLinks)
      : null;
    if (link) openStoredText(STORAGE_KEYS.language).write(link.lang);
  });
}

/**
 * Finds the address of the page in the reader's language, from this one. An address that names a language is taken at its word;
 * only the default gives way. Null where the page is right as it is.
 */
export function findTranslation(): string | null {
  if (pageLanguage() !== LANGUAGES[0]) return null;
  const language = findLanguage();
  if (language === undefined || language === pageLanguage()) return null;
  const link = document.querySelector<HTMLElement>(HEAD_HOOKS.translation(language));
  return link?.dataset.page ?? null; // its href may lead to where the report is published
}
