import type { Values } from "../kernel/kernel_measures.ts";
import { decide, type Decision } from "../kind/decision.ts";
import { COLOUR_CHROMA, EDGE_COHERENCE } from "../kind/image_kernel_kind.ts";
import { compareTo, type Threshold, type ThresholdSide } from "../kind/threshold.ts";

/** What a kernel looks for, in the order in which pages list it. */
export const WHATS = [
  "edge",
  "line",
  "spot",
  "colour edge",
  "colour spot",
  "texture",
  "even",
  "mixed",
  "dead",
  "other",
] as const;

/** What a kernel looks for. */
export type What = typeof WHATS[number];

/** The DC gain from which a grey kernel is even in space: nine tenths of its energy. */
export const EVEN_GAIN: Threshold = { at: 0.95, doubt: 0.05 };

/** The waves from which a pattern is a texture: one edge or line has about 1.5. */
export const TEXTURE_WAVES: Threshold = { at: 4, doubt: 1 };

/** The waves from which a narrow band of frequencies is a texture too: stripes. */
export const STRIPE_WAVES: Threshold = { at: 1.8, doubt: 0.4 };

/** The bandwidth, as a share of the centroid, up to which a band is narrow. */
export const NARROW_BAND: Threshold = { at: 0.35, doubt: 0.15 };

/** The roundness from which a pattern is a spot, unless it has more of one orientation: a third stays. */
export const SPOT_ROUNDNESS: Threshold = { at: 0.33, doubt: 0.15 };

/** The DC gain from which a pattern without an orientation is a spot, however ragged. */
export const SPOT_GAIN: Threshold = { at: 0.1, doubt: 0.1 };

/** The symmetry about its own middle from which an oriented pattern is a line, and no edge. */
export const LINE_SYMMETRY: Threshold = { at: 0.5, doubt: 0.2 };

/** The measures of a pattern that tell what it is. */
export interface PatternTraits {
  readonly dcGain: number | null;
  /** Null of what has no colours, and is grey. */
  readonly chroma: number | null;
  readonly centroid: number | null;
  readonly bandwidth: number | null;
  readonly coherence: number | null;
  readonly roundness: number | null;
  readonly ownSymmetry: number | null;
  readonly waves: number | null;
}

/** The same of all kernels of a layer. */
export type PatternColumns = Readonly<Record<keyof PatternTraits, Values>>;

/** Reads the measures of a kernel's pattern. */
export function readPattern(columns: PatternColumns, k: number): PatternTraits {
  const read = (name: keyof PatternTraits): number | null => columns[name][k] ?? null;
  return {
    dcGain: read("dcGain"),
    chroma: read("chroma"),
    centroid: read("centroid"),
    bandwidth: read("bandwidth"),
    coherence: read("coherence"),
    roundness: read("roundness"),
    ownSymmetry: read("ownSymmetry"),
    waves: read("waves"),
  };
}

/** The same where all of them are known, with what is to be compared of them. */
type Traits = { readonly [Name in keyof PatternTraits]: number };

/**
 * Classifies a pattern: a grey one that is the same everywhere is even; of the others, one of many
 * waves is a texture; one that is round a spot; one in which an orientation leads a line or an edge,
 * by whether a turn by 180° changes its sign; one that sees an even surface a spot; and one in which
 * nothing leads is mixed. Without these measures it is other.
 */
export function classifyPattern(pattern: PatternTraits): Decision<What> {
  const known = { ...pattern, chroma: pattern.chroma ?? 0 };
  if (Object.values(known).includes(null)) return decide("other", []);
  const traits = known as Traits;
  const coloured = compareTo(COLOUR_CHROMA, traits.chroma);
  const even = compareTo(EVEN_GAIN, traits.dcGain);
  if (even.above) {
    return coloured.above ? decide("colour spot", [coloured]) : decide("even", [even]);
  }
  const fine = findTexture(traits);
  if (fine !== null) return decide("texture", [fine]);
  const round = findSpot(traits);
  if (round.above) return decide(coloured.above ? "colour spot" : "spot", [round, coloured]);
  const oriented = compareTo(EDGE_COHERENCE, traits.coherence);
  if (!oriented.above) return classifyUnoriented(traits, coloured, [round, oriented]);
  if (coloured.above) return decide("colour edge", [round, oriented, coloured]);
  const symmetric = compareTo(LINE_SYMMETRY, traits.ownSymmetry);
  return decide(symmetric.above ? "line" : "edge", [round, oriented, coloured, symmetric]);
}

// The surer of the two ways; null where neither is there.
function findTexture({ waves, bandwidth, centroid }: Traits): ThresholdSide | null {
  const many = compareTo(TEXTURE_WAVES, waves);
  const some = compareTo(STRIPE_WAVES, waves);
  const band = compareTo(NARROW_BAND, bandwidth / centroid);
  const stripes = Math.min(some.confidence, band.confidence);
  const found = [
    ...many.above ? [many.confidence] : [],
    ...some.above && !band.above ? [stripes] : [],
  ];
  return found.length === 0 ? null : { above: true, confidence: Math.max(...found) };
}

// How far one leads the other tells as surely as how far it is above its own threshold.
function findSpot({ roundness, coherence }: Traits): ThresholdSide {
  const round = compareTo(SPOT_ROUNDNESS, roundness);
  const leads = compareTo({ at: coherence, doubt: SPOT_ROUNDNESS.doubt }, roundness);
  if (round.above && leads.above) {
    return { above: true, confidence: Math.min(round.confidence, leads.confidence) };
  }
  const against = [round, leads].filter(({ above }) => !above).map(({ confidence }) => confidence);
  return { above: false, confidence: Math.max(...against) };
}

function classifyUnoriented(
  { dcGain }: Traits,
  coloured: ThresholdSide,
  sides: readonly ThresholdSide[],
): Decision<What> {
  const filled = compareTo(SPOT_GAIN, dcGain);
  if (!filled.above) return decide("mixed", [...sides, filled]);
  return decide(coloured.above ? "colour spot" : "spot", [filled, coloured]);
}
