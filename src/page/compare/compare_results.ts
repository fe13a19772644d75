import type { ComparedSide } from "./compared_side.ts";
import { type Comparable, pairNumbers } from "./compare_obstacle.ts";
import type { CompareState } from "./compare_state.ts";
import type { Comparison } from "./comparison.ts";
import { measurePairs } from "./measuring.ts";
import type { ComparePageWords } from "../../words/words.ts";

/** Both sides of a comparison, and how alike their pairs are. */
export interface Results {
  readonly sides: readonly [ComparedSide, ComparedSide];
  readonly kernels: KindResults;
  readonly maps: KindResults;
}

/** How alike the kernels or the maps are. */
export interface KindResults {
  /** Their numbers, or why they cannot be compared. */
  readonly numbers: Comparable | string;
  /** A comparison a pair; null where it is not made yet. */
  readonly found: (Comparison | null)[];
}

/** Keeps what is measured, for when the reader comes back to it. */
export type KnownResults = Map<string, KindResults["found"]>;

/** Opens the results of two sides; what was measured before is there. */
export function openResults(
  sides: Results["sides"],
  { words, known }: { readonly words: ComparePageWords; readonly known: KnownResults },
): Results {
  const open = (of: CompareState["of"]): KindResults => {
    const numbers = pairNumbers(of, sides, words);
    const key = [of, ...sides.flatMap((side) => nameSide(of, side))].join(" ");
    const count = Math.min(sides[0][of]?.count ?? 0, sides[1][of]?.count ?? 0);
    const found = known.get(key) ?? Array.from({ length: count }, () => null);
    known.set(key, found);
    return { numbers, found };
  };
  return { sides, kernels: open("kernels"), maps: open("maps") };
}

/** Measures all that can be measured, `first` before the other. */
export async function measureAll(
  results: Results,
  { first, told, signal }: {
    readonly first: CompareState["of"];
    readonly told: () => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  for (
    const of of first === "kernels" ? ["kernels", "maps"] as const : ["maps", "kernels"] as const
  ) {
    const { numbers, found } = results[of];
    if (typeof numbers === "string") continue;
    await measurePairs({
      ...numbers,
      wanted: found.flatMap((comparison, k) => comparison === null ? [k] : []),
      told: (k, comparison) => {
        found[k] = comparison;
        told();
      },
      signal,
    });
    if (signal.aborted) return;
  }
}

/** How many bytes are read to measure all that is not measured yet. */
export function countMissingBytes({ kernels, maps }: Results): number {
  return [kernels, maps].reduce((sum, { numbers, found }) => {
    if (typeof numbers === "string" || found.every((each) => each !== null)) return sum;
    return sum + numbers.a.bytes + numbers.b.bytes;
  }, 0);
}

/** Counts what is measured of what can be. */
export function countMeasured(
  { kernels, maps }: Results,
): { readonly done: number; readonly of: number } {
  const all = [kernels, maps].filter(({ numbers }) => typeof numbers !== "string");
  return {
    done: all.reduce((sum, { found }) => sum + found.filter((each) => each !== null).length, 0),
    of: all.reduce((sum, { found }) => sum + found.length, 0),
  };
}

function nameSide(of: CompareState["of"], { data, image, stage }: ComparedSide): readonly string[] {
  const path = `${data.model.id}/${data.layer.id}`;
  return of === "kernels" ? [path] : [path, image, stage];
}
