import { formatRanges } from "../../site/number_ranges.ts";

/** What a reader takes the map of a kernel for. */
export type Bin = "photo" | "edges";

/** The guesses of a reader, by kernel. */
export type Guesses = ReadonlyMap<number, Bin>;

/**
 * Formats guesses for an address: the kernels whose maps keep the photo, then those that keep edges,
 * such as `1.36.51-53_0.2-5`.
 */
export function formatGuesses(guesses: Guesses): string {
  if (guesses.size === 0) return "";
  return (["photo", "edges"] as const).map((name) => {
    const kernels = [...guesses].filter(([, guess]) => guess === name).map(([k]) => k);
    return formatRanges(kernels).replaceAll(",", ".");
  }).join("_");
}

/** Parses guesses from an address; what names no kernel of the layer is left out. */
export function parseGuesses(text: string, kernels: number): Guesses {
  const [photo = "", edges = ""] = text.split("_");
  return new Map([
    ...listNumbers(edges, kernels).map((k) => [k, "edges"] as const),
    ...listNumbers(photo, kernels).map((k) => [k, "photo"] as const),
  ]);
}

function listNumbers(text: string, kernels: number): readonly number[] {
  return text.split(".").flatMap((run) => {
    const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(run) ?? [];
    if (first === undefined) return [];
    const end = Math.min(Number(last), kernels - 1);
    return Array.from(
      { length: Math.max(0, end - Number(first) + 1) },
      (_, i) => Number(first) + i,
    );
  });
}

/** Sorts a kernel anew; null takes it back. */
export function withGuess(guesses: Guesses, k: number, guess: Bin | null): Guesses {
  const next = new Map(guesses);
  if (guess === null) next.delete(k);
  else next.set(k, guess);
  return next;
}

const NEXT = { photo: "edges", edges: null } as const;

/** Turns the guess of a kernel: not sorted, keeps the photo, keeps edges. */
export function turnGuess(guesses: Guesses, k: number): Guesses {
  const guess = guesses.get(k);
  return withGuess(guesses, k, guess === undefined ? "photo" : NEXT[guess]);
}
