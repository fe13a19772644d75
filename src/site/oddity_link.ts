import { namePage } from "../plan/language.ts";
import type { OddityKind } from "../config/oddity_kind.ts";
import type { Oddity } from "../report/oddity.ts";
import type { SiteWords } from "../words/words.ts";
import { encodePath, formatParams, type LayerAddress } from "./address.ts";
import { formatRanges } from "./number_ranges.ts";

/** Where a page that links to the evidence of an oddity stands. */
export interface EvidencePlace {
  readonly words: Pick<SiteWords, "language">;
  /** The way from the page to the model's folder, empty or ending in `/`. */
  readonly base: string;
}

// How the page of a layer shows all that are so: by what is searched, or in which order; else by
// their numbers.
const SHOWN: Readonly<Partial<Record<OddityKind, Pick<LayerAddress, "q" | "sort">>>> = {
  "not-finite": { q: "is:nonfinite" },
  "never-on": { q: "is:never-on" },
  "zero-kernel": { q: "is:zero" },
  constant: { q: "is:constant" },
  "one-blur": { q: "is:alike" },
  "one-filter": { q: "is:alike" },
  border: { q: "is:border" },
  "always-on": { q: "fires:always" },
  "still-photo": { sort: "keepsPicture" },
  "needs-colour": { sort: "colourDependence" },
  "colour-lost": { sort: "colourDependence" },
};

/** Writes the way to the pair that shows an oddity most, among those that show it. */
export function linkEvidence(
  { kind, layer, kernel, other, image, kernels }: Oddity,
  { words, base }: EvidencePlace,
): string {
  const twins = other === null ? kernels : [...kernels, other];
  const shown = SHOWN[kind] ?? { q: `k:${formatRanges(twins)}` };
  const address = { k: kernel, ...image === null ? {} : { image }, ...shown };
  return `${base}${encodePath(layer)}/${namePage(words.language)}#${formatParams(address)}`;
}
