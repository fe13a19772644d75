import type { Badge } from "./badge.ts";
import type { Node } from "../wire/node.ts";

/**
 * What a file that holds a part of a model notes of a convolution, where what stood around it, and
 * told of it, is left out.
 */
export interface Noted {
  /** The tensor at the end of its chain; null where nothing belongs to it, undefined where nothing is noted. */
  readonly chain?: string | null;
  readonly badges?: readonly Badge[];
}

// The keys under which it stands in the metadata of a node.
const NOTE_KEYS = { chain: "convatlas.chain", badges: "convatlas.badges" } as const;

const BADGES: ReadonlySet<string> = new Set<Badge>([
  "batchnorm-folded",
  "weights-folded",
  "quantized",
  "derived",
  "computed",
  "shared",
  "depthwise",
  "fully-connected",
  "not-capturable",
]);

/** Reads what is noted of a convolution. */
export function readNoted({ metadata }: Node): Noted {
  const chain = metadata.get(NOTE_KEYS.chain);
  const badges = metadata.get(NOTE_KEYS.badges);
  return {
    ...chain === undefined ? {} : { chain: chain === "" ? null : chain },
    ...badges === undefined ? {} : { badges: badges.split(" ").filter(isBadge) },
  };
}

function isBadge(word: string): word is Badge {
  return BADGES.has(word);
}

/** Writes what is noted as entries of metadata. */
export function writeNoted({ chain, badges }: Noted): [key: string, value: string][] {
  return [
    ...chain === undefined ? [] : [[NOTE_KEYS.chain, chain ?? ""] as [string, string]],
    ...badges === undefined ? [] : [[NOTE_KEYS.badges, badges.join(" ")] as [string, string]],
  ];
}
