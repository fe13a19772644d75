import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { Constant } from "./constant.ts";
import { findConstant } from "./find_constant.ts";
import type { Model } from "../graph/model.ts";
import { findRoots } from "./root.ts";
import { createError } from "../../reason/error.ts";

/** What the runtime computed, by the tensors' names. */
export type ComputedValues = ReadonlyMap<string, Tensor>;

/** A constant tensor: as the file stores it, or as the runtime computes it from others. */
export interface Weights extends Omit<Constant, "steps" | "evaluate"> {
  /** The tensors that the runtime has to compute before it can be evaluated. */
  readonly computed: readonly string[];
  /**
   * Reads the data and computes the values, as float32.
   *
   * @throws {TypeError} If what the runtime has to compute is not given.
   */
  evaluate(values?: ComputedValues): Tensor;
}

// 2^28 numbers take a gigabyte.
const MAX_COMPUTED = 1 << 28;

/**
 * Finds the constant behind a tensor's name, also where only the runtime can
 * compute it. Null where it depends on an input, or where its dims are not
 * known before it is computed.
 *
 * @throws {SyntaxError} If dims do not fit together.
 */
export function findWeights(model: Model, name: string): Weights | null {
  const stored = findConstant(model, name);
  if (stored !== null) return { ...stored, computed: [] };
  const dims = model.computable.has(name) ? findDims(model, name) : null;
  if (dims === null) return null;
  requireFew(name, dims);
  return {
    dims,
    ...findRoots(model, name),
    computed: [name],
    evaluate: (values = new Map()) => requireValue(values, name, dims),
  };
}

/** Evaluates the constant behind a name with what was computed; null where that is not enough. */
export function evaluateWith(model: Model, name: string, values: ComputedValues): Tensor | null {
  const weights = findWeights(model, name);
  return weights?.computed.every((each) => values.has(each)) ? weights.evaluate(values) : null;
}

/** Tells whether a tensor is constant, and its dims known when the runtime has computed it. */
export function isUnmeasured(model: Model, name: string): boolean {
  return model.computable.has(name) && findDims(model, name) === null &&
    findConstant(model, name) === null;
}

function findDims({ graph, measured }: Model, name: string): readonly number[] | null {
  const dims = measured.get(name) ?? graph.declared.get(name)?.dims ?? null;
  return dims !== null && dims.every(isNumber) ? dims : null;
}

function isNumber(dim: unknown): dim is number {
  return typeof dim === "number";
}

function requireFew(name: string, dims: readonly number[]): void {
  if (countElements(dims) <= MAX_COMPUTED) return;
  const most = MAX_COMPUTED;
  throw createError(RangeError, { code: "constant-too-large", tensor: name, dims, most });
}

function requireValue(values: ComputedValues, name: string, dims: readonly number[]): Tensor {
  const value = values.get(name);
  if (value === undefined) {
    throw new TypeError(
      `Cannot evaluate constant "${name}": the runtime computes it, and its value is not given`,
    );
  }
  if (String(value.dims) === String(dims)) return value;
  const found = value.dims;
  throw createError(SyntaxError, { code: "constant-misfit", tensor: name, dims, found });
}
