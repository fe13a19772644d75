import { HEAD_HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import { formatAddress, parseAddress } from "./address.ts";
import { findAll } from "./dom.ts";
import { pageLanguage } from "./translation.ts";

/** Chooses the words of the page's own language among those that the script has. */
export function chooseWords<Said extends Words>(translations: readonly Said[]): Said {
  const language = pageLanguage();
  return translations.find((words) => words.language === language) ?? translations[0]!;
}

/** Keeps the state of the page in the links to its translations. */
export function followLanguages(signal: AbortSignal): void {
  for (const link of findAll<HTMLAnchorElement>(HEAD_HOOKS.languageLinks)) {
    link.addEventListener("click", () => {
      const { rest } = parseAddress(location.hash);
      const { page } = parseAddress(link.hash);
      if (page !== null) link.setAttribute("href", formatAddress({ page, rest }));
      else if (rest !== "") link.hash = rest;
    }, { signal });
  }
}
