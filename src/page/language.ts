import { WORDS, type Words } from "../words/words.ts";
import { formatAddress, parseAddress } from "./address.ts";
import { findAll } from "./dom.ts";
import { keepLanguage, pageLanguage } from "./translation.ts";

/** The words of the page's own language. */
export function findWords(): Words {
  return WORDS[pageLanguage()];
}

/** Remembers the language that the reader chooses, and keeps the state of the page in its links. */
export function followLanguages(signal: AbortSignal): void {
  for (const link of findAll<HTMLAnchorElement>(".languages a")) {
    link.addEventListener("click", () => {
      keepLanguage(link.lang);
      const { rest } = parseAddress(location.hash);
      const { page } = parseAddress(link.hash);
      if (page !== null) link.setAttribute("href", formatAddress({ page, rest }));
      else if (rest !== "") link.hash = rest;
    }, { signal });
  }
}
