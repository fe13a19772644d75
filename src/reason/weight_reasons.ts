import type { AnyReason, Tell } from "./tell.ts";

/** A tensor, and the dims that it says it has. */
interface Sized {
  readonly tensor: string;
  readonly dims: readonly number[];
}

interface Bounded extends Sized {
  readonly most: number;
}

/** What a scale is given for. */
interface Scaled {
  readonly dims: readonly number[];
  readonly axis: number;
  readonly scaleDims: readonly number[];
}

/** A part of a file beside the model. */
interface External {
  readonly tensor: string;
  readonly location: string;
  readonly offset: number;
  /** Null for all that follows. */
  readonly length: number | null;
}

/** What of a file beside a model holds too little. */
interface Short extends External {
  readonly needed: number;
  readonly held: number;
  /** What the file is, where that is known and no data. */
  readonly kind: AnyReason | null;
}

function tellShort(
  { tensor, location, offset, length, needed, held, kind }: Short,
  tell: Tell,
): string {
  return `Cannot read tensor "${tensor}": it takes ${needed} bytes, its data are ` +
    `${length ?? "all"} bytes from ${offset} of "${location}", which has ${held}` +
    `${kind === null ? "" : `: ${tell(kind)}`}`;
}

/** Why weights, as a file stores them, cannot be read. */
export const WEIGHT_REASONS = {
  "zero-point-misfit": (
    { dims, axis, scaleDims, zeroDims }: Scaled & { readonly zeroDims: readonly number[] },
  ): string =>
    `Cannot dequantize tensor of dims [${dims}] along axis ${axis}: ` +
    `its scale has dims [${scaleDims}], its zero point [${zeroDims}]`,
  "scale-misfit": ({ dims, axis, scaleDims }: Scaled): string =>
    `Cannot dequantize tensor of dims [${dims}] along axis ${axis}: ` +
    `its scale has dims [${scaleDims}]`,
  "constant-too-large": ({ tensor, dims, most }: Bounded): string =>
    `Cannot compute constant "${tensor}": its dims [${dims}] hold more than ${most} values`,
  "constant-misfit": (
    { tensor, dims, found }: Sized & { readonly found: readonly number[] },
  ): string =>
    `Cannot evaluate constant "${tensor}": the model declares [${dims}], it has [${found}]`,
  "reshape-misfit": (
    { tensor, dims, wanted }: Sized & { readonly wanted: readonly number[] },
  ): string => `Cannot reshape constant "${tensor}": [${dims}] to [${wanted}]`,
  "transpose-misfit": (
    { tensor, order }: { readonly tensor: string; readonly order: readonly number[] },
  ): string => `Cannot transpose constant "${tensor}": perm is [${order}]`,
  "sparse-too-large": ({ tensor, dims, most }: Bounded): string =>
    `Cannot read sparse tensor "${tensor}": its dims [${dims}] hold more than ${most} values`,
  "sparse-count": (
    { tensor, values, indices }: {
      readonly tensor: string;
      readonly values: number;
      readonly indices: number;
    },
  ): string =>
    `Cannot read sparse tensor "${tensor}": it has ${values} values and ${indices} indices`,
  "sparse-misfit": (
    { tensor, dims, indexDims }: Sized & { readonly indexDims: readonly number[] },
  ): string =>
    `Cannot read sparse tensor "${tensor}" of dims [${dims}]: its indices have dims [${indexDims}]`,
  "sparse-outside": ({ tensor, dims, value }: Sized & { readonly value: number }): string =>
    `Cannot read sparse tensor "${tensor}" of dims [${dims}]: value ${value} lies outside of it`,
  "sparse-index-type": ({ tensor }: { readonly tensor: string }): string =>
    `Cannot read sparse tensor "${tensor}": its indices are no int64`,
  "sparse-incomplete": ({ byte }: { readonly byte: number }): string =>
    `Cannot read sparse tensor at byte ${byte}: its values or indices are missing`,
  "tensor-bytes": (
    { tensor, dims, type, needed, held }: Sized & {
      readonly type: string;
      readonly needed: number;
      readonly held: number;
    },
  ): string =>
    `Cannot read tensor "${tensor}": its dims [${dims}] of ${type} take ` +
    `${needed} bytes, the file holds ${held}`,
  "tensor-type": ({ tensor, type }: { readonly tensor: string; readonly type: string }): string =>
    `Cannot read tensor "${tensor}": its elements are ${type}`,
  "element-type": ({ type }: { readonly type: string }): string =>
    `Cannot decode elements: they are ${type}`,
  "tensor-dims": ({ tensor, dims }: Sized): string =>
    `Cannot read tensor "${tensor}": its dims are [${dims}]`,
  "tensor-rank": ({ tensor, rank }: { readonly tensor: string; readonly rank: number }): string =>
    `Cannot read tensor "${tensor}": its dims are ${rank} numbers`,
  "external-place": (
    { tensor, location, offset, length }: {
      readonly tensor: string;
      readonly location: string;
      readonly offset: number;
      readonly length: number | null;
    },
  ): string =>
    `Cannot read tensor "${tensor}": its external data are at location "${location}", ` +
    `offset ${offset}, length ${length}`,
  "external-in-memory": (
    { tensor, location }: { readonly tensor: string; readonly location: string },
  ): string =>
    `Cannot read tensor "${tensor}": its data are in "${location}", beside a model in memory`,
  "external-outside": (
    { tensor, location }: { readonly tensor: string; readonly location: string },
  ): string =>
    `Cannot read tensor "${tensor}": its data are at "${location}", outside of the model's folder`,
  "external-short": tellShort,
};
