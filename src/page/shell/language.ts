import { WORDS, type Words } from "../../words/words.ts";
import { formatAddress, parseAddress } from "./address.ts";
import { findAll } from "./dom.ts";
import { pageLanguage } from "./translation.ts";

/** The words of the page's own language. */
export function findWords(): Words {
  return WORDS[pageLanguage()];
}

/** Keeps the state of the page in the links to its translations. */
export function followLanguages(signal: AbortSignal): void {
  for (const link of findAll<HTMLAnchorElement>(".languages a")) {
    link.addEventListener("click", () => {
      const { rest } = parseAddress(location.hash);
      const { page } = parseAddress(link.hash);
      if (page !== null) link.setAttribute("href", formatAddress({ page, rest }));
      else if (rest !== "") link.hash = rest;
    }, { signal });
  }
}
