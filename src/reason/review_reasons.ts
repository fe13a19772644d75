import type { AnyReason, Tell } from "./tell.ts";

/** A name that a report may have for what was meant; null where none is near. */
interface Nearest {
  readonly nearest: string | null;
}

function suggest({ nearest }: Nearest): string {
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}

// How many kernels a message names before it counts the rest.
const NAMED = 8;

function nameKernels(kernels: readonly number[]): string {
  const named = kernels.slice(0, NAMED).join(", ");
  const rest = kernels.length > NAMED ? ` and ${kernels.length - NAMED} more` : "";
  return `${kernels.length === 1 ? "kernel" : "kernels"} ${named}${rest}`;
}

/** Why reviews are not taken. */
export const REVIEW_REASONS = {
  "reviews-too-large": (
    { file, bytes, most }: {
      readonly file: string;
      readonly bytes: number;
      readonly most: number;
    },
  ): string =>
    `Cannot parse review file "${file}": it has ${bytes} bytes, expected at most ${most}`,
  "reviews-no-json": ({ file, text }: { readonly file: string; readonly text: string }): string =>
    `Cannot parse review file "${file}": ${text}`,
  "reviews-unfit": (
    { file, problems, more }: {
      readonly file: string;
      readonly problems: readonly AnyReason[];
      /** How many more there are. */
      readonly more: number;
    },
    tell: Tell,
  ): string =>
    `Cannot parse review file "${file}": ` +
    [...problems.map(tell), ...more === 0 ? [] : [`and ${more} more`]].join("; "),
  "reviews-unplaced": (
    { kernels, of, reason }: {
      readonly kernels: readonly number[];
      /** What is missing, such as `alexnet/conv1`. */
      readonly of: string;
      readonly reason: AnyReason;
    },
    tell: Tell,
  ): string => `${nameKernels(kernels)} of ${of}: ${tell(reason)}`,
  "no-such-model": (nearest: Nearest): string => `the report has no such model${suggest(nearest)}`,
  "no-such-layer": (nearest: Nearest): string => `the report has no such layer${suggest(nearest)}`,
  "other-model-file": (
    { theirs, ours }: { readonly theirs: string; readonly ours: string },
  ): string => `made for another file of the model, SHA-256 ${theirs}…, the report's is ${ours}…`,
  "no-such-kernel": ({ kernels }: { readonly kernels: number }): string =>
    `the layer has ${kernels} ${kernels === 1 ? "kernel" : "kernels"}`,
};
