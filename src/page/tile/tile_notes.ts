/** What stands at the tiles of a pair, beside its pictures. */
export interface TileNotes {
  /** The value that pairs are sorted by; null for none. */
  readonly value: (k: number) => TileValue | null;
  /** The verdict of a review; null for none. */
  readonly verdict: (k: number) => string | null;
}

/** A value in words, and how far it is from the least to the largest; null where that says nothing. */
export interface TileValue {
  readonly text: string;
  readonly share: number | null;
}

/** The notes of tiles of which nothing is to be said. */
export const NO_NOTES: TileNotes = { value: () => null, verdict: () => null };

/** Writes what stands at the tiles of pair k, for the style to show. */
export function writeNotes(item: HTMLElement, k: number, { value, verdict }: TileNotes): void {
  const { dataset, style } = item;
  const said = value(k);
  set(dataset, "said", said?.text ?? null);
  set(dataset, "verdict", verdict(k));
  const share = said?.share ?? null;
  const part = share === null ? "" : share.toFixed(3);
  if (style.getPropertyValue("--part") !== part) style.setProperty("--part", part);
}

// Each item is styled anew when one of these changes, so none is set that is so already.
function set(data: DOMStringMap, name: "said" | "verdict", value: string | null): void {
  if ((data[name] ?? null) === value) return;
  if (value === null) delete data[name];
  else data[name] = value;
}
