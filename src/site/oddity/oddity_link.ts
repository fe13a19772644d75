import { nameComparePage, namePage } from "../../plan/language.ts";
import type { OddityKind } from "../../config/oddity_kind.ts";
import type { Oddity } from "../../report/oddity.ts";
import type { Report } from "../../report/report.ts";
import type { SiteWords } from "../../words/words.ts";
import { encodePath, formatParams, type LayerAddress } from "../address.ts";
import { linkPair } from "../compare/compared_link.ts";
import { formatRanges } from "../number_ranges.ts";
import { findOddComparison } from "./odd_comparison.ts";

/** Where an oddity was found, and where the page stands that links to its evidence. */
export interface EvidencePlace {
  readonly words: Pick<SiteWords, "language">;
  readonly report: Pick<Report, "comparisons">;
  /** The id of its model. */
  readonly model: string;
  /** The way from the page to the report's folder, empty or ending in `/`. */
  readonly root: string;
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

// Where the photos of a dataset tell it.
const SHOWN_IN_DATASET: typeof SHOWN = {
  "never-on": { q: "is:never-on onPhotos=0" },
  "rarely-on": { q: "onPhotos>0 onPhotos<0.001" },
  "always-on": { q: "onCells=1" },
  "needs-colour": { sort: "datasetColour" },
  "colour-lost": { sort: "datasetColour" },
};

/**
 * Writes the way to the pair that shows an oddity most, among those that show it: on the page of its
 * layer, or on that which compares two models.
 */
export function linkEvidence(oddity: Oddity, place: EvidencePlace): string {
  const { words: { language }, root, model } = place;
  const compared = findOddComparison(oddity, place);
  if (compared !== null) {
    const { comparison, layer } = compared;
    return `${root}${nameComparePage(language)}${linkPair(comparison, layer)}`;
  }
  return `${root}${encodePath(model, oddity.layer)}/${namePage(language)}#${formatPair(oddity)}`;
}

function formatPair({ code, kernel, other, image, dataset, kernels }: Oddity): URLSearchParams {
  const twins = other === null ? kernels : [...kernels, other];
  const known = (dataset > 0 ? SHOWN_IN_DATASET[code] : null) ?? SHOWN[code];
  const shown = known ?? { q: `k:${formatRanges(twins)}` };
  return formatParams({ k: kernel, ...image === null ? {} : { image }, ...shown });
}
