import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll, findPart } from "../shell/dom.ts";
import type { Page } from "../shell/page.ts";
import { openStoredText, STORAGE_KEYS, type StoredText } from "../shell/stored_text.ts";

/**
 * The ticks of what was seen of a model's oddities: they are kept in the browser by the hash of its
 * file, and so survive a rebuild.
 */
export const SEEN_ODDITIES: Page = {
  start(signal): void {
    for (const list of findAll(HOOKS.oddities)) {
      const place = STORAGE_KEYS.seenOf(list.dataset.oddities!);
      const stored = openStoredText(place);
      const cards = findAll(HOOKS.oddity, list);
      const show = (): void => cards.forEach((card) => showCard(card, readSeen(stored)));
      for (const card of cards) openTick(card, stored, show);
      addEventListener("storage", ({ key }) => key === place.name && show(), { signal });
      show();
    }
  },
};

function openTick(card: HTMLElement, stored: StoredText, show: () => void): void {
  const tick = findPart<HTMLInputElement>(HOOKS.seen, card);
  find("label", card)!.hidden = false;
  tick.addEventListener("change", () => {
    const seen = new Set(readSeen(stored));
    if (tick.checked) seen.add(idOf(card));
    else seen.delete(idOf(card));
    stored.write(seen.size === 0 ? null : JSON.stringify([...seen].sort()));
    show();
  });
}

function showCard(card: HTMLElement, seen: ReadonlySet<string>): void {
  const isSeen = seen.has(idOf(card));
  card.classList.toggle("is-seen", isSeen);
  findPart<HTMLInputElement>(HOOKS.seen, card).checked = isSeen;
}

function idOf(card: HTMLElement): string {
  return card.dataset.oddity!;
}

// What another program wrote there is no list of ids.
function readSeen(stored: StoredText): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(stored.read() ?? "[]");
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}
