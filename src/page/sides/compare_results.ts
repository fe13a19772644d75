import type { ComparedColumns } from "../../report/comparison_file.ts";
import { type Kind, KINDS } from "./compare_kind.ts";
import { type Comparable, pairNumbers } from "./compare_obstacle.ts";
import type { ComparedSide } from "./compared_side.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import { compareNumbers, type Comparison } from "./comparison.ts";
import { type Differences, differPair, layoutDifference } from "./differences.ts";
import { measurePairs } from "./measuring.ts";
import { putToldCosines } from "./told_cosines.ts";
import type { KernelCosines } from "../../analysis/comparison/kernel_cosines.ts";
import type { ComparePageWords } from "../../words/words.ts";

/** Both sides of a comparison, and how alike their pairs are. */
export interface Results {
  readonly sides: readonly [ComparedSide, ComparedSide];
  readonly kernels: KindResults;
  readonly maps: KindResults;
  /** What the report tells of the pairs; null where their numbers tell more, or it tells nothing. */
  readonly told: ToldColumns | null;
  /** How alike kernels are, as the report tells it beside their numbers; null where these tell it. */
  readonly cosines: KernelCosines | null;
}

/** How far pairs are apart, as the report tells it without their numbers. */
export type ToldColumns = Pick<ComparedColumns, "errors" | "moves">;

/** How alike the kernels or the maps are. */
export interface KindResults {
  /** Their numbers, or why they cannot be compared. */
  readonly numbers: Comparable | string;
  /** Compares the numbers of pair k. */
  readonly compare: (k: number, a: Tile, b: Tile) => Comparison;
  /** A comparison a pair; null where it is not made yet. */
  readonly found: (Comparison | null)[];
  /** A − B; null where they cannot be compared. */
  readonly differences: Differences | null;
}

/** Keeps what is measured, for when the reader comes back to it. */
export type KnownResults = Map<string, KindResults["found"]>;

/** Opens the results of two sides; what was measured before is there. */
export function openResults(
  { sides, told, cosines }: Pick<Results, "sides" | "told" | "cosines">,
  { words, known }: { readonly words: ComparePageWords; readonly known: KnownResults },
): Results {
  const open = (kind: Kind): KindResults => {
    const numbers = pairNumbers(kind, sides, words);
    const key = [kind, ...sides.flatMap((side) => nameSide(kind, side))].join(" ");
    const count = Math.min(sides[0][kind]?.count ?? 0, sides[1][kind]?.count ?? 0);
    const found = known.get(key) ?? Array.from({ length: count }, () => null);
    known.set(key, found);
    const compare = openCompare(kind === "kernels" ? cosines : null);
    if (typeof numbers === "string") return { numbers, compare, found, differences: null };
    const layout = layoutDifference(kind, numbers.a.dims);
    return { numbers, compare, found, differences: { layout, pairs: found.map(() => null) } };
  };
  return { sides, told, cosines, kernels: open("kernels"), maps: open("maps") };
}

function openCompare(cosines: KernelCosines | null): KindResults["compare"] {
  return (k, a, b) => {
    const comparison = compareNumbers(a, b);
    return cosines === null ? comparison : putToldCosines(comparison, cosines, k);
  };
}

/** What is measured of all pairs, and who is told. */
export interface MeasuringOptions {
  /** The kind that comes before the other. */
  readonly first: Kind;
  /** Of which kinds A − B is kept too. */
  readonly differing: readonly Kind[];
  readonly told: () => void;
  readonly signal: AbortSignal;
}

/** Measures all that can be measured and is not measured yet. */
export async function measureAll(
  results: Results,
  { first, differing, told, signal }: MeasuringOptions,
): Promise<void> {
  for (const kind of first === "kernels" ? KINDS : KINDS.toReversed()) {
    const { numbers, compare, found, differences } = results[kind];
    if (typeof numbers === "string" || differences === null) continue;
    await measurePairs({
      ...numbers,
      compare,
      wanted: listMissing(results[kind], differing.includes(kind)),
      told: (k, comparison, a, b) => {
        found[k] = comparison;
        if (differing.includes(kind)) differences.pairs[k] = differPair(a, b);
        told();
      },
      signal,
    });
    if (signal.aborted) return;
  }
}

function listMissing({ found, differences }: KindResults, differing: boolean): readonly number[] {
  const isMissing = (comparison: Comparison | null, k: number): boolean =>
    comparison === null || differing && differences?.pairs[k] === null;
  return found.flatMap((comparison, k) => isMissing(comparison, k) ? [k] : []);
}

/** How many bytes are read to measure all that is not measured yet. */
export function countMissingBytes(
  results: Results,
  { differing }: Pick<MeasuringOptions, "differing">,
): number {
  return KINDS.reduce((sum, kind) => {
    const { numbers } = results[kind];
    if (typeof numbers === "string") return sum;
    const missing = listMissing(results[kind], differing.includes(kind)).length;
    return missing === 0 ? sum : sum + numbers.a.bytes + numbers.b.bytes;
  }, 0);
}

/** Counts what is measured of what can be. */
export function countMeasured(
  results: Results,
): { readonly done: number; readonly of: number } {
  const all = KINDS.map((kind) => results[kind])
    .filter(({ numbers }) => typeof numbers !== "string");
  return {
    done: all.reduce((sum, { found }) => sum + found.filter((each) => each !== null).length, 0),
    of: all.reduce((sum, { found }) => sum + found.length, 0),
  };
}

function nameSide(kind: Kind, { data, image, stage }: ComparedSide): readonly string[] {
  const path = `${data.model.id}/${data.layer.id}`;
  return kind === "kernels" ? [path] : [path, image, stage];
}
