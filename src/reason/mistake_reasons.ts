import { describeFound, type FoundValue } from "./found_value.ts";

/** A place in a file of reviews that holds something else than it must. */
interface Mistake {
  /** Such as `reviews[0].verdict`; empty where the whole is meant. */
  readonly path: string;
  readonly found: FoundValue;
}

function contrast({ path, found }: Mistake, expected: string): string {
  const said = found.kind === "missing" ? "missing" : `found ${describeFound(found)}`;
  return `${path === "" ? "" : `${path}: `}${said}, expected ${expected}`;
}

/** What is wrong with a file of reviews; the script of the pages tells these alone. */
export const MISTAKE_REASONS = {
  "review-object": ({ keys, ...mistake }: Mistake & { readonly keys: readonly string[] }): string =>
    contrast(mistake, `an object {${keys.join(", ")}}`),
  "review-constant": ({ constant, ...mistake }: Mistake & { readonly constant: string }): string =>
    contrast(mistake, constant),
  "review-list": ({ most, ...mistake }: Mistake & { readonly most: number }): string =>
    contrast(mistake, `a list of at most ${most} reviews`),
  "review-model": ({ most, ...mistake }: Mistake & { readonly most: number }): string =>
    contrast(mistake, `the name of a model, at most ${most} characters`),
  "review-layer": ({ most, ...mistake }: Mistake & { readonly most: number }): string =>
    contrast(mistake, `the name of a layer, at most ${most} characters`),
  "review-reviewer": ({ most, ...mistake }: Mistake & { readonly most: number }): string =>
    contrast(mistake, `a name, at most ${most} characters`),
  "review-sha256": (mistake: Mistake): string => contrast(mistake, "64 hexadecimal digits"),
  "review-kernel": (mistake: Mistake): string => contrast(mistake, "an integer >= 0"),
  "review-verdict": (
    { verdicts, ...mistake }: Mistake & { readonly verdicts: readonly string[] },
  ): string => contrast(mistake, `one of ${verdicts.map((each) => `"${each}"`).join(", ")}`),
  "review-note": ({ most, ...mistake }: Mistake & { readonly most: number }): string =>
    contrast(mistake, `a text of at most ${most} characters`),
  "review-unknown-key": (
    { path, nearest, keys }: {
      readonly path: string;
      /** The key that was meant; null where none is near. */
      readonly nearest: string | null;
      readonly keys: readonly string[];
    },
  ): string =>
    `${path}: unknown key${nearest === null ? ". " : `; did you mean "${nearest}"? `}` +
    `Known keys: ${keys.join(", ")}`,
};
