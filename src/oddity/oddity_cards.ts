import type { Oddity } from "../report/oddity.ts";

/** An oddity that is told by itself, and others of its kind that it stands for. */
export interface OddityCard {
  readonly oddity: Oddity;
  /** The most surprising first. */
  readonly also: readonly Oddity[];
}

/** How many cards a network has. */
const MOST_CARDS = 12;
/** How many of a kind; the last of them stands for the rest. */
const MOST_OF_KIND = 2;

/** Chooses what is told by itself, the most surprising first: of each kind a few, and few in all. */
export function chooseCards(oddities: readonly Oddity[]): readonly OddityCard[] {
  const kinds = Map.groupBy(oddities, ({ code }) => code);
  const cards = oddities.flatMap((oddity): OddityCard[] => {
    const own = kinds.get(oddity.code)!;
    const place = own.indexOf(oddity);
    if (place >= MOST_OF_KIND) return [];
    return [{ oddity, also: place === MOST_OF_KIND - 1 ? own.slice(MOST_OF_KIND) : [] }];
  });
  return cards.slice(0, MOST_CARDS);
}
